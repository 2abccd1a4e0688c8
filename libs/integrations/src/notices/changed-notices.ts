import type { Instant, ProgramId } from '#lib/domain';
import { fromTimestamp, newId, toTimestamp, type Tx } from '#lib/platform';
import { instantText } from '../outbound/instants.js';
import type { Signal } from '../outbound/signal.js';
import type { Notice, NoticeKind } from './notice.js';
import { openNotices } from './notices.js';

interface ToldRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly name: string;
  readonly since: Date;
}

/** The notices that came or went since this was asked last, which is noted with it. */
export async function changedNotices(
  tx: Tx,
  program: ProgramId,
  now: Instant,
): Promise<readonly Signal[]> {
  const open = await openNotices(tx, program);
  const told = await tx.query<ToldRow>(
    'SELECT id, kind, name, since FROM told_notice WHERE program_id = $1 ORDER BY since, id',
    [program],
  );
  const before = new Set(told.map(({ id }) => id));
  const stands = new Set(open.map(({ id }) => id));
  const came = open.filter(({ id }) => !before.has(id)).toReversed();
  const gone = told.filter(({ id }) => !stands.has(id));
  if (came.length > 0) await keep(tx, program, came);
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx.query('DELETE FROM told_notice WHERE program_id = $1 AND id = ANY ($2)', [
      program,
      ids,
    ]);
  }
  return [...came.map(opened), ...gone.map((one) => closed(one, now))];
}

async function keep(tx: Tx, program: ProgramId, came: readonly Notice[]): Promise<void> {
  const rows = came.map(({ id, kind, name, since }) => ({
    ...{ id, kind, name },
    since: toTimestamp(since),
  }));
  await tx.query(
    `INSERT INTO told_notice (program_id, id, kind, name, since)
     SELECT $1, id, kind, name, since FROM jsonb_to_recordset($2)
       AS n(id uuid, kind text, name text, since timestamptz)`,
    [program, JSON.stringify(rows)],
  );
}

function opened({ id: notice, kind, name, since, words, path }: Notice): Signal {
  const told = { notice, kind, name, since: instantText(since), words, path };
  return { type: 'notice.opened', unit: null, at: since, data: { id: newId(), told } };
}

function closed({ id: notice, kind, name, since }: ToldRow, now: Instant): Signal {
  const times = { since: instantText(fromTimestamp(since)), closedAt: instantText(now) };
  const told = { notice, kind, name, ...times };
  return { type: 'notice.closed', unit: null, at: now, data: { id: newId(), told } };
}
