import type { QueryBus } from '@nestjs/cqrs';
import type { StageRef } from '#lib/domain';
import { HeatmapListQuery, type HeatmapSquare } from '#lib/projections';
import { type Column, taken, table } from '../export-table.js';
import { type Exportable, type ExportWish, pairOf, said } from '../export-wish.js';

const OF_SUBTREE: readonly Column<
  Pick<HeatmapSquare, 'row' | 'parent' | 'depth' | 'column' | 'modelTitle'>
>[] = [
  ['unit', ({ row }) => row.unit],
  ['name', ({ row }) => row.name],
  ['kind', ({ row }) => row.kind],
  ['parent', ({ parent }) => parent],
  ['depth', ({ depth }) => depth],
  ['model', ({ column }) => column.model],
  ['modelTitle', ({ modelTitle }) => modelTitle],
  ['modelVersion', ({ column }) => column.modelVersion],
];

const HEATMAP_COLUMNS: readonly Column<HeatmapSquare>[] = [
  ...OF_SUBTREE,
  ['dimension', ({ column }) => column.dimension ?? null],
  ['dimensionName', ({ column }) => (column.dimension === undefined ? null : column.title)],
  ['below', ({ row }) => row.below],
  ['units', ({ cell }) => cell.units],
  ['of', ({ column }) => column.of],
  ['median', ({ cell }) => cell.median?.ordinal ?? null],
  ['medianStage', ({ cell }) => cell.median?.name ?? null],
  ['own', ({ cell }) => cell.own?.ordinal ?? null],
  ['ownStage', ({ cell }) => cell.own?.name ?? null],
  ['fromChildren', ({ cell }) => cell.fromChildren?.stage.ordinal ?? null],
  ['meanScore', ({ cell }) => cell.meanScore ?? null],
  ['meanChecked', ({ cell }) => cell.meanChecked ?? null],
];

/** How many units of a subtree stand at one stage. */
interface Step extends Omit<HeatmapSquare, 'cell' | 'stages'> {
  readonly stage: StageRef;
  readonly units: number;
}

const DISTRIBUTION_COLUMNS: readonly Column<Step>[] = [
  ...OF_SUBTREE,
  ['stage', ({ stage }) => stage.ordinal],
  ['stageName', ({ stage }) => stage.name],
  ['units', ({ units }) => units],
];

/** A unit and those below it by the models, or by the dimensions of one; a row for each square. */
export const HEATMAP: Exportable = {
  narrowedBy: ['under', 'depth', 'by', 'model', 'kind', 'tag', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({ columns: HEATMAP_COLUMNS, items: squares(queries, wish), view: squareView }),
};

/** The same units and models, a row for each stage: how many units of the subtree stand there. */
export const DISTRIBUTION: Exportable = {
  narrowedBy: ['under', 'depth', 'model', 'kind', 'tag', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({
      columns: DISTRIBUTION_COLUMNS,
      items: steps(queries, wish),
      view: (step) => lineOf(DISTRIBUTION_COLUMNS, step),
    }),
};

async function* squares(queries: QueryBus, wish: ExportWish): AsyncGenerator<HeatmapSquare> {
  const { viewer, under, depth = 1, by = 'models', model, kind, tag } = wish;
  const question = { depth, by, ...said({ model, kind, tag }), ...pairOf(wish) };
  const query = new HeatmapListQuery(viewer, under ?? null, question);
  const { items, ...moment } = await queries.execute(query);
  wish.isOf(moment);
  yield* taken(items);
}

async function* steps(queries: QueryBus, wish: ExportWish): AsyncGenerator<Step> {
  for await (const { cell, stages, ...square } of squares(queries, wish)) {
    for (const [index, units] of (cell.distribution ?? []).entries()) {
      const stage = stages[index];
      if (stage) yield { ...square, stage, units };
    }
  }
}

function squareView({ row, parent, depth, column, modelTitle, cell }: HeatmapSquare) {
  return { ...row, parent, depth, modelTitle, ...column, ...cell };
}

function lineOf<Item>(columns: readonly Column<Item>[], item: Item) {
  return Object.fromEntries(columns.map(([head, cell]) => [head, cell(item)]));
}
