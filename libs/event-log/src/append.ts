import type {
  AnyEvent,
  EventData,
  EventId,
  EventType,
  Instant,
  Position,
  ProgramId,
  Standing,
  UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';

/** Who records: the id of the key in use, and the name shown beside what was recorded. */
export interface Actor {
  /** A UUID. What this actor writes is encrypted under the key of this subject. */
  readonly subject: string;
  readonly name: string;
}

/** A fact as a decision puts it forward, before the log gives it position and time. */
export type EventDraft = {
  readonly [T in EventType]: {
    readonly type: T;
    /** The unit it is about; null for facts of the whole program. */
    readonly unit: UnitKey | null;
    /** As given: an instant, a day, a month, a quarter or a year. Absent: now. */
    readonly occurredAt?: string;
    readonly data: EventData[T];
    /** Where it comes from, and its id there: both or neither. Given both, it is recorded once. */
    readonly source?: string;
    readonly sourceId?: string;
    /** A UUIDv7; absent: one is made. */
    readonly id?: EventId;
    /**
     * By member of the data (`note`, `reason`, `by`, `to`, `evidence`): the subject who wrote it
     * first, where it is taken over from another event. It is sealed under that one's key.
     */
    readonly writers?: Readonly<Record<string, string>>;
  };
}[EventType];

/** A fact as the log keeps it, with its texts in clear; `ERASED` stands where their key was destroyed. */
export type StoredEvent = AnyEvent & {
  /** The actor's name. */
  readonly actor: string;
  /** The id of the key that recorded it. */
  readonly author: string;
  /** By member of the data: the subject under whose key it is sealed, where that is not the author. */
  readonly writers?: Readonly<Record<string, string>>;
  /** `waymark` for what came in by a command. */
  readonly source: string;
  readonly sourceId: string;
};

/** What stands where a text was erased. */
export const ERASED = '[erased]';

/** The source of facts that came in by a command; their `sourceId` is their id. */
export const OWN_SOURCE = 'waymark';

/** One decision to be appended; everything it puts forward is recorded, or nothing. */
export interface Append<Answer> {
  readonly program: ProgramId;
  readonly actor: Actor;
  /** The units whose versions the decision looks at. */
  readonly units: readonly UnitKey[];
  /** From `If-Match`: the version the unit must be at. */
  readonly expected?: { readonly unit: UnitKey; readonly version: number };
  /** `scope` names key, method and path; `digest` is a hash of the request. The first answer is kept for a day. */
  readonly idempotency?: { readonly scope: string; readonly key: string; readonly digest: Buffer };
  /** True for everything but milestone facts: it gets a transaction of its own. */
  readonly alone: boolean;
  /** How long its transaction may last, in milliseconds, where that is longer than appends take (10 s). */
  readonly timeoutMs?: number;
  /**
   * Decides, while the head is locked, what is recorded. What it throws refuses this append only.
   * It may be called more than once, so it changes nothing.
   */
  decide(context: DecisionContext): Promise<readonly EventDraft[]> | readonly EventDraft[];
  /** Builds the answer inside the transaction. It must survive JSON. */
  answer(appended: Appended): Answer;
}

/** What a decision may look at. */
export interface DecisionContext {
  readonly tx: Tx;
  /** Will be the `recordedAt` of what is recorded. */
  readonly now: Instant;
  /** The last position before this append. */
  readonly position: Position;
  /** The position of the last fact that changed models, dictionary or what the program follows. */
  readonly cataloguePosition: Position;
  /** The number of events of one of the `units`; undefined when it is unknown. */
  version(unit: UnitKey): number | undefined;
}

/** What an append led to. */
export interface Appended {
  /** In the order of the drafts; for a duplicate, the events recorded the first time. */
  readonly events: readonly StoredEvent[];
  /** True when every draft was known already, by its source and id there. */
  readonly duplicate: boolean;
  /** The unit's standings after the append; empty when nothing new was recorded in this transaction. */
  standings(unit: UnitKey): readonly Standing[];
  /** The unit's version after the append; 0 when it is unknown. */
  version(unit: UnitKey): number;
}

/** What `append` answers. */
export interface AppendOutcome<Answer> {
  readonly answer: Answer;
  readonly duplicate: boolean;
  /** The position of the last event of the append; the head when it recorded none. */
  readonly position: Position;
}

/** The read model written in the append's own transaction. */
export interface InlineProjection {
  /**
   * @param events newly appended, in log order, texts in clear; of one program, possibly of several appends
   * @param before the head they follow
   */
  project(
    tx: Tx,
    program: ProgramId,
    events: readonly StoredEvent[],
    before: Head,
  ): Promise<{ standings(unit: UnitKey): readonly Standing[] }>;
}

/** The last position of a program and what the log knows about it. */
export interface Head {
  readonly position: Position;
  /** Of the last event; 32 zero bytes in an empty log. */
  readonly hash: Buffer;
  /** `BEGINNING_OF_TIME` in an empty log. */
  readonly recordedAt: Instant;
  readonly cataloguePosition: Position;
}
