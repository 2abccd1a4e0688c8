import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  ChannelMessagesQuery,
  ChannelMessageView,
  ChannelNameText,
  ChannelView,
  Id,
  ListQuery,
  listOf,
  PutChannel,
  ReadChannelMessageView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { ChannelMessages, Channels } from '#lib/integrations';
import { type By, Wakeups } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { Acting, type ActingParty } from '../http/acting.js';
import { Acts } from '../http/acts.js';
import {
  channelMessageView,
  channelView,
  channelWish,
  readMessageView,
} from '../http/channel-views.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { ChannelOf, ChannelToPut, MessageOf, ProgramOf, Requested } from '../http/parameters.js';

/** Where people are told what matters: Slack, Teams, e-mail. */
@ApiTags('Integrations')
@Controller('api/v1/channels')
export class ChannelsController {
  constructor(
    private readonly channels: Channels,
    private readonly messages: ChannelMessages,
    private readonly acts: Acts,
    private readonly wakeups: Wakeups,
  ) {}

  @Put(':name')
  @Operation({
    summary: 'Makes a channel, or changes it',
    description:
      'It is told of alerts that open and standings that rise or fall, from now on. What comes together is one message.',
    answers: { 200: ChannelView, 201: ChannelView },
    refuses: [403, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.putChannel,
  })
  async put(
    @ChannelToPut() name: string,
    @Body({ schema: PutChannel }) body: z.output<typeof PutChannel>,
    @Requested() by: By,
    @Acting() acting: ActingParty,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { program, actor } = by;
    const { created, channel } = await this.acts.once(by, acting, async (tx) => {
      const who = { name, by: actor.subject };
      const answer = await this.channels.put(tx, program, who, channelWish(body));
      const about = { channel: name, kind: body.kind, address: body.address !== undefined };
      return answer.created
        ? { answer, action: 'channel.made', about }
        : { ...{ answer, about }, action: 'channel.changed' };
    });
    reply.status(created ? 201 : 200);
    return channelView(channel);
  }

  @Get()
  @Operation({
    summary: 'The channels by name',
    answers: { 200: listOf(ChannelView) },
    refuses: [403, 422],
  })
  async list(
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => ChannelNameText.safeParse(place).success);
    const found = await this.channels.list(program, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.name ?? null) : null;
    return { items: shown.map(channelView), next: cursorOf(next) };
  }

  @Get(':name')
  @Operation({
    summary: 'A channel',
    answers: { 200: ChannelView },
    refuses: [403, 404],
    example: EXAMPLES.channel,
  })
  async one(@ChannelOf() name: string, @ProgramOf() program: ProgramId) {
    return channelView(await this.channels.get(program, name));
  }

  @Delete(':name')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a channel away, with what it was still to be told',
    answers: { 204: null },
    refuses: [403, 404, 409],
    headers: ['idempotency-key'],
    example: EXAMPLES.spareChannel,
  })
  async remove(
    @ChannelOf() name: string,
    @Requested() by: By,
    @Acting() acting: ActingParty,
  ): Promise<void> {
    await this.acts.once(by, acting, async (tx) => {
      await this.channels.remove(tx, by.program, name);
      return { answer: null, action: 'channel.deleted', about: { channel: name } };
    });
  }

  @Post(':name/test')
  @HttpCode(202)
  @Operation({
    summary: 'Sends a message that says it is a test, whatever the hour',
    answers: { 202: ChannelMessageView },
    refuses: [403, 404, 409, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.channel,
  })
  async test(@ChannelOf() name: string, @Requested() by: By, @Acting() acting: ActingParty) {
    const message = await this.acts.once(by, acting, async (tx) => {
      const answer = await this.messages.test(tx, by.program, name);
      return { answer, action: 'channel.tested', about: { channel: name } };
    });
    this.wakeups.ask('outbound', by.program, 0);
    return channelMessageView(message);
  }

  @Get(':name/messages')
  @Operation({
    summary: 'What was sent in the last 30 days and is to be sent, the last first',
    answers: { 200: listOf(ChannelMessageView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.channel,
  })
  async sent(
    @ChannelOf() name: string,
    @Query({ schema: ChannelMessagesQuery }) page: z.output<typeof ChannelMessagesQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const { limit, cursor } = page;
    const before = placeOf(cursor, (place) => Id.safeParse(place).success);
    const found = await this.messages.list(program, name, { before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? (shown.at(-1)?.id ?? null) : null;
    return { items: shown.map(channelMessageView), next: cursorOf(next) };
  }

  @Get(':name/messages/:id')
  @Operation({
    summary: 'A message: what it says, where it goes, and what became of it',
    answers: { 200: ReadChannelMessageView },
    refuses: [403, 404],
    example: EXAMPLES.channelMessage,
  })
  async read(@ChannelOf() name: string, @MessageOf() id: string, @ProgramOf() program: ProgramId) {
    return readMessageView(await this.messages.get(program, name, id));
  }
}
