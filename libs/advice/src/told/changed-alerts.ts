import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import { fromTimestamp, type Tx } from '#lib/platform';
import type { Severity } from '../finding.js';

/** An alert that came or went. */
export interface ChangedAlert {
  readonly id: string;
  readonly unit: UnitKey;
  readonly rule: string;
  readonly closed: boolean;
  /** The rest is null where its cause was retracted: then it never was. */
  readonly severity: Severity | null;
  readonly summary: string | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
}

interface Row extends Pick<ChangedAlert, 'id' | 'unit' | 'rule' | 'closed' | 'severity'> {
  readonly was: boolean | null;
  readonly summary: string | null;
  readonly opened_at: Date | null;
  readonly closed_at: Date | null;
}

/**
 * The alerts that came or went since this was asked last, which is noted with it. One that came and
 * went in between, as old facts recorded late make them, is not among them; one whose cause was
 * retracted has gone.
 */
export async function changedAlerts(tx: Tx, program: ProgramId): Promise<readonly ChangedAlert[]> {
  const rows = await tx.query<Row>(CHANGED, [program]);
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
  return rows.filter(({ closed, was }) => closed !== (was ?? true)).map(toChanged);
}

const CHANGED = `
SELECT coalesce(a.id, t.id) AS id, coalesce(a.unit, t.unit) AS unit, coalesce(a.rule, t.rule) AS rule,
       a.id IS NULL OR a.closed_at IS NOT NULL AS closed, t.closed AS was,
       a.severity, a.summary, a.opened_at, a.closed_at
  FROM (SELECT * FROM alert WHERE program_id = $1) a
  FULL JOIN (SELECT * FROM told_alert WHERE program_id = $1) t ON t.id = a.id
 WHERE a.id IS NULL OR t.id IS NULL OR t.closed <> (a.closed_at IS NOT NULL)`;

function toChanged({ opened_at, closed_at, ...row }: Row): ChangedAlert {
  const { id, unit, rule, closed, severity, summary } = row;
  return {
    ...{ id, unit, rule, closed, severity, summary },
    openedAt: opened_at && fromTimestamp(opened_at),
    closedAt: closed_at && fromTimestamp(closed_at),
  };
}
