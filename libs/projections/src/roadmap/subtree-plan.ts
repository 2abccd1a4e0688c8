import type { MilestoneKey, ModelId, ProgramId, Target, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { RollupReading } from '../rollups/rollups.js';
import { type PlannedTarget, type PlanSource, readPlan } from './plan-reader.js';
import { targetsKnown } from './target-rows.js';

/** Which targets of a subtree are read; what is absent does not narrow. */
export interface SubtreeFilter {
  /** The owner's e-mail address, whatever its case. */
  readonly owner?: string;
  readonly model?: ModelId;
  readonly milestone?: MilestoneKey;
  /** Of the units. */
  readonly kind?: string;
  readonly tag?: string;
}

/** The targets of a subtree and the names of its units then. */
export interface SubtreePlan {
  /** In the order of unit and key; owners stay sealed. */
  readonly planned: readonly PlannedTarget[];
  nameOf(unit: UnitKey): string;
}

/**
 * Reads the targets of a unit and of all below it, by the tree at the reading's moment, that fit a
 * filter.
 * @param unit null: of all units of the program that exist then
 */
export async function readSubtree(
  reading: RollupReading,
  reads: Pick<PlanSource, 'log' | 'forecasts' | 'readings'>,
  unit: UnitKey | null,
  filter: SubtreeFilter = {},
): Promise<SubtreePlan> {
  const { tx, program, moment } = reading;
  const chart = await reading.organisation();
  const nameOf = (of: UnitKey) => chart.name(chart.indexOf(of) ?? -1);
  const fits = await ownerFilter(tx, reads.log, program, filter.owner);
  const inside = new Set<UnitKey>();
  const top = unit === null ? undefined : chart.indexOf(unit);
  const { kind, tag } = filter;
  if (unit === null) {
    for (let index = 0; index < chart.size; index++) {
      if (chart.passes(index, { kind, tag })) inside.add(chart.keyOf(index));
    }
  } else if (top !== undefined) {
    for (const index of chart.below(top, { kind, tag })) inside.add(chart.keyOf(index));
  }
  const few = inside.size <= FEW ? [...inside] : undefined;
  const all = await targetsKnown(tx, program, moment.position, few);
  const targets = all.filter((target) => inside.has(target.unit));
  const wanted = (target: Target) =>
    fits(target) && speaksOf(target, filter.model, filter.milestone);
  return { planned: await readPlan({ ...reads, reading }, targets, wanted), nameOf };
}

/** The targets of so few units are looked up by themselves. */
const FEW = 5_000;

function speaksOf({ goal }: Target, model?: string, milestone?: string): boolean {
  if (model !== undefined && (!('model' in goal) || goal.model !== model)) return false;
  return milestone === undefined || (goal.kind === 'milestone' && goal.milestone === milestone);
}

/** Whose owner has an address; an address that never owned anything fits nothing. */
async function ownerFilter(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  email: string | undefined,
): Promise<(target: Target) => boolean> {
  if (email === undefined) return () => true;
  const subject = await log.ownerSubject(tx, program, email);
  if (subject === undefined) return () => false;
  // as stored, an owner names its subject
  return ({ owner }) => (owner as { readonly subject?: string } | null)?.subject === subject;
}
