import type { Instant } from '#lib/domain';
import { Calendar } from './calendar.js';
import { Chronicle, type Sitting } from './chronicle.js';
import { tellEnterprise } from './episodes/enterprise.js';
import { tellFoundations } from './episodes/foundations.js';
import { tellJudgements } from './episodes/judgements.js';
import { tellRealCases } from './episodes/real-cases.js';
import { tellReorganisations } from './episodes/reorganisations.js';
import { tellSecondThoughts } from './episodes/second-thoughts.js';
import { Teller } from './episodes/teller.js';
import { tellWaivers } from './episodes/waivers.js';
import { tellUptake } from './journey/uptake.js';
import { tellRoadmap } from './roadmap/roadmap.js';

/** The seed of the story that `npm run demo` tells. */
export const SEED = 'quillhaven';

/** Four years of a fictional enterprise, and what is known of real ones. */
export interface Story {
  /** The first instant of the month before which everything in it was recorded. */
  readonly reference: Instant;
  /** In the order of recording. */
  readonly sittings: readonly Sitting[];
}

/** Tells the story that ends where a month begins: the same seed and month, the same story, ids included. */
export function tellStory(calendar: Calendar, seed: string = SEED): Story {
  const chronicle = new Chronicle(calendar, seed);
  const teller = new Teller(chronicle);
  tellEnterprise(chronicle);
  tellRealCases(chronicle);
  tellFoundations(teller);
  tellJudgements(teller);
  tellReorganisations(teller);
  tellWaivers(teller);
  tellSecondThoughts(teller);
  tellUptake(chronicle);
  tellRoadmap(chronicle);
  return { reference: calendar.reference, sittings: chronicle.sittings() };
}
