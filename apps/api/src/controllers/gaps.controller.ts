import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { BestMovesQuery, BlockersQuery } from '#lib/advice';
import { BestMovesView, BlockersView, GapFilter } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { tagged } from '../http/entity-tags.js';
import { ViewerOf, UnitOf } from '../http/parameters.js';
import { momentView } from '../http/views.js';
import { countedIn, pairIn } from './rollups.controller.js';

const TIMES =
  'For now as the worker has written it, seconds after the facts: `position` says which are in it. With `asOf` or `knownAt` up to 2,000 units are evaluated for the answer.';

/** What holds a subtree back, and what would move it. */
@ApiTags('Rollups')
@Controller('api/v1/rollups/:unit')
export class GapsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('blockers')
  @Operation({
    summary: 'Which missing milestones hold most units of a subtree back',
    description: `What counts for the next stage of a model and is missing, held by most units first. Without \`model\`: every model with stages. ${TIMES}`,
    answers: { 200: BlockersView },
    refuses: [404, 422],
    example: EXAMPLES.rollup,
  })
  async blockers(
    @UnitOf() unit: UnitKey,
    @Query({ schema: GapFilter }) filter: z.output<typeof GapFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ...countedIn(filter), ...pairIn(filter) };
    const query = new BlockersQuery(viewer, unit, question, filter.limit);
    const answer = await this.queries.execute(query);
    return tagged(request, reply, answer, { ...answer, ...momentView(answer) });
  }

  @Get('best-moves')
  @Operation({
    summary: 'Which acts would advance most units of a subtree in most models',
    description: `Each was really evaluated, unit by unit. What models read from above is one act at the unit; anything else is an act of each unit. ${TIMES}`,
    answers: { 200: BestMovesView },
    refuses: [404, 422],
    example: EXAMPLES.bestMoves,
  })
  async bestMoves(
    @UnitOf() unit: UnitKey,
    @Query({ schema: GapFilter }) filter: z.output<typeof GapFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ...countedIn(filter), ...pairIn(filter) };
    const query = new BestMovesQuery(viewer, unit, question, filter.limit);
    const answer = await this.queries.execute(query);
    return tagged(request, reply, answer, { ...answer, ...momentView(answer) });
  }
}
