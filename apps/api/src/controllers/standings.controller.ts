import { Body, Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ComparisonView, StandingsView, TimeQuery, WhatIf as WhatIfBody } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import { StandingsQuery, type Viewer, type WhatIf, WhatIfQuery } from '#lib/projections';
import { Present, requireMilestones } from '#lib/recording';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { tagged } from '../http/entity-tags.js';
import { UnitOf, ViewerOf } from '../http/parameters.js';
import { pointIn, possibleDate } from '../http/times.js';
import { comparisonView, momentView, standingView } from '../http/views.js';

/** Where units stand, with the proof. */
@ApiTags('Standing')
@Controller('api/v1/units/:unit')
export class StandingsController {
  constructor(
    private readonly queries: QueryBus,
    private readonly present: Present,
  ) {}

  @Get('standings')
  @Operation({
    summary: 'Where a unit stands in every model it follows',
    description: 'As of one instant and as known at another; both default to now.',
    answers: { 200: StandingsView },
    refuses: [404, 422],
    example: EXAMPLES.standings,
  })
  async standings(
    @UnitOf() unit: UnitKey,
    @Query({ schema: TimeQuery }) times: z.output<typeof TimeQuery>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const asOf = pointIn(times.asOf, '?asOf');
    const knownAt = pointIn(times.knownAt, '?knownAt');
    const answer = await this.queries.execute(new StandingsQuery(viewer, unit, asOf, knownAt));
    const view = { unit, ...momentView(answer), items: answer.items.map(standingView) };
    return tagged(request, reply, answer, view);
  }

  @Post('what-if')
  @HttpCode(200)
  @Operation({
    summary:
      'What standings would become if milestones were achieved or lapsed; nothing is recorded',
    answers: { 200: ComparisonView },
    refuses: [404, 413, 415, 422],
    example: EXAMPLES.whatIf,
  })
  async whatIf(
    @UnitOf() unit: UnitKey,
    @Body({ schema: WhatIfBody }) body: z.output<typeof WhatIfBody>,
    @ViewerOf() viewer: Viewer,
  ) {
    const { achieve = [], lapse = [] } = body;
    const whatIf = checked<WhatIf>({ achieve, lapse });
    const asked = [
      ...whatIf.achieve.map((one, index) => ({ ...one, pointer: `/achieve/${index}` })),
      ...whatIf.lapse.map((one, index) => ({ ...one, pointer: `/lapse/${index}` })),
    ];
    for (const { on, pointer } of asked) possibleDate(on, `${pointer}/on`);
    await this.present.look(viewer.program, [], (known) => requireMilestones(known, asked));
    return comparisonView(await this.queries.execute(new WhatIfQuery(viewer, unit, whatIf)));
  }
}
