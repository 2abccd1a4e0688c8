import type { ProgramId } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';
import { type Notice, noticeOf, type NoticeRow } from './notice.js';

/** Failures in a row that are no accident any more: it was asked for some six minutes by then. */
const FAILURES = 3;
/** A program has fewer; a bound keeps what is read small whatever happens. */
const MOST = 1_000;

const OPEN = `
SELECT 'source-silent' AS kind, s.id AS subject, s.name, s.silent_since AS since,
       to_char(coalesce((SELECT d.received_at FROM delivery d
                          WHERE d.program_id = s.program_id AND d.source = s.id AND NOT d.polled
                          ORDER BY d.id DESC LIMIT 1), s.last_cleared_at) AT TIME ZONE 'UTC',
               'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS detail
  FROM source s WHERE s.program_id = $1 AND s.silent_since IS NOT NULL
UNION ALL
SELECT 'poll-failing', s.id, s.name, p.failing_since, p.failure
  FROM source_poll p JOIN source s ON s.program_id = p.program_id AND s.id = p.source
 WHERE p.program_id = $1 AND p.failures >= ${FAILURES} AND p.failing_since IS NOT NULL
UNION ALL
SELECT 'subscription-disabled', id, name, disabled_at, disabled_because
  FROM subscription WHERE program_id = $1 AND disabled_at IS NOT NULL
UNION ALL
SELECT 'channel-disabled', id, name, disabled_at, disabled_because
  FROM channel WHERE program_id = $1 AND disabled_at IS NOT NULL
 ORDER BY since DESC, kind, name LIMIT ${MOST}`;

/** The notices of a program that stand, the latest first. */
export async function openNotices(tx: Tx, program: ProgramId): Promise<readonly Notice[]> {
  const rows = await tx.query<NoticeRow>(OPEN, [program]);
  return rows.map((row) => noticeOf(program, row));
}

/** What needs a person between a program and other systems: read from their registers as they are. */
export class Notices {
  constructor(private readonly database: Database) {}

  /** Those that stand, the latest first. */
  list(program: ProgramId): Promise<readonly Notice[]> {
    return this.database.inProgram(program, (tx) => openNotices(tx, program), { readOnly: true });
  }
}
