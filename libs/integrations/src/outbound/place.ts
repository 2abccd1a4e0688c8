import { type Instant, type Position, type ProgramId, type UnitKey } from '#lib/domain';
import { fromTimestamp, newId, toTimestamp, type Tx } from '#lib/platform';
import { instantText } from './instants.js';
import type { Signal } from './signal.js';

/** Up to where a program's log and calendar have been told. */
export interface Place {
  readonly position: Position;
  readonly passedAt: Instant;
}

/** The place of a program; undefined: nobody was ever told anything. */
export async function placeOf(
  tx: Tx,
  program: ProgramId,
  { locked = false } = {},
): Promise<Place | undefined> {
  const [row] = await tx.query<{ position: Position; passed_at: Date }>(
    `SELECT position, passed_at FROM told_place WHERE program_id = $1 ${locked ? 'FOR UPDATE' : ''}`,
    [program],
  );
  return row && { position: row.position, passedAt: fromTimestamp(row.passed_at) };
}

/** Moves the place of a program. */
export async function movePlace(tx: Tx, program: ProgramId, to: Place): Promise<void> {
  await tx.query(
    `INSERT INTO told_place (program_id, position, passed_at) VALUES ($1, $2, $3)
     ON CONFLICT (program_id) DO UPDATE SET position = $2, passed_at = $3`,
    [program, to.position, toTimestamp(to.passedAt)],
  );
}

/**
 * Makes sure that whoever is told from now on is told nothing of before: where nobody is told, the
 * place goes to the present.
 * @returns the head of the log
 */
export async function beginTelling(tx: Tx, program: ProgramId, now: Instant): Promise<Position> {
  const [head] = await tx.query<{ position: Position; told: boolean }>(
    `SELECT position, EXISTS (SELECT FROM subscription
        WHERE program_id = $1 AND disabled_at IS NULL) OR EXISTS (SELECT FROM channel
        WHERE program_id = $1 AND disabled_at IS NULL) AS told
       FROM feed_head WHERE program_id = $1`,
    [program],
  );
  const position = head?.position ?? 0;
  if (!head?.told) {
    await movePlace(tx, program, { position, passedAt: now });
    await changedAlerts(tx, program, now);
  }
  return position;
}

interface AlertRow {
  readonly id: string;
  readonly unit: UnitKey;
  readonly rule: string;
  readonly closed: boolean;
  readonly was: boolean | null;
  readonly severity: string | null;
  readonly summary: string | null;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
}

/**
 * The alerts that came or went since this was asked last, which is noted with it. One that came and
 * went in between, as old facts recorded late make them, is not told; one whose cause was retracted
 * has gone.
 */
export async function changedAlerts(
  tx: Tx,
  program: ProgramId,
  now: Instant,
): Promise<readonly Signal[]> {
  const rows = await tx.query<AlertRow>(CHANGED_ALERTS, [program]);
  if (rows.length === 0) return [];
  const gone = rows.filter(({ opened_at }) => opened_at === null).map(({ id }) => id);
  await tx.query('DELETE FROM told_alert WHERE program_id = $1 AND id = ANY ($2)', [program, gone]);
  const kept = rows.filter(({ opened_at }) => opened_at !== null);
  await tx.query(
    `INSERT INTO told_alert (program_id, id, unit, rule, closed)
     SELECT $1, id, unit, rule, closed FROM jsonb_to_recordset($2) AS a(id uuid, unit text, rule text, closed boolean)
     ON CONFLICT (program_id, id) DO UPDATE SET closed = excluded.closed`,
    [program, JSON.stringify(kept)],
  );
  return rows
    .filter(({ closed, was }) => closed !== (was ?? true))
    .map((one) => alertSignal(one, now));
}

// the alerts are advice, read as its table stands: what is told of them is no part of it
const CHANGED_ALERTS = `
SELECT coalesce(a.id, t.id) AS id, coalesce(a.unit, t.unit) AS unit, coalesce(a.rule, t.rule) AS rule,
       a.id IS NULL OR a.closed_at IS NOT NULL AS closed, t.closed AS was,
       a.severity, a.summary, a.opened_at, a.closed_at
  FROM (SELECT * FROM alert WHERE program_id = $1) a
  FULL JOIN (SELECT * FROM told_alert WHERE program_id = $1) t ON t.id = a.id
 WHERE a.id IS NULL OR t.id IS NULL OR t.closed <> (a.closed_at IS NOT NULL)`;

function alertSignal(row: AlertRow, now: Instant): Signal {
  const { id, unit, rule, closed, severity, summary, opened_at, closed_at } = row;
  const text = (at: Date | null) => at && instantText(fromTimestamp(at));
  const since = closed ? closed_at : opened_at;
  return {
    type: closed ? 'alert.closed' : 'alert.opened',
    unit,
    at: since === null ? now : fromTimestamp(since),
    data: {
      id: newId(),
      told: {
        ...{ alert: id, rule, severity, summary },
        openedAt: text(opened_at),
        // one whose cause was taken back never was
        closedAt: closed ? (text(closed_at) ?? instantText(now)) : null,
      },
    },
  };
}
