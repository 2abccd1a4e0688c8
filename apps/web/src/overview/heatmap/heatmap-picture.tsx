import { stageColours } from '../../stages/scale.js';
import { type HeatmapRow, shadeOf } from './cells.js';
import type { RowsShown } from './heatmap-row.js';

const NAME = 240;
const COLUMN = 104;
const HEAD = 64;
const ROW = 34;

interface HeatmapPictureProps {
  readonly total: HeatmapRow;
  readonly rows: readonly HeatmapRow[];
  readonly shown: RowsShown;
}

/** The heatmap as one drawing, to be saved. */
export function HeatmapPicture({ total, rows, shown }: HeatmapPictureProps) {
  const { columns, order, reading } = shown;
  return (
    <svg
      data-chart
      width={NAME + order.length * COLUMN}
      height={HEAD + (rows.length + 1) * ROW + 8}
      fontFamily="inherit"
      fill="var(--mantine-color-text)"
    >
      {order.map((index, at) => (
        <g key={index} transform={`translate(${NAME + at * COLUMN + COLUMN / 2},0)`}>
          {linesOf(columns[index]?.title ?? '').map((line, number) => (
            <text key={line} y={14 + number * 15} fontSize={12} textAnchor="middle">
              {line}
            </text>
          ))}
        </g>
      ))}
      {[total, ...rows].map((row, down) => (
        <g key={row.unit} transform={`translate(0,${HEAD + down * ROW})`}>
          <text
            x={4}
            y={ROW / 2}
            fontSize={13}
            dominantBaseline="central"
            fontWeight={down ? 400 : 700}
          >
            {cut(down ? row.name : `All of ${row.name}`, 34)}
          </text>
          {order.map((index, at) => {
            const [column, cell] = [columns[index], row.cells[index]];
            if (!column || !cell) return null;
            const { state, ordinal, of, text } = shadeOf(cell, column, reading);
            const { fill, ink } = stageColours(ordinal, of);
            const filled = state === 'stage' || state === 'none';
            return (
              <g key={index} transform={`translate(${NAME + at * COLUMN},0)`}>
                {filled && (
                  <rect
                    x={2}
                    y={2}
                    width={COLUMN - 4}
                    height={ROW - 4}
                    rx={5}
                    fill={fill}
                    stroke="var(--stage-edge)"
                    strokeDasharray={state === 'none' ? '4 3' : undefined}
                  />
                )}
                <text
                  x={COLUMN / 2}
                  y={ROW / 2}
                  fontSize={filled ? 13 : 12}
                  textAnchor="middle"
                  dominantBaseline="central"
                  fill={filled ? ink : 'var(--mantine-color-dimmed)'}
                >
                  {text}
                </text>
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** A title in at most three lines. */
function linesOf(title: string): readonly string[] {
  const lines: string[] = [];
  for (const word of title.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 16)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]} …`] : lines;
}
