import type {
  AnyEvent,
  EventId,
  EventType,
  Instant,
  Owner,
  Position,
  ProgramId,
  UnitKey,
} from '#lib/domain';
import type { Clock, Database, Tx } from '#lib/platform';
import type { About } from './about.js';
import { forgetAnswers } from './answers.js';
import type { Append, AppendOutcome, Head, InlineProjection, StoredEvent } from './append.js';
import { Appender } from './appender.js';
import { readHead } from './head.js';
import { type ExportedKeys, exportLog } from './export-log.js';
import type { Heads } from './heads/heads.js';
import { importLog } from './import-log.js';
import { Keyring } from './keyring.js';
import { positionAt } from './position-at.js';
import { Reader } from './reader.js';
import { Seals } from './seals.js';
import type { ToldEvent } from './told-texts.js';
import { Subscriptions } from './subscriptions.js';
import { UPCASTERS } from './upcast.js';
import { type Verification, verifyLog } from './verify/verify-log.js';

/** What an event log is made of. */
export interface EventLogParts {
  readonly database: Database;
  readonly clock: Clock;
  /** 32 bytes; wraps the keys of authors and subjects. */
  readonly masterKey: Buffer;
  readonly inline: InlineProjection;
  /** Signs heads and knows those that were signed; without it, verification knows of none. */
  readonly heads?: Heads;
  /** Told after each commit, with the last position; must not throw. */
  readonly onCommitted?: (program: ProgramId, position: Position) => void;
}

/** The log of every program: appends, reads, verifies, moves and follows. */
export class EventLog {
  /** For texts of people outside the log; shares the keys at hand. */
  readonly seals: Seals;
  private readonly database: Database;
  private readonly clock: Clock;
  private readonly heads: Heads | undefined;
  private readonly keyring: Keyring;
  private readonly appender: Appender;
  private readonly reader: Reader;
  private readonly subscriptions: Subscriptions;

  constructor(parts: EventLogParts) {
    const { database, clock, inline, onCommitted = () => undefined } = parts;
    this.database = database;
    this.clock = clock;
    this.heads = parts.heads;
    this.keyring = new Keyring(parts.masterKey);
    this.seals = new Seals(parts.masterKey, this.keyring);
    const groups = { clock, inline, keyring: this.keyring, upcasters: UPCASTERS };
    this.appender = new Appender(database, groups, onCommitted);
    this.reader = new Reader(this.keyring, UPCASTERS);
    this.subscriptions = new Subscriptions(database, this.reader);
  }

  /**
   * Records what `decide` puts forward, together with other appends of the program that wait.
   * @throws what `decide` or `answer` throws; VersionConflict, EventConflict, IdempotencyConflict,
   * FutureDate, InvalidDate, UnstorableText, UnknownProgram; DatabaseUnavailable when nothing was
   * recorded, OutcomeUnknown when that could not be found out
   */
  append<Answer>(request: Append<Answer>): Promise<AppendOutcome<Answer>> {
    return this.appender.append(request) as Promise<AppendOutcome<Answer>>;
  }

  /** Events after a position, in log order, texts in clear. */
  readAfter(tx: Tx, program: ProgramId, after: Position, limit: number): Promise<StoredEvent[]> {
    return this.reader.after(tx, program, after, limit);
  }

  /**
   * Events after a position about some units, or about none and of some types, in log order, texts in
   * clear. A page may be short: `next` is the `after` of the following one, null at the end.
   */
  readAbout(
    tx: Tx,
    program: ProgramId,
    about: About,
    page: { readonly after: Position; readonly limit: number },
  ): Promise<{ readonly events: StoredEvent[]; readonly next: Position | null }> {
    return this.reader.about(tx, program, about, page);
  }

  /** Events after a position by their texts in clear, each text with the subject it belongs to. */
  readTold(tx: Tx, program: ProgramId, after: Position, limit: number): Promise<ToldEvent[]> {
    return this.reader.told(tx, program, after, limit);
  }

  /** Events of some units up to a position, for folding: texts of people are left encrypted. */
  readUnits(
    tx: Tx,
    program: ProgramId,
    units: readonly UnitKey[],
    upTo: Position,
  ): Promise<AnyEvent[]> {
    return this.reader.ofUnits(tx, program, units, upTo);
  }

