import { type ModelId, type Owner, type UnitKey, unitStateAt } from '#lib/domain';
import type { Known } from '../known.js';
import type { Forest } from './forest.js';
import { ownerOf } from './put-unit.js';

/** A unit as it is now, without its version. */
export interface UnitNow {
  readonly unit: UnitKey;
  readonly name: string;
  readonly kind: string;
  readonly parent: UnitKey | null;
  readonly models: readonly ModelId[];
  readonly tags: readonly string[];
  readonly owner: Owner | null;
  readonly retired: boolean;
}

/** A unit after a change: as it is now, with the version that `If-Match` asks for. */
export interface ChangedUnit extends UnitNow {
  readonly version: number;
}

/** A registered unit as it is now, drafts on top of the forest included; without a parent where that is out of sight. */
export async function unitNow(known: Known, forest: Forest, unit: UnitKey): Promise<UnitNow> {
  const timeline = await forest.timeline(unit);
  if (!timeline) throw new Error(`Unit "${unit}" is not registered.`);
  const { name, kind, parent: above, tags, retired } = unitStateAt(timeline, known.now);
  const seen = above === null || forest.isNew(above) || (await known.seen([above])).has(above);
  const parent = seen ? above : null;
  const owner = await ownerOf(known, forest, unit);
  return { unit, name, kind, parent, models: timeline.models, tags, owner, retired };
}
