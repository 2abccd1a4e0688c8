import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Position } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { Moments } from '../moment.js';
import { unitsInSight, type Viewer } from '../sight.js';
import { maskEvents, OF_PROGRAM } from './masked.js';

/** A page of the log, in order. */
export interface LogAnswer {
  readonly items: readonly StoredEvent[];
  /** The `after` of the next page; null at the end. A page may be short and still not the last. */
  readonly next: Position | null;
}

/** The events after a position that are about units in sight, or about the program itself. */
export class LogQuery extends Query<LogAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly after: Position,
    readonly limit: number,
  ) {
    super();
  }
}

@QueryHandler(LogQuery)
export class LogQueryHandler implements IQueryHandler<LogQuery> {
  constructor(private readonly moments: Moments) {}

  execute(query: LogQuery): Promise<LogAnswer> {
    return this.moments.database.inProgram(query.viewer.program, (tx) => this.page(tx, query), {
      readOnly: true,
    });
  }

  private async page(tx: Tx, { viewer, after, limit }: LogQuery): Promise<LogAnswer> {
    const { log } = this.moments;
    const seen = await unitsInSight(tx, viewer);
    if (seen) {
      const narrowing = { units: [...seen], types: OF_PROGRAM };
      const { events, next } = await log.readAbout(tx, viewer.program, narrowing, { after, limit });
      return { items: await maskEvents(tx, viewer, events), next };
    }
    const events = await log.readAfter(tx, viewer.program, after, limit + 1);
    const items = events.slice(0, limit);
    const last = items[items.length - 1];
    return { items, next: events.length > limit && last ? last.position : null };
  }
}
