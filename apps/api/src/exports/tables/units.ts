import type { QueryBus } from '@nestjs/cqrs';
import {
  type CurrentUnit,
  type ListedUnit,
  UnitListQuery,
  type UnitPlace,
  UnitsQuery,
} from '#lib/projections';
import { type Column, pageByPage, table } from '../export-table.js';
import { type Exportable, type ExportWish, pairOf, said } from '../export-wish.js';

const PAGE = 500;

const COLUMNS: readonly Column<CurrentUnit>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['kind', ({ kind }) => kind],
  ['parent', ({ parent }) => parent],
  ['models', ({ models }) => models.join(', ')],
  ['tags', ({ tags }) => tags.join(', ')],
  ['ownerName', ({ owner }) => owner?.name ?? null],
  ['ownerEmail', ({ owner }) => owner?.email ?? null],
  ['retired', ({ retired }) => (retired ? 'yes' : 'no')],
];

/**
 * Units as they are; for another time those that existed then, with the models and owners of now.
 * They are looked for by what they are called now, as the list of units does.
 */
export const UNITS: Exportable = {
  narrowedBy: ['under', 'asOf', 'knownAt', 'q', 'kind', 'tag', 'owner'],
  open: (queries, wish) =>
    table({
      columns: COLUMNS,
      items:
        wish.asOf === undefined && wish.knownAt === undefined
          ? unitsNow(queries, wish)
          : unitsThen(queries, wish),
      view: (unit) => unit,
    }),
};

/** The units in sight as they are, retired ones included, by key. */
export function unitsNow(
  queries: QueryBus,
  { viewer, under, ...wish }: Pick<ExportWish, 'viewer' | 'under' | keyof UnitSearch>,
): AsyncGenerator<CurrentUnit> {
  return pageByPage((after: UnitPlace | undefined) =>
    queries.execute(
      new UnitsQuery(viewer, { limit: PAGE, ...said({ under, after, ...searchOf(wish) }) }),
    ),
  );
}

async function* unitsThen(queries: QueryBus, wish: ExportWish): AsyncGenerator<CurrentUnit> {
  const { viewer, under } = wish;
  const query = new UnitListQuery(viewer, under ?? null, pairOf(wish));
  const { items, ...moment } = await queries.execute(query);
  wish.isOf(moment);
  for (let start = 0; start < items.length; start += PAGE) {
    const page = items.slice(start, start + PAGE);
    const keys = page.map(({ unit }) => unit);
    const now = await queries.execute(
      new UnitsQuery(viewer, { limit: PAGE, keys, ...searchOf(wish) }),
    );
    const byKey = new Map(now.items.map((unit) => [unit.unit, unit]));
    for (const listed of page) {
      const current = byKey.get(listed.unit);
      if (current) yield asListed(current, listed);
    }
  }
}

type UnitSearch = Pick<ExportWish, 'q' | 'kind' | 'tag' | 'owner'>;

function searchOf({ q, kind, tag, owner }: UnitSearch) {
  return said({ q, kind, tag, owner });
}

function asListed(current: CurrentUnit, listed: ListedUnit): CurrentUnit {
  return { ...current, ...listed, retired: false };
}
