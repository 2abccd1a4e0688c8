import type { MilestoneKey, UnitKey } from '#lib/domain';
import type { WrittenMilestone } from '../schema/milestone.schema.js';
import type { WrittenModel } from '../schema/model.schema.js';
import type { Spot } from './trouble.js';

/** A model as it comes out of other people's files, before it has a version of ours. */
export interface DraftModel {
  readonly written: WrittenModel;
  /** Where parts of it come from, by their JSON pointer. */
  readonly origins: ReadonlyMap<string, Spot>;
}

/** A fact that progress tells. */
export interface ImportedFact {
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  /** Above 0 up to 1. */
  readonly degree: number;
  /** As the file gives it. */
  readonly occurredAt: string;
  /** What tells it from every other fact of its kind, in every import. */
  readonly sourceId: string;
  readonly note: string;
}

/** What becomes of a program's progress elsewhere. */
export interface ImportedProgress {
  readonly facts: readonly ImportedFact[];
  /** Teams without a unit, with the number of facts that they would have. */
  readonly unknownTeams: readonly { readonly team: string; readonly facts: number }[];
}

export const NO_PROGRESS: ImportedProgress = { facts: [], unknownTeams: [] };

/** Where each entry of a model comes from. */
export function entryOrigins(
  entries: readonly { readonly entry: WrittenMilestone; readonly spot: Spot }[],
): ReadonlyMap<string, Spot> {
  return new Map(entries.map(({ spot }, index) => [`/milestones/${index}`, spot]));
}
