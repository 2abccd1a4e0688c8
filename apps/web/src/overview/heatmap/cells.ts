import type { Schemas } from '#lib/client';
import { rankText } from '../../stages/scale.js';
import { countText, numberText, percentText } from '../../time/words.js';

export type Heatmap = Schemas['Heatmap'];
export type HeatmapRow = Heatmap['total'];
export type HeatmapColumn = Heatmap['columns'][number];
type HeatmapCell = HeatmapRow['cells'][number];

/** What a cell tells of: the median of the unit and all below it, or the unit itself. */
export type Reading = 'median' | 'own';

/** What a cell shows. */
export interface Shade {
  /** `apart`: nobody here follows the model; `unknown`: followed, and nothing to show. */
  readonly state: 'stage' | 'none' | 'figure' | 'apart' | 'unknown';
  readonly ordinal: number;
  readonly of: number;
  /** On the cell. */
  readonly text: string;
  /** The same in words. */
  readonly words: string;
  /** What it is sorted by; undefined: last. */
  readonly weight: number | undefined;
}

const APART = { state: 'apart', ordinal: 0, text: 'not followed', weight: undefined } as const;

/** What a cell shows of a column. */
export function shadeOf(cell: HeatmapCell, { of }: HeatmapColumn, reading: Reading): Shade {
  const { units, median, own } = cell;
  if (units === 0) return { ...APART, of, words: 'not followed here' };
  const figure = figureOf(cell);
  if (of === 0 && figure !== undefined) {
    const words = `${figure.text} on average over ${countText(units, 'unit')}`;
    return { state: 'figure', ordinal: 0, of, ...figure, words };
  }
  if (reading === 'own' && own === null) {
    const words = `not followed by the unit itself, though by ${countText(units, 'unit')} here`;
    return { ...APART, of, words };
  }
  const stage = reading === 'own' ? own : median;
  if (stage === null) {
    const words = 'no facts yet';
    return { state: 'unknown', ordinal: 0, of, text: words, words, weight: undefined };
  }
  const { ordinal, name } = stage;
  const rank = rankText(ordinal, of);
  const named = ordinal > 0 ? `${rank}, ${name}` : rank;
  return {
    state: ordinal > 0 ? 'stage' : 'none',
    ordinal,
    of,
    text: rank,
    words: reading === 'own' ? named : `${named}, the median of ${countText(units, 'unit')}`,
    weight: ordinal,
  };
}

function figureOf({ meanChecked, meanScore }: HeatmapCell) {
  if (typeof meanChecked === 'number') {
    return { text: percentText(meanChecked), weight: meanChecked };
  }
  if (typeof meanScore === 'number') {
    return { text: numberText(Math.round(meanScore * 100) / 100), weight: meanScore };
  }
  return undefined;
}

/** All that is known of a cell, for the line below the heatmap. */
export function tellCell(row: HeatmapRow, column: HeatmapColumn, index: number): string {
  const cell = row.cells[index];
  if (!cell) return row.name;
  const median = shadeOf(cell, column, 'median');
  const own = shadeOf(cell, column, 'own');
  const both = row.below > 1 && own.state !== 'apart' && column.of > 0;
  const itself = both ? `; ${row.name} itself: ${own.words}` : '';
  return `${row.name}, ${column.title}: ${median.words}${itself}`;
}

/** Columns in the order they are shown, the model of the page first. @returns indices */
export function orderOf(columns: readonly HeatmapColumn[], first: string): readonly number[] {
  const indices = columns.map((_, index) => index);
  if (columns.some(({ dimension }) => dimension !== undefined)) return indices;
  const leads = (index: number) => (columns[index]?.model === first ? 0 : 1);
  return indices.sort((a, b) => leads(a) - leads(b) || a - b);
}

/** What names a column in the address. */
export const columnId = ({ model, dimension }: HeatmapColumn): string => dimension ?? model;

/** Rows as the address asks: `name` and absent keep their order, `-name` turns it; else by a column. */
export function sortedRows(
  { rows, columns }: Heatmap,
  sort: string | undefined,
  reading: Reading,
): readonly HeatmapRow[] {
  if (!sort || sort === 'name') return rows;
  if (sort === '-name') return rows.toReversed();
  const lowest = sort.startsWith('-');
  const id = lowest ? sort.slice(1) : sort;
  const at = columns.findIndex((column) => columnId(column) === id);
  const column = columns[at];
  if (!column) return rows;
  const weighed = rows.map((row) => {
    const cell = row.cells[at];
    return { row, weight: cell && shadeOf(cell, column, reading).weight };
  });
  return weighed
    .sort((a, b) => {
      if (a.weight === undefined || b.weight === undefined) {
        return Number(a.weight === undefined) - Number(b.weight === undefined);
      }
      return lowest ? a.weight - b.weight : b.weight - a.weight;
    })
    .map(({ row }) => row);
}

/** The next way to sort by a column: highest first, lowest first, by name again. */
export function nextSort(sort: string | undefined, id: string): string | undefined {
  if (id === 'name') return sort === undefined || sort === 'name' ? '-name' : undefined;
  if (sort === id) return `-${id}`;
  return sort === `-${id}` ? undefined : id;
}
