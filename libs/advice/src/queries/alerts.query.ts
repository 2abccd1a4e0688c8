import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import { Moments, requireSeen, topsOf, type Viewer } from '#lib/projections';
import type { Severity } from '../finding.js';
import {
  type AlertRow,
  ALERTS,
  type AlertStanding,
  type AlertState,
  standingsOf,
  WITH_TOLD,
} from './alert-standing.js';
import { maskAlerts } from './masked.js';

/** Which alerts are asked for; what is absent does not narrow. */
export interface AlertFilter {
  /** The unit itself and all below it, by the tree as it is now. */
  readonly under?: UnitKey;
  readonly unit?: UnitKey;
  readonly state?: AlertState;
  /** Whether it is resolved or closed. */
  readonly settled?: boolean;
  readonly severity?: Severity;
  readonly rule?: string;
  /** The id of an account; null: nobody. */
  readonly assignee?: string | null;
  readonly id?: string;
}

/** A page of alerts, those that opened last first. */
export interface AlertsAnswer {
  readonly items: readonly AlertStanding[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** The alerts of units in sight that fit a filter. @throws UnknownUnit for `under` and `unit` */
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

const PAGE = `
  ${WITH_TOLD}
  SELECT found.*, unit.name AS unit_name FROM (${ALERTS}) AS found
    JOIN unit ON unit.program_id = $1 AND unit.unit = found.unit
   WHERE ($4::text IS NULL OR severity = $4) AND ($5::text IS NULL OR rule = $5)
     AND ($6::uuid IS NULL OR id = $6) AND (opened_at, id) < ($7::timestamptz, $8::uuid)
     AND ($9::text IS NULL OR state = $9)
     AND ($10::boolean IS NULL OR (state IN ('resolved', 'closed')) = $10)
     AND ($11::text IS NULL OR found.unit = $11)
     AND ($12::text IS NULL OR assignee = $12) AND (NOT $13 OR assigned IS NULL)
   ORDER BY opened_at DESC, id DESC LIMIT $14`;

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
        await requireScope(tx, viewer, filter);
        const [openedAt, id] = after === undefined ? ['infinity', LAST_ID] : placeOf(after);
        const rows = await tx.query<AlertRow>(PAGE, [
          program,
          toTimestamp(clock.now()),
          topsOf(viewer, filter.under),
          filter.severity ?? null,
          filter.rule ?? null,
          filter.id ?? null,
          openedAt,
          id,
          filter.state ?? null,
          filter.settled ?? null,
          filter.unit ?? null,
          filter.assignee ?? null,
          filter.assignee === null,
          limit + 1,
        ]);
        const shown = rows.slice(0, limit);
        const last = shown[shown.length - 1];
        const masked = await maskAlerts(tx, viewer, shown);
        const items = await standingsOf(tx, log, program, masked);
        return { items, next: last && rows.length > limit ? nextPlace(last) : null };
      },
      { readOnly: true },
    );
  }
}

/** @throws UnknownUnit for `under` and `unit` */
async function requireScope(tx: Tx, viewer: Viewer, { under, unit }: AlertFilter): Promise<void> {
  if (under !== undefined) await requireSeen(tx, viewer, under, '?under');
  if (unit !== undefined) await requireSeen(tx, viewer, unit, '?unit');
}

function nextPlace({ opened_at, id }: AlertRow): string {
  return JSON.stringify([opened_at.toISOString(), id]);
}

function placeOf(written: string): [string, string] {
  return JSON.parse(written) as [string, string];
}

/** Whether a text is a place in the list of alerts. */
export function isAlertPlace(text: string): boolean {
  return /^\["[+-]?\d{4,6}-[0-9T:.-]{15,25}Z","[0-9a-f-]{36}"\]$/.test(text);
}
