import type { ProgramId } from '#lib/domain';
import { toTimestamp, type Tx } from '#lib/platform';
import type { SourceKind } from '../mappings/tool-delivery.js';
import type { DeliveryOutcome } from './outcome.js';

/** A delivery that is to be worked off, and the source it is of. */
export interface DueRow {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  /** The version in force. */
  readonly mapping: number;
  readonly event: string;
  readonly received_at: Date;
  readonly due_at: Date;
  readonly attempts: number;
  /** Whether its source is also asked, so that it tells things twice. */
  readonly polled: boolean;
  /** Null where it is long: it is fetched when its turn comes. */
  readonly sealed: Buffer | null;
}

const BATCH = 64;
const SHORT = 65_536;

/** As a column of `delivery d`. */
export const SEALED_IF_SHORT = `CASE WHEN length(d.sealed) < ${SHORT} THEN d.sealed END AS sealed`;

const DUE = `
SELECT d.id, d.source, s.name, s.kind, s.mapping, d.event, d.received_at, d.due_at, d.attempts,
       EXISTS (SELECT FROM source_poll p WHERE p.program_id = $1 AND p.source = s.id) AS polled,
       ${SEALED_IF_SHORT}
  FROM delivery d JOIN source s ON s.program_id = d.program_id AND s.id = d.source
 WHERE d.program_id = $1 AND d.due_at <= $2 ORDER BY d.id LIMIT ${BATCH}`;

/** The next deliveries to be worked off, in the order they came. */
export function dueRows(tx: Tx, program: ProgramId, now: number): Promise<DueRow[]> {
  return tx.query<DueRow>(DUE, [program, toTimestamp(now)]);
}

/** Whether any is to be worked off. */
export async function anyDue(tx: Tx, program: ProgramId, now: number): Promise<boolean> {
  const rows = await tx.query(
    'SELECT FROM delivery WHERE program_id = $1 AND due_at <= $2 LIMIT 1',
    [program, toTimestamp(now)],
  );
  return rows.length > 0;
}

/** What is kept of a delivery, under seal; undefined: it is gone. */
export async function sealedOf(
  tx: Tx,
  program: string,
  { source, id }: Pick<DueRow, 'source' | 'id'>,
): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ sealed: Buffer }>(
    'SELECT sealed FROM delivery WHERE program_id = $1 AND source = $2 AND id = $3',
    [program, source, id],
  );
  return row?.sealed;
}

/** What is written of a delivery that was worked off. */
export interface Finished {
  readonly row: DueRow;
  readonly outcome: DeliveryOutcome;
  /** When it is tried again; null: not by itself. */
  readonly again: number | null;
}

// one that was asked for again meanwhile stays due
const FINISH = `
UPDATE delivery d SET status = f.status, reason = f.reason, findings = f.findings, mapping = f.mapping,
       worked_at = $2, attempts = d.attempts + 1,
       due_at = CASE WHEN d.due_at = f.due_at THEN f.again ELSE d.due_at END
  FROM jsonb_to_recordset($3) AS f(source uuid, id uuid, due_at timestamptz, status text, reason text,
                                   findings jsonb, mapping integer, again timestamptz)
 WHERE d.program_id = $1 AND d.source = f.source AND d.id = f.id`;

const TOLD = `
INSERT INTO source_fact (program_id, source, event, unit, mapping, rule, delivery, recorded_at)
SELECT $1, source, event, unit, mapping, rule, delivery, $2
  FROM jsonb_to_recordset($3) AS f(source uuid, event uuid, unit text, mapping integer, rule text, delivery uuid)
ON CONFLICT DO NOTHING`;

// before their deliveries, as who takes a source away does: the other way round, each waits for the other
const HELD = `
SELECT id FROM source WHERE program_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR KEY SHARE`;

/** Writes what became of deliveries, and which facts they told; nothing of a source that is gone. */
export async function finish(
  tx: Tx,
  program: ProgramId,
  finished: readonly Finished[],
  now: number,
): Promise<void> {
  const at = toTimestamp(now);
  const sources = [...new Set(finished.map(({ row }) => row.source))];
  const held = await tx.query<{ readonly id: string }>(HELD, [program, sources]);
  const rows = finished.map(({ row: { source, id, due_at, mapping }, outcome, again }) => ({
    ...{ source, id, due_at, mapping, ...outcome },
    again: again === null ? null : toTimestamp(again),
  }));
  const told = finished.flatMap(({ row: { source, id, mapping }, outcome }) =>
    outcome.findings
      .filter(({ event }) => event !== undefined && held.some(({ id }) => id === source))
      .map(({ event, unit, rule }) => ({ source, event, unit, mapping, rule, delivery: id })),
  );
  await tx.query(FINISH, [program, at, JSON.stringify(rows)]);
  if (told.length > 0) await tx.query(TOLD, [program, at, JSON.stringify(told)]);
}
