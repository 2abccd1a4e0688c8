import type { Position, ProgramId } from '#lib/domain';
import type { Clock, Database } from '#lib/platform';
import { readHead } from './head.js';
import type { Keyring } from './keyring.js';
import { FORMAT, type Line } from './lines.js';
import { readRows } from './reader.js';
import { type EventRow, toChained } from './rows.js';

const PAGE = 1_000;

/**
 * A log as JSON Lines: header, uploaded models, keys, events up to the head of the moment, head.
 * Events keep their ciphertext, so that the chain can be verified; the keys are in clear, so that
 * another server can read them.
 * @throws UnknownProgram
 */
export async function* exportLog(
  database: Database,
  clock: Clock,
  keyring: Keyring,
  program: ProgramId,
): AsyncGenerator<string, void, void> {
  const { head, models, keys } = await database.inProgram(
    program,
    async (tx) => ({
      head: await readHead(tx, program),
      models: await tx.query<{ model: string; version: number; hash: string; yaml: string }>(
        `SELECT model, version, hash, yaml FROM model_version WHERE program_id = $1
          ORDER BY model, version`,
        [program],
      ),
      keys: await tx.query<{ subject: string; wrapped: Buffer }>(
        'SELECT subject, wrapped FROM subject_key WHERE program_id = $1 AND wrapped IS NOT NULL ORDER BY subject',
        [program],
      ),
    }),
    { readOnly: true },
  );
  const exportedAt = new Date(clock.now()).toISOString();
  yield write({ line: 'waymark-log', format: FORMAT, program, exportedAt });
  for (const model of models) yield write({ line: 'model', ...model });
  for (const { subject, wrapped } of keys) {
    const { secret } = keyring.unwrap(program, subject, wrapped);
    yield write({ line: 'key', subject, secret: secret.toString('base64') });
  }
  let position: Position = 0;
  while (position < head.position) {
    const limit = Math.min(PAGE, head.position - position);
    const rows = await database.inProgram(program, (tx) => readRows(tx, program, position, limit));
    for (const row of rows) yield write(eventLine(row));
    const last = rows.at(-1);
    if (!last) break;
    position = last.position;
  }
  yield write({
    line: 'head',
    position: head.position,
    hash: head.hash.toString('base64'),
    cataloguePosition: head.cataloguePosition,
  });
}

function eventLine(row: EventRow): Line {
  return { line: 'event', ...toChained(row), hash: row.hash.toString('base64') } as Line;
}

function write(line: Line): string {
  return JSON.stringify(line);
}
