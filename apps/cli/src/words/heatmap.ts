import type { Schemas } from '#lib/client';
import type { Terminal } from '../terminal.js';
import { type Column, table } from '../text/table.js';
import { shorten } from '../text/width.js';

type Heatmap = Schemas['Heatmap'];
type Row = Heatmap['rows'][number];

/** How tall the bar of a stage is, of its model's last. */
const HEIGHTS = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** The parts of a unit in each model: the median of what lies below each, as "3 of 6". */
export function heatmapLines(
  { paint, dates, columns }: Pick<Terminal, 'paint' | 'dates' | 'columns'>,
  { total, rows, columns: models, asOf }: Heatmap,
): readonly string[] {
  const cell = (row: Row, index: number) => row.cells[index];
  const text = (row: Row, index: number) => {
    const found = cell(row, index);
    if (!found || found.units === 0) return '–';
    if (typeof found.meanChecked === 'number') return `${Math.round(found.meanChecked * 100)} %`;
    if (typeof found.meanScore === 'number') return found.meanScore.toFixed(2);
    const of = models[index]?.of ?? 1;
    const ordinal = found.median?.ordinal ?? 0;
    return `${HEIGHTS[Math.round((ordinal / of) * 8)]} ${ordinal} of ${of}`;
  };
  const coloured = (line: string, row: Row, index: number) => {
    const share = (cell(row, index)?.median?.ordinal ?? 0) / (models[index]?.of ?? 1);
    if (line.trim() === '–') return paint.faint(line);
    return share >= 0.75 ? paint.good(line) : share >= 0.4 ? paint.done(line) : paint.warn(line);
  };
  const shown: Column<Row>[] = [
    { title: 'unit', of: (row) => `${row === total ? '' : '  '}${row.name}`, shrinksTo: 16 },
    { title: 'units', of: (row) => String(row.below), align: 'right', leaves: 2 },
    ...models.map(({ model, dimension }, index) => ({
      title: shorten(dimension ?? model, 12),
      of: (row: Row) => text(row, index),
      paint: (line: string, row: Row) => coloured(line, row, index),
    })),
  ];
  return [
    `${paint.title(total.name)}  ${paint.faint(`${total.below} units, as of ${dates.day(asOf)}`)}`,
    '',
    ...table([total, ...rows], shown, { columns, paint }),
    '',
    paint.faint('Each figure is the median of a unit and all below it. One model in full: --model'),
  ];
}
