import { type Position, type ProgramId, parseOccurrence } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import type { Head } from './append.js';
import { assertStorable, chainHash, FIRST_HASH } from './canonical.js';
import { LogImportFault, LogNotEmpty, UnstorableText } from './errors.js';
import type { MovingParts } from './export-log.js';
import { lockHead } from './head.js';
import { LineDigest } from './heads/line-digest.js';
import { TrustedKeys } from './heads/signing-keys.js';
import { importKey } from './imported-key.js';
import { type Keyring, SubjectKey } from './keyring.js';
import { type Line, type LineOf, ORDER, parseLine } from './lines.js';
import { type EventRow, toChained } from './rows.js';
import { type Upcasters, UPCASTERS, presentShape } from './upcast.js';
import { cataloguePosition, CHANNEL, insertRows } from './write.js';

const PAGE = 1_000;
const CLOCK_SKEW_MS = 5 * 60_000;
/** Longer than any import, which has no end of its own but the client's. */
const LONGEST_MS = 600_000;

/**
 * Writes an exported log into an empty program in one transaction, verifying its chain on the way.
 * @throws LogNotEmpty, LogImportFault, UnknownProgram
 */
export async function importLog(
  { database, clock, keyring, heads }: MovingParts,
  program: ProgramId,
  lines: AsyncIterable<string>,
): Promise<Head> {
  const head = await database.inProgram(
    program,
    async (tx) => {
      await empty(tx, program);
      const latest = clock.now() + CLOCK_SKEW_MS;
      const trusted = heads?.keys.trusted ?? new TrustedKeys([]);
      const intake = new Intake(tx, program, { keyring, trusted, latest });
      for await (const text of lines) await intake.take(text);
      return intake.finish();
    },
    { timeoutMs: LONGEST_MS },
  );
  keyring.forget(program);
  return head;
}

async function empty(tx: Tx, program: ProgramId): Promise<void> {
  const head = await lockHead(tx, program);
  if (head.position > 0) throw new LogNotEmpty(program);
  // left by answers that were kept without a fact, and by uploads that were never logged
  for (const table of ['idempotency', 'model_version']) {
    await tx.query(`DELETE FROM ${table} WHERE program_id = $1`, [program]);
  }
}

/** Takes line after line; holds no more than a page of events. */
class Intake {
  private number = 0;
  private phase = 0;
  private hash = FIRST_HASH;
  private position: Position = 0;
  private recordedAt = Number.NEGATIVE_INFINITY;
  private catalogue: Position = 0;
  private page: EventRow[] = [];
  private readonly subjects = new Set<string>();
  private readonly digest = new LineDigest();
  private closing: LineOf<'head'> | undefined;

  constructor(
    private readonly tx: Tx,
    private readonly program: ProgramId,
    private readonly parts: {
      readonly keyring: Keyring;
      readonly trusted: TrustedKeys;
      /** The last instant at which anything can have been recorded. */
      readonly latest: number;
    },
    private readonly upcasters: Upcasters = UPCASTERS,
  ) {}

  async take(text: string): Promise<void> {
    this.number += 1;
    if (text.trim() === '') return;
    const line = parseLine(text);
    if (typeof line === 'string') throw this.fault(line);
    try {
      assertStorable(line, '');
    } catch (error) {
      if (error instanceof UnstorableText) throw this.fault(error.message);
      throw error;
    }
    this.inOrder(line);
    if (line.line !== 'signed-head') this.digest.add(text.trimEnd());
    if (line.line === 'waymark-log') this.takeHeader(line);
    else if (line.line === 'model') await this.takeModel(line);
    else if (line.line === 'key') await this.takeKey(line);
    else if (line.line === 'event') await this.takeEvent(line);
    else if (line.line === 'head') this.closing = line;
    else this.takeSigned(line);
  }

  async finish(): Promise<Head> {
    await this.writePage();
    const { closing, position, hash, recordedAt, catalogue } = this;
    if (!closing) throw this.fault('the file ends before its last line, the head.');
    if (closing.position !== position || closing.hash !== hash.toString('base64')) {
      throw this.fault(`the head is not that of the ${position} events before it.`);
    }
    await this.tx.query(
      `UPDATE feed_head SET position = $2, hash = $3, recorded_at = $4, catalogue_position = $5
        WHERE program_id = $1`,
      [this.program, position, hash, toTimestamp(recordedAt), catalogue],
    );
    await this.tx.query('SELECT pg_notify($1, $2)', [CHANNEL, `${position} ${this.program}`]);
    return { position, hash, recordedAt, cataloguePosition: catalogue };
  }

