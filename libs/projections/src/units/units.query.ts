import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { maskParents } from '../log/masked.js';
import { Moments } from '../moment.js';
import { belowAny, requireSeen, topsOf } from '../seen.js';
import type { Viewer } from '../sight.js';
import { type CurrentUnit, UNIT_COLUMNS, withOwners } from './unit.query.js';

/** Which units are asked for; what is absent does not narrow. */
export interface UnitFilter {
  /** The unit itself and all below it, by the tree as it is now. */
  readonly under?: UnitKey;
  readonly kind?: string;
  readonly tag?: string;
  /** The owner's e-mail address, whatever its case. */
  readonly owner?: string;
  /** Part of the key or of the name, whatever its case. */
  readonly q?: string;
  readonly limit: number;
  /** The last unit of the page before. */
  readonly after?: UnitKey;
}

/** Units in the order of their keys, retired ones included. */
export interface UnitsAnswer {
  readonly items: readonly CurrentUnit[];
  /** The last unit of this page when there are more. */
  readonly next: UnitKey | null;
}

/** The units in sight that fit a filter. @throws UnknownUnit for `under` */
export class UnitsQuery extends Query<UnitsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly filter: UnitFilter,
  ) {
    super();
  }
}

@QueryHandler(UnitsQuery)
export class UnitsQueryHandler implements IQueryHandler<UnitsQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, filter }: UnitsQuery): Promise<UnitsAnswer> {
    return this.moments.database.inProgram(viewer.program, (tx) => this.page(tx, viewer, filter), {
      readOnly: true,
    });
  }

  private async page(tx: Tx, viewer: Viewer, filter: UnitFilter): Promise<UnitsAnswer> {
    const { log } = this.moments;
    const { program } = viewer;
    if (filter.under !== undefined) await requireSeen(tx, viewer, filter.under, '?under');
    const subject =
      filter.owner === undefined ? null : await log.ownerSubject(tx, program, filter.owner);
    // an address that never owned anything
    if (subject === undefined) return { items: [], next: null };
    const rows = await tx.query<CurrentUnit>(
      `SELECT ${UNIT_COLUMNS} FROM unit
        WHERE program_id = $1 AND ${belowAny(2)}
          AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR $4 = ANY (tags))
          AND ($5::text IS NULL OR owner->>'subject' = $5)
          AND ($6::text IS NULL OR strpos(lower(unit || ' ' || name), lower($6)) > 0)
          AND ($7::text IS NULL OR unit > $7)
        ORDER BY unit LIMIT $8`,
      [
        program,
        topsOf(viewer, filter.under),
        filter.kind ?? null,
        filter.tag ?? null,
        subject,
        filter.q ?? null,
        filter.after ?? null,
        filter.limit + 1,
      ],
    );
    const clear = await withOwners(tx, log, program, rows.slice(0, filter.limit));
    const items = await maskParents(tx, viewer, clear);
    const more = rows.length > filter.limit;
    return { items, next: more ? (items[items.length - 1]?.unit ?? null) : null };
  }
}
