import {
  type AnyEvent,
  assembleFacts,
  type Dictionary,
  type EventId,
  Evaluator,
  Expressions,
  type Instant,
  followedModels,
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
  type ProgramFacts,
  type ProgramId,
  type Standing,
  type UnitFacts,
  type UnitKey,
} from '#lib/domain';

/** A unit below that stood above the first stage on what a unit above it held. */
export interface Resting {
  readonly unit: UnitKey;
  readonly model: ModelId;
  /** The model's. */
  readonly title: string;
  readonly ordinal: number;
  readonly name: string;
}

/** What is known of the units below a unit, retired ones left out. */
export interface Below {
  /** How many have no centre of excellence nearer than the one of this unit. */
  readonly leaning: number;
  /** How many of those hold no milestone of their own. */
  readonly idle: number;
  /** By the event that made a milestone held: who rested on it when it lapsed. */
  readonly resting: ReadonlyMap<EventId, Resting>;
}

/** Everything the policies may look at: one unit, as known at a position, seen at an instant. */
export interface KnownUnit {
  readonly program: ProgramId;
  readonly unit: UnitKey;
  readonly now: Instant;
  /** Those it follows, in the versions in force. */
  readonly models: readonly MaturityModel[];
  readonly dictionary: Dictionary;
  readonly evaluator: Evaluator;
  /** As `evaluator.expressions`, with every waiver left out. */
  readonly byFact: Expressions;
  /** Its standings now, one for each model that has one. */
  readonly standings: readonly Standing[];
  /** Its own facts. */
  readonly facts: UnitFacts;
  /** Its own events, texts of people sealed. */
  readonly events: ReadonlyMap<EventId, AnyEvent>;
  readonly below: Below;
}

/** What is to be known of a unit before the policies look at it. */
export interface Sighted {
  readonly program: ProgramId;
  readonly unit: UnitKey;
  readonly now: Instant;
  /** The versions in force of every model of the program, and those followed by default. */
  readonly models: ReadonlyMap<ModelId, MaturityModel>;
  readonly followed: readonly ModelId[];
  readonly dictionary: Dictionary;
  /** Of the unit and those around it, cut at the position up to which things are known. */
  readonly facts: ProgramFacts;
  /** Its own events. */
  readonly events: readonly AnyEvent[];
}

const NOTHING_BELOW: Below = { leaning: 0, idle: 0, resting: new Map() };

/** Prepares a unit for the policies; undefined when it is not registered. What lies below it is left empty. */
export function seeUnit(sighted: Sighted): KnownUnit | undefined {
  const { program, unit, now, dictionary, facts } = sighted;
  const own = facts.units.get(unit);
  if (!own) return undefined;
  const evaluator = new Evaluator(dictionary, facts);
  const { tree } = evaluator.expressions;
  const models = followedModels(facts, unit, sighted.followed, (of) =>
    tree.latestParent(of),
  ).flatMap((id) => sighted.models.get(id) ?? []);
  return {
    ...{ program, unit, now, models, dictionary, evaluator, facts: own },
    byFact: anyWaiver(facts)
      ? new Expressions(dictionary, withoutWaivers(facts))
      : evaluator.expressions,
    standings: models.flatMap((model) => evaluator.standing(model, unit, now) ?? []),
    events: new Map(sighted.events.map((event) => [event.id, event])),
    below: NOTHING_BELOW,
  };
}

function anyWaiver({ units }: ProgramFacts): boolean {
  return [...units.values()].some(({ waivers }) => waivers.size > 0);
}

function withoutWaivers({ units, beginnings }: ProgramFacts): ProgramFacts {
  return assembleFacts(
    [...units.values()].map((unit) => ({ ...unit, waivers: new Map() })),
    beginnings,
  );
}

/** A milestone as people call it. */
export function titleOf(known: KnownUnit, milestone: MilestoneKey): string {
  return known.dictionary.get(milestone)?.title ?? milestone;
}

/** An instant as a day, for sentences. */
export function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
