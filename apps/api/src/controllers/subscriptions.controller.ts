import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  DispatchesQuery,
  DispatchView,
  Id,
  ListQuery,
  listOf,
  PutSubscription,
  RotateSubscription,
  SubscriptionNameText,
  SubscriptionView,
} from '#lib/contracts';
import type { ProgramId, UnitKey } from '#lib/domain';
import { Dispatches, Subscriptions } from '#lib/integrations';
import { type By, Wakeups } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import {
  DispatchOf,
  ProgramOf,
  Requested,
  SubscriptionOf,
  SubscriptionToPut,
} from '../http/parameters.js';
import { dispatchView, subscriptionView } from '../http/subscription-views.js';

/** Endpoints of others that are told what happens. */
@ApiTags('Integrations')
@Controller('api/v1/subscriptions')
export class SubscriptionsController {
  constructor(
    private readonly subscriptions: Subscriptions,
    private readonly dispatches: Dispatches,
    private readonly acts: Acts,
    private readonly wakeups: Wakeups,
  ) {}

  @Put(':name')
  @Operation({
    summary: 'Makes a subscription, or changes it',
    description:
      'Its endpoint is sent what is recorded from now on, as CloudEvents signed after the Standard Webhooks specification. One that was disabled is used again.',
    answers: { 200: SubscriptionView, 201: SubscriptionView },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.putSubscription,
  })
  async put(
    @SubscriptionToPut() name: string,
    @Body({ schema: PutSubscription }) body: z.output<typeof PutSubscription>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { program, actor } = by;
    const { created, subscription } = await this.acts.once(by, acting, async (tx) => {
      const wish = { ...body, under: body.under as UnitKey | null | undefined };
      const who = { name, by: actor.subject };
      const answer = await this.subscriptions.put(tx, program, who, wish);
      const about = {
        subscription: name,
        host: answer.subscription.origin,
        secret: body.secret !== undefined,
      };
      return answer.created
        ? { answer, action: 'subscription.made', about }
        : { ...{ answer, about }, action: 'subscription.changed' };
    });
    reply.status(created ? 201 : 200);
    return subscriptionView(subscription);
  }

  @Get()
  @Operation({
    summary: 'The subscriptions by name, and how each fares',
    answers: { 200: listOf(SubscriptionView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => SubscriptionNameText.safeParse(place).success);
    const found = await this.subscriptions.list(program, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.name ?? null) : null;
    return { items: shown.map(subscriptionView), next: cursorOf(next) };
  }

  @Get(':name')
  @Operation({
    summary: 'A subscription and how it fares',
    answers: { 200: SubscriptionView },
    refuses: [403, 404],
    example: EXAMPLES.subscription,
  })
  async one(@SubscriptionOf() name: string, @ProgramOf() program: ProgramId) {
    return subscriptionView(await this.subscriptions.get(program, name));
  }

  @Delete(':name')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a subscription away, with what is still to be sent',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.spareSubscription,
  })
  async remove(
    @SubscriptionOf() name: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.subscriptions.remove(tx, by.program, name);
      return { answer: null, action: 'subscription.deleted', about: { subscription: name } };
    });
  }

  @Post(':name/rotation')
  @HttpCode(200)
  @Operation({
    summary: 'Gives a subscription another secret',
    description:
      'What is sent carries a signature of each, until `overlap` is over, so that the endpoint can be told meanwhile.',
    answers: { 200: SubscriptionView },
    refuses: [403, 404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.rotateSubscription,
  })
  async rotate(
    @SubscriptionOf() name: string,
    @Body({ schema: RotateSubscription }) body: z.output<typeof RotateSubscription>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const subscription = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.subscriptions.rotate(tx, by.program, name, body);
      return { answer, action: 'subscription.rotated', about: { subscription: name } };
    });
    return subscriptionView(subscription);
  }

  @Post(':name/test')
  @HttpCode(202)
  @Operation({
    summary: 'Sends something that says it is a test',
    answers: { 202: DispatchView },
    refuses: [403, 404, 409, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.subscription,
  })
  async test(@SubscriptionOf() name: string, @Requested() by: By, @Acting() acting: ActingParty) {
    const dispatch = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.dispatches.test(tx, by.program, name);
      return { answer, action: 'subscription.tested', about: { subscription: name } };
    });
    this.wakeups.ask('outbound', by.program, 0);
    return dispatchView(dispatch);
  }

  @Get(':name/deliveries')
  @Operation({
    summary: 'What was sent in the last 30 days and what is to be sent, the last first',
    answers: { 200: listOf(DispatchView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.dispatches,
  })
  async deliveries(
    @SubscriptionOf() name: string,
    @Query({ schema: DispatchesQuery }) query: z.output<typeof DispatchesQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const { limit, cursor, status } = query;
    const before = placeOf(cursor, (place) => Id.safeParse(place).success);
    const wanted = { status, before, limit: limit + 1 };
    const found = await this.dispatches.list(program, name, wanted);
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { items: shown.map(dispatchView), next: cursorOf(next) };
  }

  @Post(':name/deliveries/:id/redelivery')
  @HttpCode(202)
  @Operation({
    summary: 'Sends a delivery once more, under the same webhook-id',
    answers: { 202: DispatchView },
    refuses: [403, 404, 409, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.dispatch,
  })
  async redeliver(
    @SubscriptionOf() name: string,
    @DispatchOf() id: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ) {
    const dispatch = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.dispatches.redeliver(tx, by.program, name, id);
      const about = { subscription: name, delivery: id };
      return { answer, action: 'subscription.redelivered', about };
    });
    this.wakeups.ask('outbound', by.program, 0);
    return dispatchView(dispatch);
  }
}
