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

/** Units as they are; for another time those that existed then, with the models and owners of now. */
export const UNITS: Exportable = {
  narrowedBy: ['under', 'asOf', 'knownAt'],
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
  { viewer, under }: Pick<ExportWish, 'viewer' | 'under'>,
): AsyncGenerator<CurrentUnit> {
  return pageByPage((after: UnitPlace | undefined) =>
    queries.execute(new UnitsQuery(viewer, { limit: PAGE, ...said({ under, after }) })),
  );
}

async function* unitsThen(queries: QueryBus, wish: ExportWish): AsyncGenerator<CurrentUnit> {
  const { viewer, under } = wish;
  const query = new UnitListQuery(viewer, under ?? null, pairOf(wish));
  const { items, ...moment } = await queries.execute(query);
  wish.settled(moment);
  for (let start = 0; start < items.length; start += PAGE) {
    const page = items.slice(start, start + PAGE);
    const keys = page.map(({ unit }) => unit);
    const now = await queries.execute(new UnitsQuery(viewer, { limit: PAGE, keys }));
    const byKey = new Map(now.items.map((unit) => [unit.unit, unit]));
    for (const listed of page) {
      const current = byKey.get(listed.unit);
      if (current) yield asListed(current, listed);
    }
  }
}

function asListed(current: CurrentUnit, listed: ListedUnit): CurrentUnit {
  return { ...current, ...listed, retired: false };
}
