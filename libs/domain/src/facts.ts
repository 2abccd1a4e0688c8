import type { AnyEvent } from './event.js';
import {
  type EventId,
  FOREVER,
  type Instant,
  type MilestoneKey,
  type ModelId,
  type Position,
  type UnitKey,
} from './ids.js';
import { endOfDay } from './occurrence.js';

/** One counting fact about a milestone of a unit. */
export interface MilestoneFact {
  readonly id: EventId;
  readonly at: Instant;
  /** Where validity and freshness begin: earlier than `at` for a fact carried over by a merger. */
  readonly freshFrom: Instant;
  readonly position: Position;
  readonly outcome: 'achieved' | 'lapsed' | 'no' | 'not-applicable';
  /** Above 0 up to 1 when achieved, else 0. */
  readonly degree: number;
}

/** A stretch [from, until) in which a milestone counts as met by decision. */
export interface Waiver {
  readonly id: EventId;
  readonly from: Instant;
  readonly until: Instant;
}

interface Dated {
  readonly at: Instant;
  readonly position: Position;
}

/** What is known of one unit; every list is ordered by instant, then by position. */
export interface UnitFacts {
  readonly unit: UnitKey;
  readonly registered: Dated & {
    readonly parent: UnitKey | null;
    readonly kind: string;
    readonly name: string;
    readonly tags: readonly string[];
  };
  readonly changes: readonly (Dated & {
    readonly kind?: string;
    readonly name?: string;
    readonly tags?: readonly string[];
  })[];
  readonly moves: readonly (Dated & { readonly parent: UnitKey | null })[];
  readonly retirements: readonly (Dated & { readonly retired: boolean })[];
  readonly facts: ReadonlyMap<MilestoneKey, readonly MilestoneFact[]>;
  /** Each milestone's, latest first: the latest active one is the proof. */
  readonly waivers: ReadonlyMap<MilestoneKey, readonly Waiver[]>;
  /** What it was last told to follow, as known; empty: its parent's. */
  readonly models: readonly ModelId[];
}

/** Everything known of the units of a program at one position of its log, retractions applied. */
export interface ProgramFacts {
  readonly units: ReadonlyMap<UnitKey, UnitFacts>;
  /** Units that ever had the key as their parent. */
  readonly children: ReadonlyMap<UnitKey, readonly UnitKey[]>;
  /** Beginnings that are known from elsewhere, where the events below a unit were not loaded. */
  readonly beginnings?: ReadonlyMap<UnitKey, Instant>;
}

/**
 * The events that were recorded in error, as known after all of the given ones. A retraction that
 * is retracted itself does not count.
 * @param events in log order
 * @source model-format: Facts, Retracted
 */
export function retractedEvents(events: readonly AnyEvent[]): ReadonlySet<EventId> {
  const retracted = new Set<EventId>();
  for (let index = events.length - 1; index >= 0; index--) {
    const event = events[index] as AnyEvent;
    if (event.type === 'event.retracted' && !retracted.has(event.id))
      retracted.add(event.data.event);
  }
  return retracted;
}

/**
 * Folds a program's events into what counts.
 * @param events in log order, already cut at the position up to which things are known
 */
export function foldFacts(events: readonly AnyEvent[]): ProgramFacts {
  const byUnit = new Map<UnitKey, AnyEvent[]>();
  for (const event of events) if (event.unit !== null) push(byUnit, event.unit, event);
  return assembleFacts([...byUnit.values()].flatMap((own) => foldUnit(own) ?? []));
}

/**
 * Folds the events of one unit.
 * @param events all of the unit, in log order, cut at the position up to which things are known
 * @returns undefined when it is not registered among them
 */
export function foldUnit(events: readonly AnyEvent[]): UnitFacts | undefined {
  const retracted = retractedEvents(events);
  let unit: UnitDraft | undefined;
  const waiverEnds = new Map<EventId, Instant>();
  for (const event of events) {
    if (retracted.has(event.id)) continue;
    if (event.type === 'unit.registered') {
      unit = newDraft(event);
    } else if (event.type === 'waiver.ended') {
      const earliest = waiverEnds.get(event.data.event) ?? FOREVER;
      waiverEnds.set(event.data.event, Math.min(earliest, event.effectiveAt));
    } else if (unit) {
      foldInto(unit, event);
    }
  }
  return unit && finish(unit, waiverEnds);
}

/**
 * As `foldUnit` of the same events and one more after them; undefined where that is none about a
 * milestone being achieved, lapsed or assessed, which may change more than is added.
 */
export function withFact(unit: UnitFacts, event: AnyEvent): UnitFacts | undefined {
  if (!isFact(event)) return undefined;
  const { milestone } = event.data;
  const facts = new Map(unit.facts);
  facts.set(milestone, [...(facts.get(milestone) ?? []), factOf(event)].sort(inOrder));
  return { ...unit, facts };
}

