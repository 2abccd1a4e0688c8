import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { toTimestamp } from '#lib/platform';
import { Moments, requireSeen, topsOf, type Viewer } from '#lib/projections';
import type { Severity } from '../finding.js';
import { ALERTS, type AlertState, WITH_TOLD } from './alert-standing.js';

/** How many alerts there are of one rule, severity and state; those of which there are none are left out. */
export interface AlertCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly state: AlertState;
  readonly alerts: number;
}

/** How many alerts of units in sight there are. @throws UnknownUnit for `under` */
export class AlertsSummaryQuery extends Query<readonly AlertCount[]> {
  constructor(
    readonly viewer: Viewer,
    /** The unit itself and all below it; absent: all in sight. */
    readonly under?: UnitKey,
  ) {
    super();
  }
}

const COUNTS = `
  ${WITH_TOLD}
  SELECT rule, severity, state, count(*)::integer AS alerts FROM (${ALERTS}) AS found
   GROUP BY rule, severity, state ORDER BY rule, severity, state`;

@QueryHandler(AlertsSummaryQuery)
export class AlertsSummaryQueryHandler implements IQueryHandler<AlertsSummaryQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, under }: AlertsSummaryQuery): Promise<readonly AlertCount[]> {
    const { database, clock } = this.moments;
    return database.inProgram(
      viewer.program,
      async (tx) => {
        if (under !== undefined) await requireSeen(tx, viewer, under, '?under');
        const now = toTimestamp(clock.now());
        return tx.query<AlertCount>(COUNTS, [viewer.program, now, topsOf(viewer, under)]);
      },
      { readOnly: true },
    );
  }
}
