import type { Schemas } from '#lib/client';
import type { Terminal } from '../terminal.js';
import { type Column, table } from '../text/table.js';
import { shorten, widthOf } from '../text/width.js';

type Heatmap = Schemas['Heatmap'];
type Row = Heatmap['rows'][number];

/** How tall the bar of a stage is, of its model's last. */
const HEIGHTS = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** How narrow the names of units may become. */
const NARROWEST = 16;

/** Columns in groups of which each fits beside the units. */
function besideEachOther(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  room: number,
): readonly (readonly Column<Row>[])[] {
  const groups: Column<Row>[][] = [[]];
  let left = room - NARROWEST;
  for (const column of columns) {
    const width =
      2 + Math.max(widthOf(column.title), ...rows.map((row) => widthOf(column.of(row))));
    if (width > left && groups.at(-1)?.length !== 0) {
      groups.push([]);
      left = room - NARROWEST;
    }
    groups.at(-1)?.push(column);
    left -= width;
  }
  return groups;
}

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
  const all = [total, ...rows];
  const units: Column<Row> = {
    title: 'unit',
    of: (row) => `${row === total ? '' : '  '}${row.name}`,
    shrinksTo: NARROWEST,
  };
  const counts: Column<Row> = {
    title: 'units',
    of: (row) => String(row.below),
    align: 'right',
    leaves: 2,
  };
  const ofModels = models.map(({ model, dimension }, index) => ({
    title: shorten(dimension ?? model, 12),
    of: (row: Row) => text(row, index),
    paint: (line: string, row: Row) => coloured(line, row, index),
  }));
  const tables = besideEachOther(ofModels, all, columns).map((some, index) =>
    table(all, [units, ...(index === 0 ? [counts] : []), ...some], { columns, paint }),
  );
  return [
    `${paint.title(total.name)}  ${paint.faint(`${total.below} units, as of ${dates.day(asOf)}`)}`,
    '',
    ...tables.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines])),
    '',
    paint.faint('Each figure is the median of a unit and all below it. One model in full: --model'),
  ];
}
