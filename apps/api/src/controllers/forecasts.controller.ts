import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  ForecastQuery,
  ShareForecastFilter,
  ShareForecastView,
  UnitForecastView,
} from '#lib/contracts';
import type { ModelId, UnitKey } from '#lib/domain';
import { ShareForecastQuery, UnitForecastQuery, type Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { taggedByContent } from '../http/content-tags.js';
import { forecastView, learntView, modelForecastView } from '../http/forecast-views.js';
import { ViewerOf, UnitOf } from '../http/parameters.js';
import { momentView } from '../http/views.js';
import { pairIn } from './rollups.controller.js';

/** When units will arrive, by the program's own history. */
@ApiTags('Forecasts')
@Controller('api/v1')
export class ForecastsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('units/:unit/forecast')
  @Operation({
    summary: 'When a unit will be at its next and at its last stage, in every model',
    description:
      'A range with the number of precedents, from how long the units of the program took from stage to stage, given how long this one has waited. Asked for a pair of times: what was to be expected by what was known then. docs/forecasts.md tells how, and what it does not know.',
    answers: { 200: UnitForecastView },
    refuses: [404, 422],
    example: EXAMPLES.forecast,
  })
  async ofUnit(
    @UnitOf() unit: UnitKey,
    @Query({ schema: ForecastQuery }) times: z.output<typeof ForecastQuery>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const answer = await this.queries.execute(new UnitForecastQuery(viewer, unit, pairIn(times)));
    const items = answer.items.map(modelForecastView);
    return taggedByContent(request, reply, { unit, ...momentView(answer), items });
  }

  @Get('rollups/:unit/forecast')
  @Operation({
    summary: 'When a share of a subtree will be at a stage of a model; the unit itself is counted',
    description: 'By the tree of that time. Without `model`: the program’s headline model.',
    answers: { 200: ShareForecastView },
    refuses: [404, 422],
    example: EXAMPLES.shareForecast,
  })
  async ofShare(
    @UnitOf() unit: UnitKey,
    @Query({ schema: ShareForecastFilter }) filter: z.output<typeof ShareForecastFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { model, stage, share } = filter;
    const question = { model: model as ModelId | undefined, stage, share, ...pairIn(filter) };
    const answer = await this.queries.execute(new ShareForecastQuery(viewer, unit, question));
    return taggedByContent(request, reply, {
      ...answer,
      ...momentView(answer),
      forecast: answer.forecast && forecastView(answer.forecast),
      learntFrom: learntView(answer.learntFrom),
    });
  }
}
