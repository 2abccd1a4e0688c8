import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import {
  DefineMilestone as DefineMilestoneBody,
  MilestoneKeyText,
  MilestonesQuery,
  MilestonesView,
  MilestoneView,
} from '#lib/contracts';
import type { MilestoneKey, ProgramId } from '#lib/domain';
import { type By, DefineMilestone, Present } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { milestoneView } from '../http/catalogue-views.js';
import { pageOf } from '../http/cursors.js';
import { fitting, unranked } from '../http/fitting-milestones.js';
import { ProgramOf, Requested } from '../http/parameters.js';
import { Noted } from '../http/noted.js';

/** The milestone dictionary: the shared entries, those of models, and the program's own. */
@ApiTags('Catalogue')
@Controller('api/v1/milestones')
export class MilestonesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly present: Present,
  ) {}

  @Get()
  @Operation({
    summary: 'Every milestone a unit may record, by key, or those that fit best',
    description:
      '`q`: every word of it is looked for in the key, the title, what it means and the references to other frameworks. The key itself comes first, then keys and titles with words that begin so, then those that hold it, then the others.',
    answers: { 200: MilestonesView },
    refuses: [422],
  })
  list(
    @Query({ schema: MilestonesQuery }) { q, ...page }: z.output<typeof MilestonesQuery>,
    @ProgramOf() program: ProgramId,
  ) {
    return this.present.look(program, [], async (known) => {
      const { dictionary } = await known.catalogue();
      const entries = [...dictionary.values()];
      const ranked = q === undefined ? entries.map(unranked) : fitting(entries, q);
      const ordered = ranked.sort((a, b) => (a.place < b.place ? -1 : 1));
      return pageOf(
        ordered,
        page,
        ({ place }) => place,
        ({ entry }) => milestoneView(entry),
      );
    });
  }

  @Put(':milestone')
  @Noted('milestone.defined', ({ params }) => ({ milestone: params.milestone ?? '' }))
  @Operation({
    summary: 'Defines a milestone of the program’s own, or changes one',
    answers: { 200: MilestoneView, 201: MilestoneView },
    refuses: [409, 413, 415, 422],
    headers: ['idempotency-key'],
    example: EXAMPLES.milestone,
  })
  async define(
    @Param('milestone', { schema: MilestoneKeyText }) key: string,
    @Body({ schema: DefineMilestoneBody }) body: z.output<typeof DefineMilestoneBody>,
    @Requested() by: By,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const command = new DefineMilestone(by, key as MilestoneKey, body);
    const { created, entry } = await this.commands.execute(command);
    reply.status(created ? 201 : 200);
    return milestoneView(entry);
  }
}
