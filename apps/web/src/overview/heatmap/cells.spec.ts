import { describe, expect, it } from 'vitest';
import {
  type Heatmap,
  type HeatmapColumn,
  type HeatmapRow,
  nextSort,
  orderOf,
  shadeOf,
  sortedRows,
  tellCell,
} from './cells.js';

const stage = (ordinal: number, name: string) => ({ ordinal, id: `s${ordinal}`, name });
const column = (model: string, of = 5): HeatmapColumn => ({
  model,
  modelVersion: 1,
  title: `The ${model} model`,
  of,
});
const row = (name: string, ...cells: HeatmapRow['cells']): HeatmapRow => ({
  unit: name.toLowerCase(),
  name,
  kind: 'region',
  below: 3,
  cells,
});
const cell = (units: number, median: number | null, own: number | null) => ({
  units,
  median: median === null ? null : stage(median, `Stage ${median}`),
  own: own === null ? null : stage(own, `Stage ${own}`),
});

describe('cells of the heatmap', () => {
  it('tells the median below, or the unit itself', () => {
    expect(shadeOf(cell(3, 2, 4), column('a'), 'median')).toMatchObject({
      state: 'stage',
      text: '2 of 5',
      words: '2 of 5, Stage 2, the median of 3 units',
    });
    expect(shadeOf(cell(3, 2, 4), column('a'), 'own').text).toBe('4 of 5');
  });

  it('tells "Not started" from "not followed" and from no facts', () => {
    expect(shadeOf(cell(3, 0, 0), column('a'), 'median')).toMatchObject({
      state: 'none',
      text: 'Not started',
    });
    expect(shadeOf(cell(0, null, null), column('a'), 'median').state).toBe('apart');
    expect(shadeOf(cell(3, 2, null), column('a'), 'own')).toMatchObject({
      state: 'apart',
      words: 'not followed by the unit itself, though by 3 units here',
    });
    expect(shadeOf(cell(3, null, 1), column('a'), 'median').state).toBe('unknown');
  });

  it('gives models without stages their figure', () => {
    const checked = { ...cell(5, null, null), meanChecked: 0.7143 };
    expect(shadeOf(checked, column('list', 0), 'own')).toMatchObject({
      state: 'figure',
      text: '71 %',
      words: '71 % on average over 5 units',
    });
  });

  it('tells all of a cell in one line', () => {
    expect(tellCell(row('Emea', cell(3, 2, 4)), column('a'), 0)).toBe(
      'Emea, The a model: 2 of 5, Stage 2, the median of 3 units; Emea itself: 4 of 5, Stage 4',
    );
  });

  it('has the model of the page first', () => {
    expect(orderOf([column('a'), column('b'), column('c')], 'b')).toEqual([1, 0, 2]);
    const lines = [
      { ...column('b'), dimension: 'x' },
      { ...column('b'), dimension: 'y' },
    ];
    expect(orderOf(lines, 'b')).toEqual([0, 1]);
  });

  it('sorts by a column, those who do not follow it last either way', () => {
    const heatmap = {
      columns: [column('a')],
      rows: [
        row('Low', cell(3, 1, 1)),
        row('Apart', cell(0, null, null)),
        row('High', cell(3, 4, 0)),
      ],
    } as unknown as Heatmap;
    const names = (sort?: string) => sortedRows(heatmap, sort, 'median').map(({ name }) => name);
    expect(names()).toEqual(['Low', 'Apart', 'High']);
    expect(names('a')).toEqual(['High', 'Low', 'Apart']);
    expect(names('-a')).toEqual(['Low', 'High', 'Apart']);
    expect(names('-name')).toEqual(['High', 'Apart', 'Low']);
    expect(names('gone')).toEqual(['Low', 'Apart', 'High']);
    expect(sortedRows(heatmap, 'a', 'own').map(({ name }) => name)).toEqual([
      'Low',
      'High',
      'Apart',
    ]);
  });

  it('goes from highest to lowest to names again', () => {
    expect(nextSort(undefined, 'a')).toBe('a');
    expect(nextSort('a', 'a')).toBe('-a');
    expect(nextSort('-a', 'a')).toBeUndefined();
    expect(nextSort('a', 'name')).toBeUndefined();
    expect(nextSort(undefined, 'name')).toBe('-name');
  });
});
