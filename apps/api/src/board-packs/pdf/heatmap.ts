import type { Figures } from '../figures.js';
import { count, counted, percent, rank } from '../words.js';
import { MUTED, stageColours } from './colours.js';
import type { Paper } from './paper.js';
import { type Cell, Table } from './table.js';

type Heatmap = Figures['heatmap'];
type HeatCell = Heatmap['total']['cells'][number];

/** More models than these need the page on its side. */
const UPRIGHT = 5;

/** The units right below across the models: the median stage of each subtree. */
export async function heatmap(paper: Paper, { heatmap: map, unit }: Figures): Promise<void> {
  const { columns, rows, total, children } = map;
  if (columns.length === 0) return;
  paper.page(columns.length > UPRIGHT ? 'landscape' : 'portrait');
  const part = paper.part('Sect');
  paper.heading(2, 'The parts across the models', part);
  const left = children - rows.length;
  const said = [
    'Each cell is the median stage of the units of that part that follow the model; beneath, how many they are.',
    ...(left > 0
      ? [`The ${rows.length} largest parts are shown; ${counted(left, 'more', 'more')} are not.`]
      : []),
  ];
  paper.paragraphs(said.join(' '), part, { size: 8, colour: MUTED });
  const first = columns.length > UPRIGHT ? 0.18 : 0.3;
  const share = (1 - first) / columns.length;
  const table = new Table(
    paper,
    part,
    [
      { title: 'Part', share: first },
      ...columns.map(({ title }) => ({ title, share, align: 'center' as const })),
    ],
    { size: 8, pad: 3 },
  );
  for (const row of [total, ...rows]) {
    const whole = row === total ? `All of ${unit}` : row.name;
    await table.row([
      { text: `${whole}\n${counted(row.below, 'unit')}` },
      ...row.cells.map((cell, at) => heat(cell, columns[at]?.of ?? 0)),
    ]);
  }
  table.end();
  part.end();
}

function heat(cell: HeatCell, of: number): Cell {
  const { units, median, meanChecked, meanScore } = cell;
  if (units === 0) return { text: 'nobody', ink: MUTED };
  const many = `\n${count(units)}`;
  if (median) {
    const { fill, ink } = stageColours(median.ordinal, of);
    const edge = median.ordinal === 0 ? { edge: MUTED } : {};
    return { text: `${rank(median.ordinal, of)}${many}`, fill, ink, ...edge };
  }
  if (typeof meanChecked === 'number') return `${percent(meanChecked)} checked${many}`;
  return typeof meanScore === 'number' ? `score ${meanScore}${many}` : 'no standing';
}
