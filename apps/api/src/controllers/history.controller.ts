import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { HistoryQuery as HistoryPage, HistoryView } from '#lib/contracts';
import type { ProgramId, UnitKey } from '#lib/domain';
import { type HistoryEntry, HistoryQuery } from '#lib/projections';
import { Operation } from '../docs/operation.js';
import { EXAMPLES } from '../docs/story.js';
import { cursorOf, placeOf } from '../http/cursors.js';
import { instantText } from '../http/instants.js';
import { ProgramOf, UnitOf } from '../http/parameters.js';
import { eventView } from '../http/views.js';

/** What happened to a unit. */
@ApiTags('Standing')
@Controller('api/v1/units/:unit/history')
export class HistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Operation({
    summary: 'Events and stage transitions of a unit on one timeline, newest first',
    answers: { 200: HistoryView },
    refuses: [404, 422],
    example: EXAMPLES.unit,
  })
  async history(
    @UnitOf() unit: UnitKey,
    @Query({ schema: HistoryPage }) { limit, cursor }: z.output<typeof HistoryPage>,
    @ProgramOf() program: ProgramId,
  ) {
    const after = placeOf(cursor, (place) => /^\d{1,15}\.\d{1,15}\.\d{1,9}$/.test(place));
    const query = new HistoryQuery(program, unit, { limit, ...(after ? { after } : {}) });
    const { items, next } = await this.queries.execute(query);
    return { items: items.map(entryView), next: cursorOf(next) };
  }
}

function entryView(entry: HistoryEntry) {
  const at = instantText(entry.at);
  return entry.kind === 'event'
    ? { ...entry, at, event: eventView(entry.event) }
    : { ...entry, at };
}
