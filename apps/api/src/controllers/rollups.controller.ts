import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { RollupFilter, RollupView } from '#lib/contracts';
import type { ModelId, ProgramId, UnitKey } from '#lib/domain';
import { RollupQuery } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { ProgramOf, UnitOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';
import { momentView } from '../http/views.js';

/** What a subtree looks like. */
@ApiTags('Rollups')
@Controller('api/v1/rollups/:unit')
export class RollupsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Operation({
    summary:
      'How many units of a subtree stand at which stage of a model; the unit itself is counted',
    description: 'Without `model`: the program’s headline model.',
    answers: { 200: RollupView },
    refuses: [404, 422],
    example: EXAMPLES.rollup,
  })
  async rollup(
    @UnitOf() unit: UnitKey,
    @Query({ schema: RollupFilter }) filter: z.output<typeof RollupFilter>,
    @ProgramOf() program: ProgramId,
  ) {
    const { model, asOf, knownAt, kind, tag } = filter;
    const question = {
      model: model as ModelId | undefined,
      asOf: pointIn(asOf, '?asOf'),
      knownAt: pointIn(knownAt, '?knownAt'),
      kind,
      tag,
    };
    const answer = await this.queries.execute(new RollupQuery(program, unit, question));
    return { ...answer, ...momentView(answer) };
  }
}
