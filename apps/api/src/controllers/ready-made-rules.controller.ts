import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { listOf, ReadyMadeQuery, ReadyMadeView } from '#lib/contracts';
import { readyMade } from '#lib/integrations';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { pageOf } from '../http/cursors.js';

/** Rules that mappings can use without writing them out. */
@ApiTags('Integrations')
@Controller('api/v1/ready-made-rules')
export class ReadyMadeRulesController {
  @Get()
  @Operation({
    summary: 'The rules that ship with Waymark, by the tool they are for',
    answers: { 200: listOf(ReadyMadeView) },
    refuses: [403, 422],
    example: EXAMPLES.readyMadeRules,
  })
  list(@Query({ schema: ReadyMadeQuery }) { kind, ...page }: z.output<typeof ReadyMadeQuery>) {
    const rules = readyMade(kind).toSorted((a, b) => (a.use < b.use ? -1 : 1));
    return pageOf(
      rules,
      page,
      ({ use }) => use,
      (rule) => rule,
    );
  }
}
