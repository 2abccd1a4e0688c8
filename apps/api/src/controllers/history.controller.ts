import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { HistoryQuery as HistoryPage, HistoryView } from '#lib/contracts';
import type { UnitKey } from '#lib/domain';
import { type HistoryEntry, type HistoryFilter, HistoryQuery, type Viewer } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { checked } from '../http/checked.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { tagged } from '../http/entity-tags.js';
import { kindsIn } from '../http/event-kinds.js';
import { instantText } from '../http/instants.js';
import { UnitOf, ViewerOf } from '../http/parameters.js';
import { pointIn } from '../http/times.js';
import { eventView, momentView } from '../http/views.js';

/** What happened to a unit. */
@ApiTags('Standing')
@Controller('api/v1/units/:unit/history')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Operation({
    summary: 'Events and stage transitions of a unit on one timeline, newest first',
    description:
      'Up to `asOf`, as known at `knownAt`; both default to now. `type`: types of events, `milestone.*` for all that begin so, `transition` for changes of stage, with commas between them. `milestone`: facts about it, what takes them back, speaks of it or plans it, and stages that it moved. `model`: its stages, what names it, and facts about milestones that it reads. `from`, `to`: when it was true.',
    answers: { 200: HistoryView },
    refuses: [404, 422],
    example: EXAMPLES.unit,
  })
  async history(
    @UnitOf() unit: UnitKey,
    @Query({ schema: HistoryPage }) question: z.output<typeof HistoryPage>,
    @ViewerOf() viewer: Viewer,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { limit, cursor, ...times } = question;
    const after = placeOf(cursor, (place) => /^-?\d{1,15}\.-?\d{1,15}\.\d{1,9}$/.test(place));
    const query = new HistoryQuery(
      viewer,
      unit,
      { limit, ...(after ? { after } : {}) },
      { asOf: pointIn(times.asOf, '?asOf'), knownAt: pointIn(times.knownAt, '?knownAt') },
      filterOf(question),
    );
    const { items, next, ...answer } = await this.queries.execute(query);
    const view = { ...answer, ...momentView(answer), items: items.map(entryView) };
    return tagged(request, reply, answer, { ...view, next: cursorOf(next) });
  }
}

function filterOf(question: z.output<typeof HistoryPage>): HistoryFilter {
  const { type, milestone, model, from, to } = question;
  return checked<HistoryFilter>({
    kinds: kindsIn(type, ['transition']),
    ...{ milestone, model },
    ...{ from: pointIn(from, '?from'), to: pointIn(to, '?to') },
  });
}

function entryView(entry: HistoryEntry) {
  const at = instantText(entry.at);
  return entry.kind === 'event'
    ? { ...entry, at, event: eventView(entry.event) }
    : { ...entry, at };
}
