import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { fromTimestamp, type Tx, toTimestamp } from '#lib/platform';
import { belowAny, Moments, requireSeen, topsOf, type Viewer } from '#lib/projections';
import type { Alert } from '../alerts/find-alerts.js';
import type { Severity } from '../finding.js';
import { TOLD } from '../read-model/decisions.js';
import { maskAlerts, type MaskedBecause } from './masked.js';

/** Where people stand with an alert; `closed`: its cause is gone, whatever they decided. */
export type AlertState = 'open' | 'acknowledged' | 'snoozed' | 'resolved' | 'closed';

/** An alert with what people decided about it. */
export interface AlertStanding extends Omit<Alert, 'because'> {
  readonly because: readonly MaskedBecause[];
  readonly state: AlertState;
  readonly assignedTo: string | null;
  /** When it is open again; null unless it is snoozed. */
  readonly snoozedUntil: Instant | null;
}

/** Which alerts are asked for; what is absent does not narrow. */
export interface AlertFilter {
  /** The unit itself and all below it, by the tree as it is now. */
  readonly under?: UnitKey;
  readonly state?: AlertState;
  readonly severity?: Severity;
  readonly rule?: string;
  readonly id?: string;
}

/** A page of alerts, those that opened last first. */
export interface AlertsAnswer {
  readonly items: readonly AlertStanding[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** The alerts of units in sight that fit a filter. @throws UnknownUnit for `under` */
export class AlertsQuery extends Query<AlertsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: AlertFilter,
    readonly limit: number,
    /** `next` of the page before. */
    readonly after?: string,
  ) {
    super();
  }
}

interface Row {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly unit: UnitKey;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly summary: string;
  readonly because: Alert['because'];
  readonly state: AlertState;
  readonly snoozed_until: Date | null;
  readonly assigned: Position | null;
}

/** A day is its first instant in UTC. */
const SNOOZED_UNTIL = `(CASE WHEN length(said.until) = 10 THEN said.until || 'T00:00:00Z'
                             ELSE said.until END)::timestamptz`;

const PAGE = `
  WITH ${TOLD}
  SELECT * FROM (
    SELECT alert.*, assigned.position AS assigned, ${SNOOZED_UNTIL} AS snoozed_until,
           CASE WHEN closed_at IS NOT NULL THEN 'closed'
                WHEN said.type = 'alert.resolved' THEN 'resolved'
                WHEN said.type = 'alert.acknowledged' THEN 'acknowledged'
                WHEN ${SNOOZED_UNTIL} > $2 THEN 'snoozed'
                ELSE 'open' END AS state
      FROM alert
      LEFT JOIN (SELECT DISTINCT ON (subject) subject, type, data->>'until' AS until FROM told
                  WHERE type IN ('alert.acknowledged', 'alert.snoozed', 'alert.resolved')
                  ORDER BY subject, position DESC) AS said ON said.subject = id
      LEFT JOIN (SELECT DISTINCT ON (subject) subject, position FROM told
                  WHERE type = 'alert.assigned'
                  ORDER BY subject, position DESC) AS assigned ON assigned.subject = id
     WHERE program_id = $1 AND ${belowAny(3)} AND ($4::text IS NULL OR severity = $4)
       AND ($5::text IS NULL OR rule = $5) AND ($6::uuid IS NULL OR id = $6)
       AND (opened_at, id) < ($7::timestamptz, $8::uuid)) AS alert
   WHERE $9::text IS NULL OR state = $9
   ORDER BY opened_at DESC, id DESC LIMIT $10`;

const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

@QueryHandler(AlertsQuery)
export class AlertsQueryHandler implements IQueryHandler<AlertsQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, filter, limit, after }: AlertsQuery): Promise<AlertsAnswer> {
    const { program } = viewer;
    const { database, log, clock } = this.moments;
    return database.inProgram(
      program,
      async (tx) => {
        if (filter.under !== undefined) await requireSeen(tx, viewer, filter.under, '?under');
        const [openedAt, id] = after === undefined ? ['infinity', LAST_ID] : placeOf(after);
        const rows = await tx.query<Row>(PAGE, [
          program,
          toTimestamp(clock.now()),
          topsOf(viewer, filter.under),
          filter.severity ?? null,
          filter.rule ?? null,
          filter.id ?? null,
          openedAt,
          id,
          filter.state ?? null,
          limit + 1,
        ]);
        const shown = rows.slice(0, limit);
        const last = shown[shown.length - 1];
        const items = [];
        for (const row of await maskAlerts(tx, viewer, shown))
          items.push(await standingOf(tx, log, program, row));
        return { items, next: last && rows.length > limit ? nextPlace(last) : null };
      },
      { readOnly: true },
    );
  }
}

async function standingOf(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  row: Omit<Row, 'because'> & { readonly because: readonly MaskedBecause[] },
): Promise<AlertStanding> {
  const { id, rule, severity, unit, summary, because, state } = row;
  return {
    ...{ id, rule, severity, unit, summary, because, state },
    openedAt: fromTimestamp(row.opened_at),
    closedAt: row.closed_at === null ? null : fromTimestamp(row.closed_at),
    assignedTo: await assignee(tx, log, program, row.assigned),
    snoozedUntil:
      state === 'snoozed' && row.snoozed_until ? fromTimestamp(row.snoozed_until) : null,
  };
}

/** The name stays in the log alone, sealed, so that it can be erased. */
async function assignee(
  tx: Tx,
  log: EventLog,
  program: ProgramId,
  assigned: Position | null,
): Promise<string | null> {
  if (assigned === null) return null;
  const [event] = await log.readAfter(tx, program, assigned - 1, 1);
  return event?.type === 'alert.assigned' ? event.data.to : null;
}

function nextPlace({ opened_at, id }: Row): string {
  return JSON.stringify([opened_at.toISOString(), id]);
}

function placeOf(written: string): [string, string] {
  return JSON.parse(written) as [string, string];
}

/** Whether a text is a place in the list of alerts. */
export function isAlertPlace(text: string): boolean {
  return /^\["[+-]?\d{4,6}-[0-9T:.-]{15,25}Z","[0-9a-f-]{36}"\]$/.test(text);
}
