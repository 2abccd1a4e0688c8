import type { QueryBus } from '@nestjs/cqrs';
import type { StageRef, UnitKey } from '#lib/domain';
import {
  type HeatmapCell,
  type HeatmapColumn,
  HeatmapQuery,
  type HeatmapRow,
  type LevelPlace,
  LevelQuery,
} from '#lib/projections';
import { type Column, pageByPage, table } from '../export-table.js';
import { type Exportable, type ExportWish, pairOf, said } from '../export-wish.js';

/** A subtree in one column of a heatmap. */
interface Square {
  readonly row: HeatmapRow;
  /** The unit whose heatmap it stands in; null for that unit itself. */
  readonly parent: UnitKey | null;
  readonly column: HeatmapColumn;
  readonly cell: HeatmapCell;
}

const OF_SUBTREE: readonly Column<Pick<Square, 'row' | 'parent' | 'column'>>[] = [
  ['unit', ({ row }) => row.unit],
  ['name', ({ row }) => row.name],
  ['kind', ({ row }) => row.kind],
  ['parent', ({ parent }) => parent],
  ['model', ({ column }) => column.model],
  ['modelVersion', ({ column }) => column.modelVersion],
];

const HEATMAP_COLUMNS: readonly Column<Square>[] = [
  ...OF_SUBTREE,
  ['title', ({ column }) => column.title],
  ['dimension', ({ column }) => column.dimension ?? null],
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
interface Step extends Omit<Square, 'cell'> {
  readonly stage: StageRef;
  readonly units: number;
}

const DISTRIBUTION_COLUMNS: readonly Column<Step>[] = [
  ...OF_SUBTREE,
  ['stage', ({ stage }) => stage.ordinal],
  ['stageName', ({ stage }) => stage.name],
  ['units', ({ units }) => units],
];

/** A unit and those right below it by the models, or by the dimensions of one; a row for each square. */
export const HEATMAP: Exportable = {
  narrowedBy: ['under', 'by', 'model', 'kind', 'tag', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({ columns: HEATMAP_COLUMNS, items: squares(queries, wish), view: squareView }),
};

/** The same units and models, a row for each stage: how many units of the subtree stand there. */
export const DISTRIBUTION: Exportable = {
  narrowedBy: ['under', 'model', 'kind', 'tag', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({
      columns: DISTRIBUTION_COLUMNS,
      items: steps(queries, wish),
      view: (step) => lineOf(DISTRIBUTION_COLUMNS, step),
    }),
};

async function* squares(queries: QueryBus, wish: ExportWish): AsyncGenerator<Square> {
  const { viewer, under, by = 'models', model, kind, tag } = wish;
  const tops = under === undefined ? topmost(queries, wish) : [under];
  for await (const top of tops) {
    const question = { by, named: true, ...said({ model, kind, tag }), ...pairOf(wish) };
    const { columns, total, rows } = await queries.execute(new HeatmapQuery(viewer, top, question));
    for (const row of [total, ...rows]) {
      const parent = row === total ? null : top;
      for (const [index, cell] of row.cells.entries()) {
        const column = columns[index];
        if (column) yield { row, parent, column, cell };
      }
    }
  }
}

/** The topmost units in sight. */
async function* topmost(queries: QueryBus, wish: ExportWish): AsyncGenerator<UnitKey> {
  const pages = pageByPage((after: LevelPlace | undefined) =>
    queries.execute(
      new LevelQuery(wish.viewer, { ...pairOf(wish), limit: 500, ...said({ after }) }),
    ),
  );
  for await (const { unit } of pages) yield unit;
}

async function* steps(queries: QueryBus, wish: ExportWish): AsyncGenerator<Step> {
  for await (const { cell, ...square } of squares(queries, wish)) {
    for (const [index, units] of (cell.distribution ?? []).entries()) {
      const stage = square.column.stages?.[index];
      if (stage) yield { ...square, stage, units };
    }
  }
}

function squareView({ row, parent, column, cell }: Square) {
  const { unit, name, kind, below } = row;
  const { stages: _, ...about } = column;
  return { unit, name, kind, parent, below, ...about, ...cell };
}

function lineOf<Item>(columns: readonly Column<Item>[], item: Item) {
  return Object.fromEntries(columns.map(([head, cell]) => [head, cell(item)]));
}
