import { type AnyEvent, foldTargets, type Owner, type Target, type UnitKey } from '#lib/domain';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';

/** Whether targets of a unit itself are meant, or those of a share of its subtree. */
export type TargetKind = 'unit' | 'share';

/** A target as it stands at the head, its owner in clear, and what it was folded from. */
export interface StandingTarget {
  readonly target: Target;
  readonly events: readonly AnyEvent[];
}

/**
 * A target of a unit as known at the head; undefined when there is none of that key.
 * @throws Refusal `target-of-other-kind`
 */
export async function standingTarget(
  known: Known,
  unit: UnitKey,
  key: string,
  kind: TargetKind,
): Promise<StandingTarget | undefined> {
  const events = await known.eventsOf([unit]);
  const found = foldTargets(events).find(({ target }) => target === key);
  if (!found) return undefined;
  requireKind(found, kind);
  const owner = found.owner === null ? null : await ownerOf(known, key, events);
  return { target: { ...found, owner }, events };
}

/** The owner given last, in clear: what was read for folding is sealed. */
export async function ownerOf(
  known: Known,
  key: string,
  events: readonly AnyEvent[],
): Promise<Owner | null> {
  const giving = events.findLast(
    (event) =>
      event.type === 'target.set' && event.data.target === key && event.data.owner !== undefined,
  );
  const clear = giving && (await known.find(giving.id));
  return (clear?.data as { owner?: Owner | null } | undefined)?.owner ?? null;
}

function requireKind({ unit, target, goal }: Target, kind: TargetKind): void {
  if ((goal.kind === 'share') === (kind === 'share')) return;
  const [is, where] =
    goal.kind === 'share'
      ? ['a share of the units below', `/rollups/${unit}/targets/${target}`]
      : ['the unit itself', `/units/${unit}/targets/${target}`];
  throw new Refusal(
    'target-of-other-kind',
    `"${target}" is a target for ${is}; it lies at ${where}. Choose another key, or drop that one first.`,
    '{target}',
  );
}