/**
 * Puts units together.
 * @param beginnings known from elsewhere, where the units below were not all folded
 */
export function assembleFacts(
  units: readonly UnitFacts[],
  beginnings?: ReadonlyMap<UnitKey, Instant>,
): ProgramFacts {
  const byKey = new Map(units.map((unit) => [unit.unit, unit]));
  return { units: byKey, children: childrenOf(byKey), beginnings };
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};
type UnitDraft = Omit<Mutable<UnitFacts>, 'facts' | 'waivers' | 'models'> & {
  facts: Map<MilestoneKey, MilestoneFact[]>;
  waivers: Map<MilestoneKey, Waiver[]>;
  models: readonly ModelId[];
};

function newDraft(event: Extract<AnyEvent, { type: 'unit.registered' }>): UnitDraft {
  const { parent, kind, name, tags = [], models = [] } = event.data;
  return {
    unit: event.unit as UnitKey,
    registered: { at: event.effectiveAt, position: event.position, parent, kind, name, tags },
    changes: [],
    moves: [],
    retirements: [],
    facts: new Map(),
    waivers: new Map(),
    models,
  };
}

function foldInto(unit: UnitDraft, event: AnyEvent): void {
  const dated = { at: event.effectiveAt, position: event.position };
  switch (event.type) {
    case 'unit.changed':
      unit.changes.push({
        ...dated,
        kind: event.data.kind,
        name: event.data.name,
        tags: event.data.tags,
      });
      if (event.data.models) unit.models = event.data.models;
      break;
    case 'unit.moved':
      unit.moves.push({ ...dated, parent: event.data.parent });
      break;
    case 'unit.retired':
    case 'unit.merged':
      unit.retirements.push({ ...dated, retired: true });
      break;
    case 'unit.reinstated':
      unit.retirements.push({ ...dated, retired: false });
      break;
    case 'milestone.achieved':
    case 'milestone.lapsed':
    case 'milestone.assessed':
      push(unit.facts, event.data.milestone, factOf(event));
      break;
    case 'milestone.waived': {
      const { milestone, expiresOn } = event.data;
      const until = (expiresOn && endOfDay(expiresOn)) || FOREVER;
      push(unit.waivers, milestone, { id: event.id, from: event.effectiveAt, until });
      break;
    }
    default:
      break;
  }
}

type FactEvent = Extract<
  AnyEvent,
  { type: 'milestone.achieved' | 'milestone.lapsed' | 'milestone.assessed' }
>;

function isFact(event: AnyEvent): event is FactEvent {
  const { type } = event;
  return (
    type === 'milestone.achieved' || type === 'milestone.lapsed' || type === 'milestone.assessed'
  );
}

function factOf(event: FactEvent): MilestoneFact {
  const { id, effectiveAt: at, position } = event;
  if (event.type === 'milestone.achieved') {
    const degree = event.data.degree ?? 1;
    return { id, at, freshFrom: freshFromOf(event), position, outcome: 'achieved', degree };
  }
  const outcome = event.type === 'milestone.lapsed' ? 'lapsed' : event.data.outcome;
  return { id, at, freshFrom: at, position, outcome, degree: 0 };
}

/** What a merger carries over grows no younger by it. */
function freshFromOf({ effectiveAt, data }: Extract<AnyEvent, { type: 'milestone.achieved' }>) {
  return data.achievedAt === undefined
    ? effectiveAt
    : Math.min(effectiveAt, Date.parse(data.achievedAt));
}

function push<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

const inOrder = (a: Dated, b: Dated) => a.at - b.at || a.position - b.position;

function finish(unit: UnitDraft, waiverEnds: ReadonlyMap<EventId, Instant>): UnitFacts {
  for (const list of [unit.changes, unit.moves, unit.retirements, ...unit.facts.values()]) {
    (list as Dated[]).sort(inOrder);
  }
  for (const [key, waivers] of unit.waivers) {
    const ended = waivers.map((waiver) => ({
      ...waiver,
      until: Math.min(waiver.until, waiverEnds.get(waiver.id) ?? FOREVER),
    }));
    const latestFirst = ended.reverse().sort((a, b) => b.from - a.from);
    unit.waivers.set(
      key,
      latestFirst.filter((waiver) => waiver.from < waiver.until),
    );
  }
  return unit;
}

function childrenOf(
  units: ReadonlyMap<UnitKey, UnitFacts>,
): ReadonlyMap<UnitKey, readonly UnitKey[]> {
  const children = new Map<UnitKey, UnitKey[]>();
  for (const { unit, registered, moves } of units.values()) {
    const parents = new Set([registered.parent, ...moves.map((move) => move.parent)]);
    for (const parent of parents) if (parent !== null) push(children, parent, unit);
  }
  return children;
}
