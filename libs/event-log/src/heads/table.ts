import type { ProgramId } from '#lib/domain';
import { type Database, type Tx, fromTimestamp, toTimestamp } from '#lib/platform';
import type { SignedHead } from './signed-head.js';

/** The class of the advisory locks under which heads of a program are signed, one after another. */
const SIGNING = 0x57_4d_53_31;

const PAGE = 1_000;

interface Row {
  readonly number: number;
  readonly position: number;
  readonly hash: Buffer;
  readonly recorded_at: Date | number;
  readonly signed_at: Date | number;
  readonly previous: Buffer | null;
  readonly afresh: boolean;
  readonly key_id: string;
  readonly signature: Buffer;
}

const COLUMNS =
  'number, position, hash, recorded_at, signed_at, previous, afresh, key_id, signature';

/** Keeps others from signing heads of the program until the transaction ends. */
export async function lockSigning(tx: Tx, program: ProgramId): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock($2, hashtext($1))', [program, SIGNING]);
}

/** Signed heads of a program with numbers below one, newest first. */
export async function newestHeads(
  tx: Tx,
  program: ProgramId,
  { below, limit }: { readonly below: number; readonly limit: number },
): Promise<SignedHead[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM signed_head WHERE program_id = $1 AND number < $2
      ORDER BY number DESC LIMIT $3`,
    [program, below, limit],
  );
  return rows.map((row) => toHead(program, row));
}

/** Signed heads of a program with numbers above one, oldest first. */
export async function headsAfter(
  tx: Tx,
  program: ProgramId,
  after: number,
  limit: number,
): Promise<SignedHead[]> {
  const rows = await tx.query<Row>(
    `SELECT ${COLUMNS} FROM signed_head WHERE program_id = $1 AND number > $2
      ORDER BY number LIMIT $3`,
    [program, after, limit],
  );
  return rows.map((row) => toHead(program, row));
}

/** Every signed head of a program, oldest first. */
export async function allHeads(database: Database, program: ProgramId): Promise<SignedHead[]> {
  const heads: SignedHead[] = [];
  for (;;) {
    const after = heads.at(-1)?.number ?? 0;
    const page = await database.inProgram(program, (tx) => headsAfter(tx, program, after, PAGE));
    heads.push(...page);
    if (page.length < PAGE) return heads;
  }
}

/** Keeps a signed head; one with its number stays as it is. */
export async function insertHead(tx: Tx, program: ProgramId, head: SignedHead): Promise<void> {
  await tx.query(
    `INSERT INTO signed_head (program_id, ${COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [
      program,
      head.number,
      head.position,
      Buffer.from(head.hash, 'hex'),
      head.recordedAt,
      head.signedAt,
      head.previous === null ? null : Buffer.from(head.previous, 'hex'),
      head.afresh === true,
      head.keyId,
      Buffer.from(head.signature, 'base64'),
    ],
  );
}

/** The oldest signed heads that were not sent and whose next try has come. */
export async function headsToSend(
  tx: Tx,
  program: ProgramId,
  now: number,
  limit: number,
): Promise<readonly { readonly head: SignedHead; readonly attempts: number }[]> {
  const rows = await tx.query<Row & { send_attempts: number }>(
    `SELECT ${COLUMNS}, send_attempts FROM signed_head
      WHERE program_id = $1 AND sent_at IS NULL AND (next_attempt_at IS NULL OR next_attempt_at <= $2)
      ORDER BY number LIMIT $3`,
    [program, toTimestamp(now), limit],
  );
  return rows.map((row) => ({ head: toHead(program, row), attempts: row.send_attempts }));
}

/** Notes how sending a head went: when it was taken, or why it was not and when it is tried again. */
export async function noteSending(
  tx: Tx,
  program: ProgramId,
  number: number,
  outcome: { readonly sentAt: number } | { readonly failure: string; readonly nextAt: number },
): Promise<void> {
  const sent = 'sentAt' in outcome;
  await tx.query(
    `UPDATE signed_head SET sent_at = $3, send_failure = $4, next_attempt_at = $5,
            send_attempts = send_attempts + 1
      WHERE program_id = $1 AND number = $2`,
    [
      program,
      number,
      sent ? toTimestamp(outcome.sentAt) : null,
      sent ? null : outcome.failure,
      sent ? null : toTimestamp(outcome.nextAt),
    ],
  );
}

function toHead(program: ProgramId, row: Row): SignedHead {
  return {
    type: 'waymark-signed-head',
    program,
    number: row.number,
    position: row.position,
    hash: row.hash.toString('hex'),
    recordedAt: moment(row.recorded_at),
    signedAt: moment(row.signed_at),
    previous: row.previous?.toString('hex') ?? null,
    ...(row.afresh ? { afresh: true as const } : {}),
    keyId: row.key_id,
    signature: row.signature.toString('base64'),
  };
}

/** As it was signed: with milliseconds. A time that no statement can hold reads as the year 0. */
function moment(stored: Date | number): string {
  const at = fromTimestamp(stored);
  return new Date(Number.isFinite(at) ? at : Date.UTC(0, 0)).toISOString();
}
