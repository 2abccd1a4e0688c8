import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  DisagreementsFilter,
  DisagreementsView,
  HeatmapFilter,
  HeatmapView,
  RollupFilter,
  RollupView,
} from '#lib/contracts';
import type { ModelId, UnitKey } from '#lib/domain';
import { DisagreementsQuery, HeatmapQuery, RollupQuery, type Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { startOf, startText } from '../http/cursors.js';
import { tagged } from '../http/entity-tags.js';
import { ViewerOf, UnitOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';
import { momentView } from '../http/views.js';

/** What a subtree looks like at one pair of times. */
@ApiTags('Rollups')
@Controller('api/v1/rollups/:unit')
export class RollupsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Operation({
    summary:
      'How many units of a subtree stand at which stage of a model; the unit itself is counted',
    description:
      'By the tree as of that time. Without `model`: the program’s headline model. `kind` and `tag` count some units only: all support functions in EMEA are `?kind=function&tag=support` of `emea`.',
    answers: { 200: RollupView },
    refuses: [404, 422],
    example: EXAMPLES.rollup,
  })
  async rollup(
    @UnitOf() unit: UnitKey,
    @Query({ schema: RollupFilter }) filter: z.output<typeof RollupFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ...countedIn(filter), ...pairIn(filter) };
    const answer = await this.queries.execute(new RollupQuery(viewer, unit, question));
    return tagged(request, reply, answer, { ...answer, ...momentView(answer) });
  }

  @Get('heatmap')
  @Operation({
    summary: 'The subtrees of a unit’s children across models, or the dimensions of one',
    description:
      'Stages of different models stand beside each other, each with the number of its stages, and are never averaged.',
    answers: { 200: HeatmapView },
    refuses: [404, 422],
    example: EXAMPLES.heatmap,
  })
  async heatmap(
    @UnitOf() unit: UnitKey,
    @Query({ schema: HeatmapFilter }) filter: z.output<typeof HeatmapFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { by: filter.by, ...countedIn(filter), ...pairIn(filter) };
    const answer = await this.queries.execute(new HeatmapQuery(viewer, unit, question));
    return tagged(request, reply, answer, { ...answer, ...momentView(answer) });
  }

  @Get('disagreements')
  @Operation({
    summary: 'Where two models place one unit apart, and by which criteria',
    answers: { 200: DisagreementsView },
    refuses: [404, 422],
    example: EXAMPLES.disagreements,
  })
  async disagreements(
    @UnitOf() unit: UnitKey,
    @Query({ schema: DisagreementsFilter }) filter: z.output<typeof DisagreementsFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { limit, cursor, kind, tag } = filter;
    const models = filter.models.split(',') as unknown as readonly [ModelId, ModelId];
    const { start, pair } = startOf(cursor, pairIn(filter));
    const question = { models, kind, tag, ...pair, page: { limit, start } };
    const answer = await this.queries.execute(new DisagreementsQuery(viewer, unit, question));
    return tagged(request, reply, answer, {
      ...answer,
      ...momentView(answer),
      next: startText(answer.next, answer),
    });
  }
}

/** Which units are counted in which model. */
export function countedIn(filter: {
  readonly model?: string | undefined;
  readonly kind?: string | undefined;
  readonly tag?: string | undefined;
}) {
  const { model, kind, tag } = filter;
  return { model: model as ModelId | undefined, kind, tag };
}

/** The pair of times that a question is asked for. @throws Refusal `date-invalid` */
export function pairIn(filter: {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}) {
  return {
    asOf: pointIn(filter.asOf, '?asOf'),
    knownAt: pointIn(filter.knownAt, '?knownAt'),
  };
}
