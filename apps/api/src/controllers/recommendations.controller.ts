import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  isRecommendationPlace,
  type RankedRecommendation,
  type RecommendationScope,
  RecommendationsQuery,
} from '#lib/advice';
import {
  ActView,
  DecideRecommendation as DecideBody,
  ListQuery,
  RecommendationFilter,
  RecommendationsView,
} from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Viewer } from '#lib/projections';
import { type By, DecideRecommendation } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, hasId, placeOf } from '../http/cursors.js';
import { RecommendationOf, Requested, UnitOf, ViewerOf } from '../http/parameters.js';
import { eventView } from '../http/views.js';

/** Next steps, ranked, with their reasons. */
@ApiTags('Advice')
@Controller('api/v1')
export class RecommendationsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('units/:unit/recommendations')
  @Operation({
    summary: 'The next steps of a unit, best first',
    answers: { 200: RecommendationsView },
    refuses: [404, 422],
    example: EXAMPLES.unit,
  })
  ofUnit(
    @UnitOf() unit: UnitKey,
    @Query({ schema: ListQuery }) page: z.output<typeof ListQuery>,
    @ViewerOf() viewer: Viewer,
  ) {
    return this.page(viewer, { unit }, page);
  }

  @Get('recommendations')
  @Operation({
    summary: 'The next steps of all units, or of one and all below it, best first',
    answers: { 200: RecommendationsView },
    refuses: [404, 422],
    example: EXAMPLES.under,
  })
  under(
    @Query({ schema: RecommendationFilter }) filter: z.output<typeof RecommendationFilter>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { under, ...page } = filter;
    return this.page(viewer, under === undefined ? {} : { under: under as UnitKey }, page);
  }

  @Post('recommendations/:id/decision')
  @Operation({
    summary: 'Accepts or dismisses a recommendation',
    answers: { 201: ActView },
    refuses: [404, 409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.decide,
  })
  async decide(
    @RecommendationOf() recommendation: string,
    @Body({ schema: DecideBody }) body: z.output<typeof DecideBody>,
    @Requested() by: By,
  ) {
    const command = new DecideRecommendation(by, { recommendation, ...body });
    return { event: eventView(await this.commands.execute(command)) };
  }

  private async page(
    viewer: Viewer,
    scope: RecommendationScope,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  ) {
    const after = placeOf(cursor, (place) => isRecommendationPlace(place) && hasId(place));
    const query = new RecommendationsQuery(viewer, scope, limit, after);
    const { items, next } = await this.queries.execute(query);
    return { items: items.map(recommendationView), next: cursorOf(next) };
  }
}

function recommendationView({ rank, ...recommendation }: RankedRecommendation) {
  return { ...recommendation, rank };
}
