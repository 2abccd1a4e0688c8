import type { AnyEvent, Owner } from './event.js';
import { retractedEvents } from './facts.js';
import { BEGINNING_OF_TIME, FOREVER, type Instant, type ModelId, type UnitKey } from './ids.js';
import type { Span } from './spans.js';

/** What a unit is over a stretch of time. */
export interface UnitState {
  readonly parent: UnitKey | null;
  readonly name: string;
  readonly kind: string;
  readonly tags: readonly string[];
  readonly retired: boolean;
}

export interface UnitSegment extends UnitState, Span {}

/** A unit's own facts as known: what it is through time, and what is known of it whatever the date. */
export interface UnitTimeline {
  /** Over all time: the registration is where a unit starts, whatever its date. */
  readonly segments: readonly UnitSegment[];
  /** What it was last told to follow; empty: its parent's. */
  readonly models: readonly ModelId[];
  /** The owner given last; null: none. */
  readonly owner: Owner | null;
}

/**
 * Folds one unit's own events.
 * @param events in log order; those of other units and other types are ignored
 * @returns undefined when the unit is not registered among them
 */
export function unitTimeline(unit: UnitKey, events: readonly AnyEvent[]): UnitTimeline | undefined {
  const own = events.filter((event) => event.unit === unit);
  const retracted = retractedEvents(own);
  const counting = own.filter((event) => !retracted.has(event.id));
  const registered = counting.find((event) => event.type === 'unit.registered');
  if (!registered) return undefined;
  let { models = [], owner = null }: { models?: readonly ModelId[]; owner?: Owner | null } =
    registered.data;
  const steps: { at: Instant; state: UnitState }[] = [
    { at: BEGINNING_OF_TIME, state: initialState(registered) },
  ];
  for (const event of counting) {
    if (event.type !== 'unit.changed') continue;
    if (event.data.models) models = event.data.models;
    if (event.data.owner !== undefined) owner = event.data.owner;
  }
  const dated = counting.toSorted(
    (a, b) => a.effectiveAt - b.effectiveAt || a.position - b.position,
  );
  for (const event of dated) {
    const before = (steps[steps.length - 1] as { state: UnitState }).state;
    const state = after(before, event);
    if (!sameUnitState(state, before)) steps.push({ at: event.effectiveAt, state });
  }
  return { segments: segmentsOf(steps), models, owner };
}

function segmentsOf(steps: readonly { at: Instant; state: UnitState }[]): readonly UnitSegment[] {
  const segments: UnitSegment[] = [];
  steps.forEach(({ at: from, state }, index) => {
    const until = steps[index + 1]?.at ?? FOREVER;
    if (from >= until) return;
    const last = segments[segments.length - 1];
    if (last && sameUnitState(last, state)) segments[segments.length - 1] = { ...last, until };
    else segments.push({ ...state, from, until });
  });
  return segments;
}

/** What a unit is at an instant. */
export function unitStateAt(timeline: UnitTimeline, at: Instant): UnitState {
  return timeline.segments.find(({ from, until }) => from <= at && at < until) as UnitSegment;
}

/** Whether two states say the same of a unit. */
export function sameUnitState(a: UnitState, b: UnitState): boolean {
  return (
    a.parent === b.parent &&
    a.name === b.name &&
    a.kind === b.kind &&
    a.retired === b.retired &&
    a.tags.length === b.tags.length &&
    a.tags.every((tag, index) => tag === b.tags[index])
  );
}

function initialState(event: Extract<AnyEvent, { type: 'unit.registered' }>): UnitState {
  const { parent, name, kind, tags = [] } = event.data;
  return { parent, name, kind, tags, retired: false };
}

function after(state: UnitState, event: AnyEvent): UnitState {
  switch (event.type) {
    case 'unit.changed': {
      const { name = state.name, kind = state.kind, tags = state.tags } = event.data;
      return { ...state, name, kind, tags };
    }
    case 'unit.moved':
      return { ...state, parent: event.data.parent };
    case 'unit.retired':
    case 'unit.merged':
      return { ...state, retired: true };
    case 'unit.reinstated':
      return { ...state, retired: false };
    default:
      return state;
  }
}