  private inOrder(line: Line): void {
    const phase = ORDER.indexOf(line.line);
    const once = ['waymark-log', 'head', 'signed-head'].includes(line.line);
    if (this.number === 1 ? phase !== 0 : phase < this.phase || (once && phase === this.phase)) {
      throw this.fault(`a "${line.line}" line does not belong here.`);
    }
    this.phase = phase;
  }

  private takeHeader({ keys }: LineOf<'waymark-log'>): void {
    if (keys !== 'none') return;
    throw this.fault('the log was exported without its keys, so nobody could read it any more.');
  }

  /** What is said of the lines before must be true; who says it is checked where the key is known here. */
  private takeSigned({ head, seal }: LineOf<'signed-head'>): void {
    const { closing, digest } = this;
    const ofHead = closing && Buffer.from(closing.hash, 'base64').toString('hex') === head.hash;
    if (!ofHead || head.position !== closing.position) {
      throw this.fault('the signed head is not that of the events before it.');
    }
    if (seal.lines !== digest.lines || seal.sha256 !== digest.end()) {
      throw this.fault('a line before was changed: they are not those that were sealed.');
    }
    const { trusted } = this.parts;
    if (trusted.signed(head) === false || trusted.signed(seal) === false) {
      throw this.fault('it was not signed by the key it names.');
    }
  }

  private async takeModel(line: LineOf<'model'>): Promise<void> {
    const { model, version, hash, yaml } = line;
    const written = await this.tx.query(
      `INSERT INTO model_version (program_id, model, version, hash, yaml)
       VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING 1`,
      [this.program, model, version, hash, yaml],
    );
    if (written.length === 0) throw this.fault(`model ${model} ${version} is there twice.`);
  }

  private async takeKey({ subject, secret }: LineOf<'key'>): Promise<void> {
    const key = new SubjectKey(subject, Buffer.from(secret, 'base64'));
    if (this.subjects.has(subject)) throw this.fault(`the key of ${subject} is there twice.`);
    this.subjects.add(subject);
    await importKey(this.tx, this.program, this.parts.keyring, key);
  }

  private async takeEvent(line: LineOf<'event'>): Promise<void> {
    const row = toRow(line);
    const hash = chainHash(this.hash, toChained(row));
    if (row.position !== this.position + 1) {
      throw this.fault(`position ${this.position + 1} is missing.`);
    }
    if (!hash.equals(row.hash)) throw this.fault('the event does not fit its hash.');
    this.checkTimes(line);
    if (line.shape > presentShape(line.type, this.upcasters)) {
      throw this.fault('the event was written by a newer Waymark. Import it with that version.');
    }
    this.position = row.position;
    this.hash = hash;
    this.recordedAt = line.recordedAt;
    this.page.push(row);
    if (this.page.length >= PAGE) await this.writePage();
  }

  private checkTimes({ occurredAt, effectiveAt, recordedAt }: LineOf<'event'>): void {
    if (!parseOccurrence(occurredAt)) throw this.fault(`occurredAt "${occurredAt}" is no date.`);
    if (effectiveAt > recordedAt) throw this.fault('effectiveAt lies after recordedAt.');
    if (recordedAt < this.recordedAt) throw this.fault('recordedAt runs backwards.');
    if (recordedAt > this.parts.latest) throw this.fault('recordedAt lies in the future.');
  }

  private async writePage(): Promise<void> {
    const { page } = this;
    this.page = [];
    this.catalogue = cataloguePosition(page) ?? this.catalogue;
    if (page.length === 0) return;
    try {
      await insertRows(this.tx, this.program, page);
    } catch (error) {
      if ((error as { code?: unknown }).code !== UNIQUE_VIOLATION) throw error;
      throw this.fault('an event above has the id, or the source and its id, of another.');
    }
  }

  private fault(reason: string): LogImportFault {
    return new LogImportFault(this.number, reason);
  }
}

const UNIQUE_VIOLATION = '23505';

function toRow(line: LineOf<'event'>): EventRow {
  return {
    position: line.position,
    id: line.id,
    type: line.type,
    shape: line.shape,
    unit: line.unit,
    occurred_at: line.occurredAt,
    effective_at: line.effectiveAt,
    recorded_at: line.recordedAt,
    data: line.data,
    author: line.author,
    actor: line.actor,
    source: line.source,
    source_id: line.sourceId,
    digest: Buffer.from(line.digest, 'base64'),
    hash: Buffer.from(line.hash, 'base64'),
  };
}
