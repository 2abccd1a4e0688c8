import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  DeliveriesQuery,
  DeliveryContentView,
  DeliveryView,
  Id,
  listOf,
  ReplayDeliveries,
  ReplayedView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { Deliveries } from '#lib/integrations';
import { type By, Wakeups } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { DeliveryOf, ProgramOf, Requested, SourceOf } from '../http/parameters.js';
import { deliveryView } from '../http/source-views.js';
import { pointIn } from '../http/times.js';

/** What came from sources, and what became of it. */
@ApiTags('Integrations')
@Controller('api/v1/sources/:source/deliveries')
export class DeliveriesController {
  constructor(
    private readonly deliveries: Deliveries,
    private readonly acts: Acts,
    private readonly wakeups: Wakeups,
  ) {}

  @Get()
  @Operation({
    summary: 'The deliveries of the last 30 days, the last first',
    answers: { 200: listOf(DeliveryView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.source,
  })
  async list(
    @SourceOf() name: string,
    @Query({ schema: DeliveriesQuery }) query: z.output<typeof DeliveriesQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const { limit, cursor, status } = query;
    const before = placeOf(cursor, (place) => Id.safeParse(place).success);
    const page = { status, before, limit: limit + 1 };
    const found = await this.deliveries.list(program, name, page);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { items: shown.map(deliveryView), next: cursorOf(next) };
  }

  @Get(':id')
  @Operation({
    summary: 'A delivery with what came',
    answers: { 200: DeliveryContentView },
    refuses: [403, 404],
    example: EXAMPLES.keptDelivery,
  })
  async one(@SourceOf() name: string, @DeliveryOf() id: string, @ProgramOf() program: ProgramId) {
    const { headers, payload, ...delivery } = await this.deliveries.get(program, name, id);
    return { ...deliveryView(delivery), headers, payload };
  }

  @Post(':id/replay')
  @HttpCode(202)
  @Operation({
    summary: 'Has a delivery worked off again, by the mapping in force',
    description: 'What it tells and the log has already is not recorded twice.',
    answers: { 202: DeliveryView },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.keptDelivery,
  })
  async replay(
    @SourceOf() name: string,
    @DeliveryOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const delivery = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.deliveries.replay(tx, by.program, name, id);
      const about = { source: name, delivery: id };
      return { answer, action: 'delivery.replayed', about };
    });
    this.wakeups.ask('deliveries', by.program, 0);
    return deliveryView(delivery);
  }

  @Post('replay')
  @HttpCode(202)
  @Operation({
    summary: 'Has deliveries that stand somewhere worked off again, by the mapping in force',
    description:
      'Those that came first, at most 5,000 at once. What they tell and the log has already is not recorded twice.',
    answers: { 202: ReplayedView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.replayDeliveries,
  })
  async replayAll(
    @SourceOf() name: string,
    @Body({ schema: ReplayDeliveries }) body: z.output<typeof ReplayDeliveries>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const { status } = body;
    const which = { status, from: pointIn(body.from, '/from'), to: pointIn(body.to, '/to') };
    const replayed = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.deliveries.replayAll(tx, by.program, name, which);
      const about = { source: name, status, deliveries: answer.deliveries };
      return { answer, action: 'delivery.replayed', about };
    });
    this.wakeups.ask('deliveries', by.program, 0);
    return replayed;
  }
}
