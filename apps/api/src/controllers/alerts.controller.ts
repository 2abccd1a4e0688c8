import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  type AlertCount,
  type AlertStanding,
  AlertsQuery,
  AlertsSummaryQuery,
  isAlertPlace,
} from '#lib/advice';
import {
  ActView,
  AlertFilter,
  AlertsSummaryFilter,
  AlertsSummaryView,
  AlertsView,
  Assign,
  ALERT_STATES,
  SEVERITIES,
  Snooze,
} from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Caller } from '#lib/access';
import type { Viewer } from '#lib/projections';
import { ActOnAlert, type AlertAct, type By } from '#lib/recording';
import { Operation, type OperationText } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, hasDate, hasId, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { Assignees } from '../http/assignees.js';
import { checked } from '../http/checked.js';
import { AlertOf, CallerOf, Requested, ViewerOf } from '../http/parameters.js';
import { eventView } from '../http/views.js';

const acting = (summary: string, example: OperationText['example']) =>
  Operation({
    summary,
    answers: { 201: ActView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    ...(example ? { example } : {}),
  });

/** What needs a person, and what people do about it. */
@ApiTags('Advice')
@Controller('api/v1/alerts')
export class AlertsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    private readonly assignees: Assignees,
  ) {}

  @Get()
  @Operation({
    summary: 'Alerts, those that opened last first',
    description:
      '`under`: of a unit and all below it; `unit`: of this one alone. `settled=false`: what still waits for somebody, be it open, acknowledged or snoozed. `assignee`: `me`, `nobody`, or the id of a person; only those who were assigned by `person` are found.',
    answers: { 200: AlertsView },
    refuses: [404, 422],
    example: EXAMPLES.under,
  })
  async list(
    @Query({ schema: AlertFilter }) filter: z.output<typeof AlertFilter>,
    @ViewerOf() viewer: Viewer,
    @CallerOf() caller: Caller,
  ) {
    const { limit, cursor, settled, assignee, ...narrowing } = filter;
    const looksRight = (place: string) => isAlertPlace(place) && hasDate(place) && hasId(place);
    const after = placeOf(cursor, looksRight);
    const wanted = {
      ...checked<AlertsQuery['filter']>(narrowing),
      ...(settled === undefined ? {} : { settled: settled === 'true' }),
      ...(assignee === undefined ? {} : { assignee: accountOf(assignee, caller) }),
    };
    const query = new AlertsQuery(viewer, wanted, limit, after);
    const { items, next } = await this.queries.execute(query);
    return { items: items.map(alertView), next: cursorOf(next) };
  }

  @Get('summary')
  @Operation({
    summary: 'How many alerts there are, by severity and by rule',
    answers: { 200: AlertsSummaryView },
    refuses: [404, 422],
    example: EXAMPLES.summary,
  })
  async summary(
    @Query({ schema: AlertsSummaryFilter }) { under }: z.output<typeof AlertsSummaryFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const query = new AlertsSummaryQuery(viewer, under as UnitKey | undefined);
    const counts = await this.queries.execute(query);
    const kinds = [...new Set(counts.map(({ rule, severity }) => `${rule} ${severity}`))];
    return {
      states: statesOf(counts),
      severities: SEVERITIES.map((severity) => ({
        severity,
        states: statesOf(counts.filter((one) => one.severity === severity)),
      })),
      rules: kinds.map((kind) => {
        const [rule, severity] = kind.split(' ');
        const ofKind = counts.filter((one) => one.rule === rule && one.severity === severity);
        return { rule, severity, states: statesOf(ofKind) };
      }),
    };
  }

  @Post(':id/acknowledgement')
  @acting('Somebody has seen it', EXAMPLES.alert)
  acknowledge(@AlertOf() alert: string, @Requested() by: By) {
    return this.act(by, alert, { act: 'acknowledge' });
  }

  @Post(':id/snooze')
  @acting('Not before a date', EXAMPLES.snooze)
  snooze(
    @AlertOf() alert: string,
    @Body({ schema: Snooze }) { until }: z.output<typeof Snooze>,
    @Requested() by: By,
  ) {
    return this.act(by, alert, { act: 'snooze', until });
  }

  @Post(':id/assignment')
  @acting('Somebody takes care of it', EXAMPLES.assign)
  async assign(
    @AlertOf() alert: string,
    @Body({ schema: Assign }) { to, person }: z.output<typeof Assign>,
    @Requested() by: By,
    @ViewerOf() viewer: Viewer,
  ) {
    if (person === undefined) return this.act(by, alert, { act: 'assign', to: to ?? '' });
    const { name } = await this.assignees.of(viewer, alert, person);
    return this.act(by, alert, { act: 'assign', to: name, person });
  }

  @Post(':id/resolution')
  @acting('It is settled', EXAMPLES.alert)
  resolve(@AlertOf() alert: string, @Requested() by: By) {
    return this.act(by, alert, { act: 'resolve' });
  }

  private async act(by: By, alert: string, act: AlertAct) {
    return { event: eventView(await this.commands.execute(new ActOnAlert(by, alert, act))) };
  }
}

/** @param assignee as asked for. @returns the id of an account; null for nobody */
function accountOf(assignee: string, caller: Caller): string | null {
  if (assignee === 'nobody') return null;
  return assignee === 'me' ? caller.id : assignee;
}

/** How many alerts are in each state. */
function statesOf(counts: readonly AlertCount[]) {
  return Object.fromEntries(
    ALERT_STATES.map((state) => [
      state,
      counts.reduce((sum, one) => sum + (one.state === state ? one.alerts : 0), 0),
    ]),
  );
}

function alertView(alert: AlertStanding) {
  const { openedAt, closedAt, snoozedUntil, assigned, decided } = alert;
  return {
    ...alert,
    assigned: assigned && { ...assigned, at: instantText(assigned.at) },
    decided: decided && { ...decided, at: instantText(decided.at) },
    openedAt: instantText(openedAt),
    closedAt: closedAt === null ? null : instantText(closedAt),
    snoozedUntil: snoozedUntil === null ? null : instantText(snoozedUntil),
  };
}
