import type {
  AnyEvent,
  Dictionary,
  EventId,
  Evaluator,
  Expressions,
  Instant,
  MaturityModel,
  MilestoneKey,
  ModelId,
  ProgramId,
  Standing,
  UnitFacts,
  UnitKey,
} from '#lib/domain';

/** A unit below that stood above the first stage on what a unit above it held. */
export interface Resting {
  readonly unit: UnitKey;
  readonly model: ModelId;
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

/** The model a standing is about. */
export function modelOf(known: KnownUnit, id: ModelId): MaturityModel | undefined {
  return known.models.find((model) => model.id === id);
}

/** A milestone as people call it. */
export function titleOf(known: KnownUnit, milestone: MilestoneKey): string {
  return known.dictionary.get(milestone)?.title ?? milestone;
}

/** An instant as a day, for sentences. */
export function day(instant: Instant): string {
  return new Date(instant).toISOString().slice(0, 10);
}
