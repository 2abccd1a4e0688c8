import type { Position, ProgramId } from '#lib/domain';
import { type Clock, type Database, DatabaseUnavailable, type Tx } from '#lib/platform';
import type { Head } from './append.js';
import { readHead } from './head.js';
import { LogContradicted, LogEmpty } from './heads/errors.js';
import type { Heads } from './heads/heads.js';
import { LineDigest } from './heads/line-digest.js';
import type { SignedHead } from './heads/signed-head.js';
import type { Keyring } from './keyring.js';
import { FORMAT, type Line } from './lines.js';
import { readRows } from './reader.js';
import { type EventRow, toChained } from './rows.js';

const PAGE = 1_000;

/** Whether an export holds the keys of its texts. */
export type ExportedKeys = 'all' | 'none';

/** What logs are moved with. */
export interface MovingParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly keyring: Keyring;
  readonly heads: Heads | undefined;
}

/**
 * A log as JSON Lines: header, uploaded models, keys, events up to the head of the moment, head,
 * signed head. Events keep their ciphertext, so that the chain can be verified; the keys are in
 * clear, so that another server can read them. Where the log contradicts what was signed there is
 * no signed head at its end.
 * @throws UnknownProgram
 */
export async function* exportLog(
  { database, clock, keyring, heads }: MovingParts,
  program: ProgramId,
  exported: ExportedKeys,
): AsyncGenerator<string, void, void> {
  const signed = await signedHead(heads, program);
  const { head, models, keys } = await database.inProgram(
    program,
    async (tx) => ({
      head: await headOf(tx, program, signed),
      models: await tx.query<{ model: string; version: number; hash: string; yaml: string }>(
        `SELECT model, version, hash, yaml FROM model_version WHERE program_id = $1
          ORDER BY model, version`,
        [program],
      ),
      keys:
        exported === 'none'
          ? []
          : await tx.query<{ subject: string; wrapped: Buffer }>(
              'SELECT subject, wrapped FROM subject_key WHERE program_id = $1 AND wrapped IS NOT NULL ORDER BY subject',
              [program],
            ),
    }),
    { readOnly: true },
  );
  const digest = new LineDigest();
  const write = (line: Line): string => {
    const text = JSON.stringify(line);
    digest.add(text);
    return text;
  };
  const exportedAt = new Date(clock.now()).toISOString();
  const without = exported === 'none' ? { keys: 'none' as const } : {};
  yield write({ line: 'waymark-log', format: FORMAT, program, exportedAt, ...without });
  for (const model of models) yield write({ line: 'model', ...model });
  for (const { subject, wrapped } of keys) {
    const { secret } = keyring.unwrap(program, subject, wrapped);
    yield write({ line: 'key', subject, secret: secret.toString('base64') });
  }
  for await (const row of rowsTo(database, program, head.position)) yield write(eventLine(row));
  yield write({
    line: 'head',
    position: head.position,
    hash: head.hash.toString('base64'),
    cataloguePosition: head.cataloguePosition,
  });
  if (!heads || !signed) return;
  const { lines } = digest;
  const seal = { type: 'waymark-export-seal' as const, lines, sha256: digest.end() };
  yield write({
    line: 'signed-head',
    head: signed,
    seal: heads.keys.sign(seal),
    keys: [...heads.keys.changes],
  });
}

/** The signed head that an export ends with; undefined when there is no signer or it refuses, which it says itself. */
async function signedHead(
  heads: Heads | undefined,
  program: ProgramId,
): Promise<SignedHead | undefined> {
  try {
    return (await heads?.sign(program))?.head;
  } catch (error) {
    // a full disk keeps nobody from taking the log out
    const known = [LogContradicted, LogEmpty, DatabaseUnavailable];
    if (known.some((one) => error instanceof one)) return undefined;
    throw error;
  }
}

/** The head to export up to: the signed one, when there is one, though the log may have moved on. */
async function headOf(
  tx: Tx,
  program: ProgramId,
  signed: SignedHead | undefined,
): Promise<Pick<Head, 'position' | 'hash' | 'cataloguePosition'>> {
  const head = await readHead(tx, program);
  if (!signed || signed.position === head.position) return head;
  const [catalogue] = await tx.query<{ position: Position | null }>(
    `SELECT max(position) AS position FROM event WHERE program_id = $1 AND position <= $2
        AND type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed')`,
    [program, signed.position],
  );
  return {
    position: signed.position,
    hash: Buffer.from(signed.hash, 'hex'),
    cataloguePosition: catalogue?.position ?? 0,
  };
}

async function* rowsTo(
  database: Database,
  program: ProgramId,
  end: Position,
): AsyncGenerator<EventRow, void, void> {
  let position: Position = 0;
  while (position < end) {
    const [after, limit] = [position, Math.min(PAGE, end - position)];
    const rows = await database.inProgram(program, (tx) => readRows(tx, program, after, limit));
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    position = last.position;
  }
}

function eventLine(row: EventRow): Line {
  return { line: 'event', ...toChained(row), hash: row.hash.toString('base64') } as Line;
}
