import type {
  AnyEvent,
  EventId,
  EventType,
  Instant,
  Position,
  ProgramId,
  UnitKey,
} from '#lib/domain';
import type { Clock, Database, Tx } from '#lib/platform';
import type { Append, AppendOutcome, Head, InlineProjection, StoredEvent } from './append.js';

/** What an event log is made of. */
export interface EventLogParts {
  readonly database: Database;
  readonly clock: Clock;
  /** 32 bytes; wraps the keys of authors and subjects. */
  readonly masterKey: Buffer;
  readonly inline: InlineProjection;
  /** Told after each commit, with the last position; must not throw. */
  readonly onCommitted?: (program: ProgramId, position: Position) => void;
}

/** What verification found. */
export interface Verification {
  readonly ok: boolean;
  /** How many events were found sound. */
  readonly length: number;
  /** The hash of the head, in hex. */
  readonly head: string;
  /** The first position that is missing or does not fit its hash. */
  readonly firstBroken?: Position;
}

/** The log of every program: appends, reads, verifies, moves and follows. */
export declare class EventLog {
  constructor(parts: EventLogParts);

  /**
   * Records what `decide` puts forward, together with other appends of the program that wait.
   * @throws what `decide` or `answer` throws; VersionConflict, EventConflict, IdempotencyConflict,
   * FutureDate, InvalidDate, UnstorableText, UnknownProgram, LogBusy, OutcomeUnknown, DatabaseUnavailable
   */
  append<Answer>(request: Append<Answer>): Promise<AppendOutcome<Answer>>;

  /** Events after a position, in log order, texts in clear. */
  readAfter(tx: Tx, program: ProgramId, after: Position, limit: number): Promise<StoredEvent[]>;

  /** Events of some units up to a position, for folding: texts of people are left encrypted. */
  readUnits(
    tx: Tx,
    program: ProgramId,
    units: readonly UnitKey[],
    upTo: Position,
  ): Promise<AnyEvent[]>;

  /** Events of some types up to a position, for folding: texts of people are left encrypted. */
  readProgramFacts(
    tx: Tx,
    program: ProgramId,
    types: readonly EventType[],
    upTo: Position,
  ): Promise<AnyEvent[]>;

  /** One event, texts in clear. */
  find(tx: Tx, program: ProgramId, id: EventId): Promise<StoredEvent | undefined>;

  /** @throws UnknownProgram */
  head(tx: Tx, program: ProgramId): Promise<Head>;

  /**
   * The last position recorded by an instant, which stays the answer for good: waits for an append
   * in flight that could still be stamped at or before it.
   */
  positionAt(program: ProgramId, knownAt: Instant): Promise<Position>;

  /** Goes through the whole chain. */
  verify(program: ProgramId): Promise<Verification>;

  /** The whole log as JSON Lines, one line each, without line ends. Holds the keys of its texts: keep it secret. */
  exportLog(program: ProgramId): AsyncIterable<string>;

  /**
   * Takes an exported log into an empty program: all of it, its chain verified, or nothing.
   * @param lines without line ends
   * @param rebuild builds the read models of the program, after the log is committed
   * @throws LogNotEmpty, LogImportFault, UnknownProgram
   */
  importLog(
    program: ProgramId,
    lines: AsyncIterable<string>,
    rebuild: (program: ProgramId) => Promise<void>,
  ): Promise<Head>;

  /** Every event after a position, in order, and then each as it is committed, until `signal` aborts or the loop is left. */
  subscribe(
    program: ProgramId,
    after: Position,
    options?: { readonly signal?: AbortSignal },
  ): AsyncIterable<StoredEvent>;

  /** Forgets kept answers older than a day. Answers how many. */
  forgetAnswers(program: ProgramId): Promise<number>;

  /** Lets appends in flight finish and ends subscriptions. */
  close(): Promise<void>;
}
