import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import {
  ListedMappingView,
  ListQuery,
  listOf,
  MappingVersionText,
  MappingVersionView,
} from '#lib/contracts';
import type { ProgramId } from '#lib/domain';
import { MappingVersions } from '#lib/integrations';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { MappingVersionOf, ProgramOf, SourceOf } from '../http/parameters.js';

/** What the mapping of a source was. */
@ApiTags('Integrations')
@Controller('api/v1/sources/:source/mappings')
export class MappingsController {
  constructor(private readonly versions: MappingVersions) {}

  @Get()
  @Operation({
    summary: 'The versions of the mapping of a source, the newest first',
    description: 'The newest is in force. A version that was made never changes.',
    answers: { 200: listOf(ListedMappingView) },
    refuses: [403, 404, 422],
    example: EXAMPLES.source,
  })
  async list(
    @SourceOf() name: string,
    @Query({ schema: ListQuery }) { limit, cursor }: z.output<typeof ListQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    const place = placeOf(cursor, (text) => MappingVersionText.safeParse(text).success);
    const before = place === undefined ? undefined : Number(place);
    const found = await this.versions.list(program, name, { before, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const next = found.length > limit ? String(shown.at(-1)?.version) : null;
    return { items: shown.map(dated), next: cursorOf(next) };
  }

  @Get(':version')
  @Operation({
    summary: 'A version of the mapping, with its rules as they were put',
    answers: { 200: MappingVersionView },
    refuses: [403, 404],
    example: EXAMPLES.mappingVersion,
  })
  async one(
    @SourceOf() name: string,
    @MappingVersionOf() version: string,
    @ProgramOf() program: ProgramId,
  ) {
    return dated(await this.versions.get(program, name, Number(version)));
  }
}

const dated = <Made extends { readonly madeAt: number }>({ madeAt, ...made }: Made) => ({
  ...made,
  madeAt: instantText(madeAt),
});
