import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Caller } from '#lib/access';
import {
  ActView,
  CommentFilter,
  CommentsView,
  MakeComment as MakeCommentBody,
} from '#lib/contracts';
import type { CommentSubject, EventData, UnitKey } from '#lib/domain';
import { CommentsQuery, type Viewer } from '#lib/projections';
import { type By, MakeComment } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { CallerOf, Requested, UnitOf, ViewerOf } from '../http/parameters.js';
import { eventView } from '../http/views.js';

/** What people say about a unit. */
@ApiTags('Comments')
@Controller('api/v1/units/:unit/comments')
export class CommentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Operation({
    summary: 'Says something about a unit; it changes no standing',
    description: 'It is taken back by POST /units/{unit}/retractions with its id.',
    answers: { 201: ActView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.comment,
  })
  async make(
    @UnitOf() unit: UnitKey,
    @Body({ schema: MakeCommentBody }) body: z.output<typeof MakeCommentBody>,
    @Requested() by: By,
  ) {
    const command = new MakeComment(by, unit, checked<EventData['comment.made']>(body));
    return { event: eventView(await this.commands.execute(command)) };
  }

  @Get()
  @Operation({
    summary: 'What was said about a unit, the latest first',
    description:
      'Without what was taken back. `event`, `model`, `milestone`, `target`: only what was said about these.',
    answers: { 200: CommentsView },
    refuses: [404, 422],
    example: EXAMPLES.comments,
  })
  async list(
    @UnitOf() unit: UnitKey,
    @Query({ schema: CommentFilter }) filter: z.output<typeof CommentFilter>,
    @ViewerOf() viewer: Viewer,
    @CallerOf() caller: Caller,
  ) {
    const { limit, cursor, ...about } = filter;
    const place = placeOf(cursor, (text) => /^[1-9]\d{0,14}$/.test(text));
    const page = { limit, ...(place === undefined ? {} : { before: Number(place) }) };
    const query = new CommentsQuery(viewer, unit, checked<CommentSubject>(about), page);
    const { items, next } = await this.queries.execute(query);
    return {
      items: items.map(({ author, recordedAt, ...comment }) => ({
        ...comment,
        unit,
        own: author === caller.id,
        recordedAt: instantText(recordedAt),
      })),
      next: cursorOf(next === null ? null : String(next)),
    };
  }
}
