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
  /** Some by their keys. */
  readonly keys?: readonly UnitKey[];
  readonly limit: number;
  /** The last unit of the page before. */
  readonly after?: UnitPlace;
}

/** Where a unit stands in a list: with `q` by how well it fits and by name, else by its key alone. */
export interface UnitPlace {
  readonly unit: UnitKey;
  /** 0: it is what was asked for … 3: it holds it somewhere; 4 … 7: so does one that is retired. */
  readonly rank: number;
  /** In lower case. */
  readonly name: string;
}

/** Units, retired ones included: in the order of their keys, with `q` those first that fit best. */
export interface UnitsAnswer {
  readonly items: readonly CurrentUnit[];
  /** The last unit of this page when there are more. */
  readonly next: UnitPlace | null;
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

const FITTING = `program_id = $1 AND ${belowAny(2)}
  AND ($3::text IS NULL OR kind = $3) AND ($4::text IS NULL OR $4 = ANY (tags))
  AND ($5::text IS NULL OR owner->>'subject' = $5)
  AND ($6::text IS NULL OR strpos(lower(unit || ' ' || name), lower($6)) > 0)
  AND ($7::text[] IS NULL OR unit = ANY ($7))`;

const BY_KEY = `
  SELECT ${UNIT_COLUMNS}, 0 AS rank, '' AS ordered FROM unit
   WHERE ${FITTING} AND ($8::text IS NULL OR unit > $8)
   ORDER BY unit LIMIT $9`;

const BY_FIT = `
  SELECT * FROM (
    SELECT ${UNIT_COLUMNS}, lower(name) COLLATE "C" AS ordered,
           CASE WHEN retired THEN 4 ELSE 0 END
           + CASE WHEN unit = lower($6) OR lower(name) = lower($6) THEN 0
                  WHEN starts_with(unit, lower($6)) OR starts_with(lower(name), lower($6)) THEN 1
                  WHEN strpos(translate(unit, '-', ' ') || ' ' || lower(name), ' ' || lower($6)) > 0
                       THEN 2
                  ELSE 3 END AS rank
      FROM unit WHERE ${FITTING}) AS ranked
   WHERE $8::text IS NULL OR (rank, ordered, unit) > ($10::integer, $11 COLLATE "C", $8)
   ORDER BY rank, ordered, unit LIMIT $9`;

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
    const { after } = filter;
    const rows = await tx.query<CurrentUnit & UnitPlace & { readonly ordered: string }>(
      filter.q === undefined ? BY_KEY : BY_FIT,
      [
        program,
        topsOf(viewer, filter.under),
        filter.kind ?? null,
        filter.tag ?? null,
        subject,
        filter.q ?? null,
        filter.keys ?? null,
        after?.unit ?? null,
        filter.limit + 1,
        ...(filter.q === undefined ? [] : [after?.rank ?? null, after?.name ?? null]),
      ],
    );
    const page = rows.slice(0, filter.limit);
    const last = page.at(-1);
    const units = page.map(({ rank: _rank, ordered: _ordered, ...unit }) => unit);
    const items = await maskParents(tx, viewer, await withOwners(tx, log, program, units));
    const more = rows.length > filter.limit && last !== undefined;
    return { items, next: more ? { unit: last.unit, rank: last.rank, name: last.ordered } : null };
  }
}
