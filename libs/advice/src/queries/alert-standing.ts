import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog, StoredEvent } from '#lib/event-log';
import { fromTimestamp, type Tx } from '#lib/platform';
import { belowAny } from '#lib/projections';
import type { Alert } from '../alerts/find-alerts.js';
import type { Severity } from '../finding.js';
import { TOLD } from '../read-model/decisions.js';
import type { MaskedBecause } from './masked.js';

/** Where people stand with an alert; `closed`: its cause is gone, whatever they decided. */
export type AlertState = 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'closed';

/** Who did something about an alert, and when; read from the log, so that it goes when they are erased. */
export interface Acted {
  readonly by: string;
  readonly at: Instant;
}

/** An alert with what people decided about it. */
export interface AlertStanding extends Omit<Alert, 'because'> {
  readonly because: readonly MaskedBecause[];
  readonly unitName: string;
  readonly state: AlertState;
  readonly assignedTo: string | null;
  /** When it is open again; null unless it is snoozed. */
  readonly snoozedUntil: Instant | null;
  /** `person`: the id of their account, where they were chosen by it. */
  readonly assigned: (Acted & { readonly to: string; readonly person: string | null }) | null;
  /** The last acknowledgement, snooze or resolution. */
  readonly decided: (Acted & { readonly act: Act }) | null;
}

export type Act = 'acknowledged' | 'snoozed' | 'resolved';

/** A row of `ALERTS`. */
export interface AlertRow {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly unit: UnitKey;
  readonly unit_name: string;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly summary: string;
  readonly because: Alert['because'];
  readonly state: AlertState;
  readonly snoozed_until: Date | null;
  readonly assigned: Position | null;
  readonly decided: Position | null;
}

/** A day is its first instant in UTC. */
const SNOOZED_UNTIL = `(CASE WHEN length(said.until) = 10 THEN said.until || 'T00:00:00Z'
                             ELSE said.until END)::timestamptz`;

/** What goes before a statement that reads `ALERTS`. */
export const WITH_TOLD = `WITH ${TOLD}`;

/**
 * The alerts of units below `$3` (null: all) with what people decided, as of `$2`; `$1` is the
 * program. `assignee` is the account they were assigned to by its id, `assigned` and `decided` are
 * positions.
 */
export const ALERTS = `
  SELECT alert.*, assigned.position AS assigned, assigned.person AS assignee,
         said.position AS decided, ${SNOOZED_UNTIL} AS snoozed_until,
         CASE WHEN closed_at IS NOT NULL THEN 'closed'
              WHEN said.type = 'alert.resolved' THEN 'resolved'
              WHEN said.type = 'alert.acknowledged' THEN 'acknowledged'
              WHEN ${SNOOZED_UNTIL} > $2 THEN 'snoozed'
              ELSE 'open' END AS state
    FROM alert
    LEFT JOIN (SELECT DISTINCT ON (subject) subject, position, type, data->>'until' AS until
                 FROM told
                WHERE type IN ('alert.acknowledged', 'alert.snoozed', 'alert.resolved')
                ORDER BY subject, position DESC) AS said ON said.subject = id
    LEFT JOIN (SELECT DISTINCT ON (subject) subject, position, data->>'person' AS person FROM told
                WHERE type = 'alert.assigned'
                ORDER BY subject, position DESC) AS assigned ON assigned.subject = id
   WHERE program_id = $1 AND ${belowAny(3)}`;

/** Rows as standings: the names of those who did something are in the log alone. */
export async function standingsOf(
  tx: Tx,
  log: Pick<EventLog, 'readAt'>,
  program: ProgramId,
  rows: readonly (Omit<AlertRow, 'because'> & { readonly because: readonly MaskedBecause[] })[],
): Promise<readonly AlertStanding[]> {
  const positions = rows.flatMap(({ assigned, decided }) => [assigned ?? [], decided ?? []].flat());
  const events = await log.readAt(tx, program, [...new Set(positions)]);
  const at = new Map(events.map((event) => [event.position, event]));
  const told = (position: Position | null) => (position === null ? undefined : at.get(position));
  return rows.map((row) => {
    const { id, rule, severity, unit, summary, because, state } = row;
    const assigned = assignedBy(told(row.assigned));
    return {
      ...{ id, rule, severity, unit, unitName: row.unit_name, summary, because, state },
      openedAt: fromTimestamp(row.opened_at),
      closedAt: row.closed_at === null ? null : fromTimestamp(row.closed_at),
      assignedTo: assigned?.to ?? null,
      snoozedUntil:
        state === 'snoozed' && row.snoozed_until ? fromTimestamp(row.snoozed_until) : null,
      assigned,
      decided: decidedBy(told(row.decided)),
    };
  });
}

function assignedBy(event: StoredEvent | undefined): AlertStanding['assigned'] {
  if (event?.type !== 'alert.assigned') return null;
  const { to, person = null } = event.data;
  return { to, person, by: event.actor, at: event.recordedAt };
}

function decidedBy(event: StoredEvent | undefined): AlertStanding['decided'] {
  const act = event?.type.slice('alert.'.length);
  if (!event || (act !== 'acknowledged' && act !== 'snoozed' && act !== 'resolved')) return null;
  return { act, by: event.actor, at: event.recordedAt };
}
