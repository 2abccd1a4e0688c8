import { foldTargets, type MilestoneKey, type UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { requireMilestone } from '../facts/milestone.js';
import type { Known } from '../known.js';
import { countsFrom } from '../occurred.js';
import { dueOf } from '../roadmap/due-of.js';
import { freeKey } from '../roadmap/target-key.js';

/** The day by which a milestone of a unit is wanted now, as another system says. */
export interface TargetMove {
  readonly milestone: MilestoneKey;
  /** A day, month, quarter or year; of an instant, its day in UTC. */
  readonly due: string;
  /** When it was moved there: what was moved later stays. */
  readonly occurredAt: string;
}

/**
 * Moves the unit's target for a milestone, or sets the first one; nothing where it stands there
 * already, or was moved later than this.
 * @throws Refusal `milestone-unknown`, `date-invalid`, `date-in-future`
 */
export async function moveTarget(
  known: Known,
  unit: UnitKey,
  { milestone, due: given, occurredAt }: TargetMove,
): Promise<readonly EventDraft[]> {
  await requireMilestone(known, milestone);
  const at = countsFrom(occurredAt, known.now);
  const due = dueOf(given);
  const targets = foldTargets(await known.eventsOf([unit]));
  const before = targets.find(
    ({ goal }) => goal.kind === 'milestone' && goal.milestone === milestone,
  );
  if (!before) {
    const target = freeKey(milestone, new Set(targets.map(({ target: key }) => key)));
    const goal = { kind: 'milestone', milestone } as const;
    return [{ type: 'target.set', unit, occurredAt, data: { target, goal, due } }];
  }
  const { target, due: standing, moves, setAt } = before;
  if (standing === due || (moves.at(-1)?.at ?? setAt) > at) return [];
  return [{ type: 'target.moved', unit, occurredAt, data: { target, due } }];
}
