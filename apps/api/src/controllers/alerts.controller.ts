import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { type AlertStanding, AlertsQuery, isAlertPlace } from '#lib/advice';
import { ActView, AlertFilter, AlertsView, Assign, Snooze } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Viewer } from '#lib/projections';
import { ActOnAlert, type AlertAct, type By } from '#lib/recording';
import { Operation, type OperationText } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, hasDate, hasId, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { AlertOf, Requested, ViewerOf } from '../http/parameters.js';
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
  ) {}

  @Get()
  @Operation({
    summary: 'Alerts, those that opened last first',
    answers: { 200: AlertsView },
    refuses: [404, 422],
    example: EXAMPLES.under,
  })
  async list(
    @Query({ schema: AlertFilter }) filter: z.output<typeof AlertFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { limit, cursor, under, ...narrowing } = filter;
    const looksRight = (place: string) => isAlertPlace(place) && hasDate(place) && hasId(place);
    const after = placeOf(cursor, looksRight);
    const wanted = { ...narrowing, ...(under === undefined ? {} : { under: under as UnitKey }) };
    const query = new AlertsQuery(viewer, wanted, limit, after);
    const { items, next } = await this.queries.execute(query);
    return { items: items.map(alertView), next: cursorOf(next) };
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
  assign(
    @AlertOf() alert: string,
    @Body({ schema: Assign }) { to }: z.output<typeof Assign>,
    @Requested() by: By,
  ) {
    return this.act(by, alert, { act: 'assign', to });
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

function alertView({ openedAt, closedAt, snoozedUntil, ...alert }: AlertStanding) {
  return {
    ...alert,
    openedAt: instantText(openedAt),
    closedAt: closedAt === null ? null : instantText(closedAt),
    snoozedUntil: snoozedUntil === null ? null : instantText(snoozedUntil),
  };
}
