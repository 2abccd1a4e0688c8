import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  DropTarget as DropTargetQuery,
  PutShareTarget,
  PutTarget as PutTargetBody,
  RoadmapFilter,
  RoadmapQuery,
  RoadmapView,
  SubtreeRoadmapView,
  TargetKeyText,
  TargetView,
} from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import { SubtreeRoadmapQuery, UnitRoadmapQuery, type Viewer } from '#lib/projections';
import { type By, DropTarget, PutTarget, type TargetWish } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { startOf, startText } from '../http/cursors.js';
import { taggedByContent } from '../http/content-tags.js';
import { ViewerOf, Requested, TargetOf, UnitOf } from '../http/parameters.js';
import { countedInView, plannedView, targetView } from '../http/roadmap-views.js';
import { momentView } from '../http/views.js';
import { pairIn } from './rollups.controller.js';

/** What is wanted, by when, and how that stands. */
@ApiTags('Roadmap')
@Controller('api/v1')
export class RoadmapController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Put('units/:unit/targets/:target')
  @Operation({
    summary: 'Sets a target of a unit, moves its date, or hands it over',
    description:
      'Every move of the date stays in history: the first date, the number of moves and the slip are told with the target. Without a date it is an aim.',
    answers: { 200: TargetView, 201: TargetView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.putTarget,
  })
  put(
    @UnitOf() unit: UnitKey,
    @Param('target', { schema: TargetKeyText }) target: string,
    @Body({ schema: PutTargetBody }) body: z.output<typeof PutTargetBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.set(new PutTarget(by, unit, target, 'unit', wishIn(body)), reply);
  }

  @Delete('units/:unit/targets/:target')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a target of a unit off the roadmap; its history stays',
    answers: { 204: null },
    refuses: [404, 409, 412, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.dropTarget,
  })
  drop(
    @UnitOf() unit: UnitKey,
    @TargetOf() target: string,
    @Query({ schema: DropTargetQuery }) { reason }: z.output<typeof DropTargetQuery>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.takeOff(new DropTarget(by, unit, target, 'unit', reason), reply);
  }

  @Get('units/:unit/roadmap')
  @Operation({
    summary: 'What is wanted of a unit, and how that stands',
    description:
      'As of one instant and as known at another; which targets there are depends on what is known alone. A target for a stage tells the milestones still missing, in the order that the gates demand.',
    answers: { 200: RoadmapView },
    refuses: [404, 422],
    example: EXAMPLES.roadmap,
  })
  async roadmap(
    @UnitOf() unit: UnitKey,
    @Query({ schema: RoadmapQuery }) times: z.output<typeof RoadmapQuery>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.queries.execute(new UnitRoadmapQuery(viewer, unit, pairIn(times)));
    return taggedByContent(request, reply, {
      unit,
      ...momentView(answer),
      targets: answer.targets.map(plannedView),
      countedIn: answer.countedIn.map(countedInView),
    });
  }

  @Put('rollups/:unit/targets/:target')
  @Operation({
    summary: 'Sets a target for a share of a subtree: so many of its units at a stage or higher',
    description:
      'Counted are the unit and those below it that follow the model. The keys of a unit’s targets are one set, whatever they want.',
    answers: { 200: TargetView, 201: TargetView },
    refuses: [404, 409, 412, 413, 415, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.putShareTarget,
  })
  putShare(
    @UnitOf() unit: UnitKey,
    @Param('target', { schema: TargetKeyText }) target: string,
    @Body({ schema: PutShareTarget }) body: z.output<typeof PutShareTarget>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.set(new PutTarget(by, unit, target, 'share', wishIn(body)), reply);
  }

  @Delete('rollups/:unit/targets/:target')
  @HttpCode(204)
  @Operation({
    summary: 'Takes a target for a share of a subtree off the roadmap; its history stays',
    answers: { 204: null },
    refuses: [404, 409, 412, 422],
    headers: ['if-match', 'idempotency-key'],
    example: EXAMPLES.dropShareTarget,
  })
  dropShare(
    @UnitOf() unit: UnitKey,
    @TargetOf() target: string,
    @Query({ schema: DropTargetQuery }) { reason }: z.output<typeof DropTargetQuery>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.takeOff(new DropTarget(by, unit, target, 'share', reason), reply);
  }

  @Get('rollups/:unit/roadmap')
  @Operation({
    summary: 'All targets of a unit and of the units below it, and how they stand',
    description:
      'By the tree as of that time, the earliest date first, aims last. `summary` counts all that fit the filters but for `status` and `goal`. `owner` is an e-mail address; `kind` and `tag` are those of the units.',
    answers: { 200: SubtreeRoadmapView },
    refuses: [404, 422],
    example: EXAMPLES.subtreeRoadmap,
  })
  async subtree(
    @UnitOf() unit: UnitKey,
    @Query({ schema: RoadmapFilter }) query: z.output<typeof RoadmapFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { cursor, limit, asOf: _, knownAt: __, ...given } = query;
    const { start, pair } = startOf(cursor, pairIn(query));
    const filter = { ...checked<SubtreeRoadmapQuery['filter']>(given), page: { limit, start } };
    const answer = await this.queries.execute(
      new SubtreeRoadmapQuery(viewer, unit, filter, pair, pairIn(query)),
    );
    return taggedByContent(request, reply, {
      unit,
      ...momentView(answer),
      summary: answer.summary,
      items: answer.items.map(({ name, ...item }) => ({ ...plannedView(item), name })),
      next: startText(answer.next, answer),
    });
  }

  private async set(command: PutTarget, reply: FastifyReply) {
    const { created, target, version } = await this.commands.execute(command);
    reply.status(created ? 201 : 200).header('etag', `"${version}"`);
    return { ...targetView(target), version };
  }

  private async takeOff(command: DropTarget, reply: FastifyReply): Promise<void> {
    const { version } = await this.commands.execute(command);
    reply.header('etag', `"${version}"`);
  }
}

/** What a target shall be, by what was sent. */
function wishIn(
  body: z.output<typeof PutTargetBody> | z.output<typeof PutShareTarget>,
): TargetWish {
  const { due, owner, reason, ...goal } = body;
  const given = Object.values(goal).some((part) => part !== undefined);
  return {
    ...(given ? { goal: checked<NonNullable<TargetWish['goal']>>(goal) } : {}),
    ...(due === undefined ? {} : { due }),
    ...(owner === undefined ? {} : { owner }),
    ...(reason === undefined ? {} : { reason }),
  };
}
