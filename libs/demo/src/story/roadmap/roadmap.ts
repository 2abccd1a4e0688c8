import type { Chronicle } from '../chronicle.js';
import { tellPlan } from './planner.js';
import { programPlans } from './program-plans.js';
import { unitPlans } from './unit-plans.js';

/** The roadmap of the enterprise: what was wanted by when, how dates moved, and what became of it. */
export function tellRoadmap(chronicle: Chronicle): void {
  for (const plan of [...programPlans(), ...unitPlans(chronicle.seed)]) tellPlan(chronicle, plan);
}
