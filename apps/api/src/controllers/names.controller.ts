import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { NamesQuery, NamesView } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import type { Viewer } from '#lib/projections';
import { Assignees } from '../http/assignees.js';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { ViewerOf } from '../http/parameters.js';

/** People by name, for those who give them something to do. */
@ApiTags('People')
@Controller('api/v1/people/names')
export class NamesController {
  constructor(private readonly assignees: Assignees) {}

  @Get()
  @Operation({
    summary: 'Those who may decide about alerts and recommendations, by name',
    description:
      'People whose role gives `decide` for `unit`, or for some unit in sight. `q`: part of the name; names that begin so come first. No addresses: who is assigned by `person` is named in the log.',
    answers: { 200: NamesView },
    refuses: [404, 422],
    example: EXAMPLES.names,
  })
  async names(
    @Query({ schema: NamesQuery }) { q, unit, limit }: z.output<typeof NamesQuery>,
    @ViewerOf() viewer: Viewer,
  ) {
    const found = await this.assignees.find(viewer, { q, unit: unit as UnitKey | undefined });
    return { items: found.slice(0, limit) };
  }
}
