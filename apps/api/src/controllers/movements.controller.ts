import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  ChangesFilter,
  ChangesView,
  TransitionsFilter,
  TransitionsView,
  TrendFilter,
  TrendView,
} from '#lib/contracts';
import { parseDuration, type UnitKey } from '#lib/domain';
import {
  ChangesQuery,
  QuestionUnfit,
  TransitionsQuery,
  TrendQuery,
  type Viewer,
} from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { startOf, startText } from '../http/cursors.js';
import { tagged } from '../http/entity-tags.js';
import { instantText } from '../http/instants.js';
import { ViewerOf, UnitOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';
import { momentView } from '../http/views.js';
import { countedIn } from './rollups.controller.js';

/** How a subtree moved. */
@ApiTags('Rollups')
@Controller('api/v1/rollups/:unit')
export class MovementsController {
  constructor(private readonly queries: QueryBus) {}

  @Get('trend')
  @Operation({
    summary: 'What a subtree looked like at one date after another, by the tree of each date',
    answers: { 200: TrendView },
    refuses: [404, 422],
    example: EXAMPLES.trend,
  })
  async trend(
    @UnitOf() unit: UnitKey,
    @Query({ schema: TrendFilter }) filter: z.output<typeof TrendFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const every = parseDuration(filter.every);
    if (!every) {
      const message = `"${filter.every}" is not an ISO 8601 duration such as P1M, P2W or P1Y.`;
      throw new QuestionUnfit(message, '?every');
    }
    const { from = 0, ...dates } = datesIn(filter);
    const question = { ...countedIn(filter), ...dates, from, every };
    const answer = await this.queries.execute(new TrendQuery(viewer, unit, question));
    return tagged(request, reply, answer, {
      ...answer,
      ...momentView(answer),
      points: answer.points.map(({ at, ...figures }) => ({ at: instantText(at), ...figures })),
    });
  }

  @Get('transitions')
  @Operation({
    summary: 'How often units went from stage to stage, and how long they stood at each',
    description: 'Of the units that lie below the unit at `to`.',
    answers: { 200: TransitionsView },
    refuses: [404, 422],
    example: EXAMPLES.transitions,
  })
  async transitions(
    @UnitOf() unit: UnitKey,
    @Query({ schema: TransitionsFilter }) filter: z.output<typeof TransitionsFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const question = { ...countedIn(filter), ...datesIn(filter) };
    const answer = await this.queries.execute(new TransitionsQuery(viewer, unit, question));
    return tagged(request, reply, answer, {
      ...answer,
      ...momentView(answer),
      from: answer.from === null ? null : instantText(answer.from),
      to: instantText(answer.to),
    });
  }

  @Get('changes')
  @Operation({
    summary: 'Who rose and who fell between two dates, and why; or what was restated for one date',
    description:
      'With `from` and `to`: who stands elsewhere at `to` than at `from`. With `knownAt` given twice: who is known at the later one to have stood elsewhere as of `asOf` (or `to`) than was known at the earlier one, by which facts. The longest ways come first.',
    answers: { 200: ChangesView },
    refuses: [404, 422],
    example: EXAMPLES.changes,
  })
  async changes(
    @UnitOf() unit: UnitKey,
    @Query({ schema: ChangesFilter }) filter: z.output<typeof ChangesFilter>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const known = [filter.knownAt ?? []].flat().map((one) => pointIn(one, '?knownAt') as number);
    const [given, from] = [pointIn(filter.to, '?to'), pointIn(filter.from, '?from')];
    const to = given ?? pointIn(filter.asOf, '?asOf');
    if (known.length < 2 && from === undefined) {
      const message =
        'Say since when with ?from=, or give ?knownAt= twice to see what was restated.';
      throw new QuestionUnfit(message, '?from');
    }
    const { start, pair } = startOf(filter.cursor, { asOf: to });
    const later = filter.cursor === undefined || known.length === 2 ? known : [pair.knownAt ?? 0];
    const page = { limit: filter.limit, start };
    const { change } = filter;
    const question = { ...countedIn(filter), change, from, to: pair.asOf, knownAt: later, page };
    const answer = await this.queries.execute(new ChangesQuery(viewer, unit, question));
    const { restatedSince } = answer;
    return tagged(request, reply, answer, {
      ...answer,
      ...momentView(answer),
      from: instantText(answer.from),
      to: instantText(answer.to),
      restatedSince: restatedSince === null ? null : instantText(restatedSince),
      next: startText(answer.next, answer),
    });
  }
}

function datesIn(filter: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly knownAt?: string | undefined;
}) {
  return {
    from: pointIn(filter.from, '?from'),
    to: pointIn(filter.to, '?to'),
    knownAt: pointIn(filter.knownAt, '?knownAt'),
  };
}
