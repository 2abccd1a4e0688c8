import type { AnyEvent, Owner } from '../event.js';
import { type EventId, FOREVER, type Instant, type Position, type UnitKey } from '../ids.js';
import type { TargetGoal } from '../target.js';

/** One change of the date by which a target is wanted. */
export interface TargetMove {
  /** As given; null: without a date. */
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Instant;
  readonly position: Position;
  /** The event that says so, and why. */
  readonly event: EventId;
}

/** A plan entry of a unit, as known at some position. */
export interface Target {
  readonly unit: UnitKey;
  /** The key the program chose, unique in its unit. */
  readonly target: string;
  readonly goal: TargetGoal;
  /** A day, month, quarter or year as given; null: an aim. */
  readonly due: string | null;
  /** The first date it ever had; null: it never had one. */
  readonly firstDue: string | null;
  readonly moves: readonly TargetMove[];
  readonly owner: Owner | null;
  readonly setAt: Instant;
  /** When it was set, moved or handed over last. */
  readonly changedAt: Instant;
}

/** What a target was from one position on until the next that changed it, or dropped it. */
export interface KnownTarget {
  readonly target: Target;
  readonly knownFrom: Position;
  /** `FOREVER` where it still stands. */
  readonly knownUntil: Position;
}

/**
 * Every state that every target ever had, as the log tells it. A target that was dropped and is set
 * again begins anew. Which targets there are depends on what is known alone: a plan is no fact of
 * the organisation that holds from a date on.
 * @param events of any units, in log order; those that are not about targets are ignored
 */
export function targetHistory(events: readonly AnyEvent[]): readonly KnownTarget[] {
  const standing = new Map<string, { target: Target; knownFrom: Position }>();
  const history: KnownTarget[] = [];
  for (const event of events) {
    if (!isAboutTarget(event) || event.unit === null) continue;
    const name = `${event.unit} ${event.data.target}`;
    const before = standing.get(name);
    const after = become(before?.target, event);
    if (after === before?.target) continue;
    if (before) history.push({ ...before, knownUntil: event.position });
    if (after) standing.set(name, { target: after, knownFrom: event.position });
    else standing.delete(name);
  }
  const present = [...standing.values()].map((one) => ({ ...one, knownUntil: FOREVER }));
  return [...history, ...present].sort((a, b) => a.knownFrom - b.knownFrom);
}

/**
 * The targets that stand after some events, in the order of unit and key.
 * @param events in log order, already cut at the position up to which things are known
 */
export function foldTargets(events: readonly AnyEvent[]): readonly Target[] {
  return targetHistory(events)
    .filter(({ knownUntil }) => knownUntil === FOREVER)
    .map(({ target }) => target)
    .sort((a, b) => compare(a.unit, b.unit) || compare(a.target, b.target));
}

type TargetEvent = Extract<AnyEvent, { type: 'target.set' | 'target.moved' | 'target.dropped' }>;

/** Whether an event sets, moves or drops a target. */
export function isAboutTarget(event: AnyEvent): event is TargetEvent {
  return (
    event.type === 'target.set' || event.type === 'target.moved' || event.type === 'target.dropped'
  );
}

function become(before: Target | undefined, event: TargetEvent): Target | undefined {
  switch (event.type) {
    case 'target.set':
      return before ? setAnew(before, event) : setFirst(event);
    case 'target.moved':
      return before && moved(before, event.data.due, event);
    case 'target.dropped':
      return undefined;
  }
}

function setFirst(event: Extract<TargetEvent, { type: 'target.set' }>): Target {
  const { target, goal, due = null, owner = null } = event.data;
  const at = event.effectiveAt;
  const unit = event.unit as UnitKey;
  return {
    ...{ unit, target, goal, due, owner },
    firstDue: due,
    moves: [],
    setAt: at,
    changedAt: at,
  };
}

function setAnew(before: Target, event: Extract<TargetEvent, { type: 'target.set' }>): Target {
  const { goal, due, owner } = event.data;
  const after = {
    ...before,
    goal,
    owner: owner === undefined ? before.owner : owner,
    changedAt: event.effectiveAt,
  };
  return due === undefined ? after : moved(after, due, event);
}

function moved(before: Target, to: string | null, event: TargetEvent): Target {
  if (to === before.due) return before;
  const { effectiveAt: at, position, id } = event;
  return {
    ...before,
    due: to,
    firstDue: before.firstDue ?? to,
    moves: [...before.moves, { from: before.due, to, at, position, event: id }],
    changedAt: at,
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
