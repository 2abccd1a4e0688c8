import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { EventType, Instant, MilestoneKey, Position, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import { unitsInSight, type Viewer } from '../sight.js';
import { maskEvents, OF_PROGRAM } from './masked.js';

/** Which events are looked for; what is absent does not narrow. */
export interface LogFilter {
  readonly types?: readonly EventType[];
  readonly unit?: UnitKey;
  readonly milestone?: MilestoneKey;
  /** The id of a key or a person. */
  readonly author?: string;
  /** When it was recorded: included, and not included. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** Part of what is not sealed: `SEARCHED`. */
  readonly q?: string;
}

/** Where a page of what was found begins. */
export interface LogPage {
  readonly order: 'asc' | 'desc';
  /** Later positions only. */
  readonly after: Position;
  /** Earlier positions only. */
  readonly before?: Position;
  readonly limit: number;
}

/** A page of what was found. It may be short and still not the last. */
export interface FoundInLog {
  readonly items: readonly StoredEvent[];
  /** `after` (`asc`) or `before` (`desc`) of the next page; null at the end. */
  readonly next: Position | null;
}

/** Events of the log in either order, narrowed. @throws UnknownUnit for `unit` */
export class LogSearchQuery extends Query<FoundInLog> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: LogFilter,
    readonly page: LogPage,
  ) {
    super();
  }
}

/** Positions looked at by one statement, and statements of one page: its work is bounded. */
const STRETCH = 50_000;
const STRETCHES = 6;

/** What a text is looked for in; what people write is sealed, and not searched. */
const SEARCHED = `concat_ws(' ', type, unit, source, data->>'milestone', data->>'model', data->>'target',
  data->>'name', data->>'kind', data->'goal'->>'milestone', data->'goal'->>'model',
  data->'about'->>'milestone', data->'about'->>'model', data->'about'->>'target',
  data->'entry'->>'key', data->'entry'->>'title')`;

const FITS = `program_id = $1 AND position > $2 AND position < $3
  AND ($4::text[] IS NULL OR unit = ANY ($4) OR unit IS NULL AND type = ANY ($5))
  AND ($6::text[] IS NULL OR type = ANY ($6)) AND ($7::text IS NULL OR unit = $7)
  AND ($8::text IS NULL OR $8 IN (data->>'milestone', data->'goal'->>'milestone',
                                  data->'about'->>'milestone', data->'entry'->>'key'))
  AND ($9::uuid IS NULL OR author = $9)
  AND ($10::text IS NULL OR strpos(lower(${SEARCHED}), lower($10)) > 0)`;

@QueryHandler(LogSearchQuery)
export class LogSearchQueryHandler implements IQueryHandler<LogSearchQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, filter, page }: LogSearchQuery): Promise<FoundInLog> {
    const { database, log } = this.moments;
    const { program } = viewer;
    const { from, to } = filter;
    const after = from === undefined ? 0 : await log.positionAt(program, from - 1);
    const last = to === undefined ? undefined : await log.positionAt(program, to - 1);
    return database.inProgram(
      program,
      async (tx) => {
        if (filter.unit !== undefined) await requireSeen(tx, viewer, filter.unit, '?unit');
        const head = (await log.head(tx, program)).position;
        const bounds = {
          low: Math.max(page.after, after),
          high: Math.min(page.before ?? head + 1, (last ?? head) + 1, head + 1),
        };
        const { positions, next } = await this.find(tx, viewer, filter, page, bounds);
        const events = await log.readAt(tx, program, positions);
        return { items: await maskEvents(tx, viewer, events), next };
      },
      { readOnly: true },
    );
  }

  private async find(
    tx: Tx,
    viewer: Viewer,
    filter: LogFilter,
    { order, limit }: LogPage,
    bounds: { readonly low: Position; readonly high: Position },
  ): Promise<{ readonly positions: readonly Position[]; readonly next: Position | null }> {
    const seen = await unitsInSight(tx, viewer);
    const units = seen === undefined ? null : [...seen];
    const positions: Position[] = [];
    let { low, high } = bounds;
    // those of one unit are found by the index, however long the log
    const step = filter.unit === undefined ? STRETCH : high;
    for (let looked = 0; looked < STRETCHES && high - low > 1; looked++) {
      const [start, end] =
        order === 'asc'
          ? [low, Math.min(high, low + step + 1)]
          : [Math.max(low, high - step - 1), high];
      const rows = await tx.query<{ position: Position }>(
        `SELECT position FROM event WHERE ${FITS}
          ORDER BY position ${order === 'asc' ? 'ASC' : 'DESC'} LIMIT $11`,
        [
          ...[viewer.program, start, end, units, OF_PROGRAM, filter.types ?? null],
          ...[filter.unit ?? null, filter.milestone ?? null, filter.author ?? null],
          ...[filter.q ?? null, limit + 1 - positions.length],
        ],
      );
      positions.push(...rows.map(({ position }) => position));
      const last = positions[limit - 1];
      if (positions.length > limit && last !== undefined) {
        return { positions: positions.slice(0, limit), next: last };
      }
      if (order === 'asc') low = end - 1;
      else high = start + 1;
    }
    const more = high - low > 1;
    return { positions, next: more ? (order === 'asc' ? low : high) : null };
  }
}