  /** Events of some types up to a position, for folding: texts of people are left encrypted. */
  readProgramFacts(
    tx: Tx,
    program: ProgramId,
    types: readonly EventType[],
    upTo: Position,
  ): Promise<AnyEvent[]> {
    return this.reader.ofTypes(tx, program, types, upTo);
  }

  /** One event, texts in clear. */
  find(tx: Tx, program: ProgramId, id: EventId): Promise<StoredEvent | undefined> {
    return this.reader.byId(tx, program, id);
  }

  /** The events at some positions, in the order in which these are given, texts in clear. */
  readAt(tx: Tx, program: ProgramId, positions: readonly Position[]): Promise<StoredEvent[]> {
    return this.reader.at(tx, program, positions);
  }

  /** The latest events of one unit at or before a position, newest first, texts in clear. */
  readLatestOf(
    tx: Tx,
    program: ProgramId,
    unit: UnitKey,
    page: { readonly upTo: Position; readonly limit: number },
  ): Promise<StoredEvent[]> {
    return this.reader.latestOf(tx, program, unit, page);
  }

  /** Owners as they are stored, in clear; `ERASED` stands where their key was destroyed. */
  owners(tx: Tx, program: ProgramId, sealed: readonly Owner[]): Promise<Owner[]> {
    return this.reader.owners(tx, program, sealed);
  }

  /** The `subject` of an owner as stored, by the e-mail address; undefined when there cannot be one. */
  ownerSubject(tx: Tx, program: ProgramId, email: string): Promise<string | undefined> {
    return this.reader.ownerSubject(tx, program, email);
  }

  /** @throws UnknownProgram */
  head(tx: Tx, program: ProgramId): Promise<Head> {
    return readHead(tx, program);
  }

  /**
   * The last position recorded by an instant, which stays the answer for good: waits for an append
   * in flight that could still be stamped at or before it.
   * @throws UnknownProgram
   */
  positionAt(program: ProgramId, knownAt: Instant): Promise<Position> {
    return positionAt(this.database, this.clock, program, knownAt);
  }

  /** Goes through the whole chain, and holds it against the heads that were signed. @throws UnknownProgram */
  verify(program: ProgramId): Promise<Verification> {
    return verifyLog(this.database, program, this.heads);
  }

  /**
   * The whole log as JSON Lines, each without its line end, sealed by a signed head where there is a
   * signer and the log is the one that was signed.
   * @param keys `all`: with the keys of its texts, so that it can be read: keep it secret; `none`:
   * it can be verified, and its texts not be read
   * @throws UnknownProgram
   */
  exportLog(program: ProgramId, keys: ExportedKeys = 'all'): AsyncIterable<string> {
    const { database, clock, keyring, heads } = this;
    return exportLog({ database, clock, keyring, heads }, program, keys);
  }

  /**
   * Takes an exported log into an empty program: all of it, its chain verified, or nothing.
   * @param lines without line ends
   * @param rebuild builds the read models of the program, after the log is committed
   * @throws LogNotEmpty, LogImportFault, UnknownProgram
   */
  async importLog(
    program: ProgramId,
    lines: AsyncIterable<string>,
    rebuild: (program: ProgramId) => Promise<void>,
  ): Promise<Head> {
    const { database, clock, keyring, heads } = this;
    const head = await importLog({ database, clock, keyring, heads }, program, lines);
    await rebuild(program);
    return head;
  }

  /** Every event after a position, in order, and then each as it is committed, until `signal` aborts or the loop is left. */
  subscribe(
    program: ProgramId,
    after: Position,
    options: { readonly signal?: AbortSignal } = {},
  ): AsyncIterable<StoredEvent> {
    return this.subscriptions.follow(program, after, options.signal);
  }

  /** Forgets the keys at hand, of one program or of all, since some were destroyed. */
  forgetKeys(program?: ProgramId): void {
    this.keyring.forget(program);
  }

  /** Forgets kept answers older than a day. Answers how many. */
  forgetAnswers(program: ProgramId): Promise<number> {
    return this.database.inProgram(program, (tx) => forgetAnswers(tx, program, this.clock.now()));
  }

  /** Lets appends in flight finish and ends subscriptions. */
  async close(): Promise<void> {
    await this.appender.idle();
    await this.subscriptions.close();
  }
}
