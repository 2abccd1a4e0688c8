import type { QueryBus } from '@nestjs/cqrs';
import type { Standing, UnitKey } from '#lib/domain';
import {
  type ListedStanding,
  ProofsQuery,
  StandingListQuery,
  UnitListQuery,
} from '#lib/projections';
import { instantText } from '../../http/instants.js';
import { standingView } from '../../http/views.js';
import { type Column, type ExportTable, table, taken } from '../export-table.js';
import { type Exportable, type ExportWish, pairOf } from '../export-wish.js';

const COLUMNS: readonly Column<ListedStanding>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['model', ({ model }) => model],
  ['modelTitle', ({ modelTitle }) => modelTitle],
  ['modelVersion', ({ modelVersion }) => modelVersion],
  ['stage', ({ stage }) => stage?.ordinal ?? null],
  ['stageName', ({ stage }) => stage?.name ?? null],
  ['of', ({ of }) => of],
  ['since', ({ since }) => instantText(since), 'instant'],
  ['nextStage', ({ next }) => next?.name ?? null],
  ['levels', ({ dimensions }) => dimensions?.map(levelText).join(', ') ?? null],
  ['mean', ({ mean }) => mean ?? null],
  ['score', ({ score }) => score ?? null],
  ['checked', ({ checked }) => checked ?? null],
  ['total', ({ total }) => total ?? null],
];

const levelText = ({ id, level }: { readonly id: string; readonly level: number }) =>
  `${id} ${level}`;

/** Where units stand: as rows from the read models, as JSON Lines with the proof of each. */
export const STANDINGS: Exportable = {
  narrowedBy: ['under', 'model', 'asOf', 'knownAt'],
  open: (queries, wish): ExportTable => ({
    ...table({ columns: COLUMNS, items: listed(queries, wish), view: (standing) => standing }),
    proven: () => table({ columns: [], items: proven(queries, wish), view: provenLine }),
  }),
};

async function* listed(queries: QueryBus, wish: ExportWish): AsyncGenerator<ListedStanding> {
  const { viewer, under, model } = wish;
  const { items, ...moment } = await queries.execute(
    new StandingListQuery(viewer, under ?? null, pairOf(wish), model),
  );
  wish.isOf(moment);
  yield* taken(items);
}

/** Units whose proofs are read together. */
const UNITS_AT_ONCE = 50;

interface OfUnit {
  readonly unit: UnitKey;
  readonly name: string;
  readonly standing: Standing;
}

async function* proven(queries: QueryBus, wish: ExportWish): AsyncGenerator<OfUnit> {
  const { viewer, under, model } = wish;
  const answer = await queries.execute(new UnitListQuery(viewer, under ?? null, pairOf(wish)));
  const { items: units, ...moment } = answer;
  for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
    const some = units.slice(start, start + UNITS_AT_ONCE);
    const names = new Map(some.map(({ unit, name }) => [unit, name]));
    const keys = some.map(({ unit }) => unit);
    for (const { unit, items } of await queries.execute(
      new ProofsQuery(viewer, keys, moment, model),
    )) {
      const name = names.get(unit) ?? unit;
      for (const standing of items) yield { unit, name, standing };
    }
  }
}

function provenLine({ unit, name, standing }: OfUnit) {
  return { unit, name, ...standingView(standing) };
}
