import {
  type EventId,
  Evaluator,
  type MaturityModel,
  type MilestoneFact,
  type MilestoneKey,
  type Standing,
} from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';

const SUPPOSED = '00000000-0000-0000-0000-000000000000' as EventId;

/** Where the unit would stand in some models if it achieved a milestone now. Nothing is recorded. */
export function supposing(
  known: KnownUnit,
  milestone: MilestoneKey,
): (model: MaturityModel) => Standing | undefined {
  const { facts } = known.evaluator.expressions;
  const fact: MilestoneFact = {
    id: SUPPOSED,
    at: known.now,
    position: Number.MAX_SAFE_INTEGER,
    outcome: 'achieved',
    degree: 1,
  };
  const before = (known.facts.facts.get(milestone) ?? []).filter(({ at }) => at <= known.now);
  const own = new Map(known.facts.facts).set(milestone, [...before, fact]);
  const units = new Map(facts.units).set(known.unit, { ...known.facts, facts: own });
  const evaluator = new Evaluator(known.dictionary, { ...facts, units });
  return (model) => evaluator.standing(model, known.unit, known.now);
}
