import { rankText, stageColours } from '../stages/scale.js';

/** A stage in the key of a chart. */
export interface KeyEntry {
  readonly ordinal: number;
  readonly of: number;
  readonly name: string;
  /** What the chart says of the stage, below its name. */
  readonly figure?: string;
}

interface StageKeyProps {
  readonly entries: readonly KeyEntry[];
  readonly width: number;
  readonly y?: number;
}

const SWATCH = 14;
const GAP = 8;
/** Wide enough for each letter of the font at 12 px, on average. */
const LETTER = 6.5;

const labelOf = ({ ordinal, of, name }: KeyEntry) =>
  ordinal > 0 ? `${rankText(ordinal, of)} ${name}` : rankText(ordinal, of);

function layoutOf(entries: readonly KeyEntry[], width: number) {
  const longest = Math.max(0, ...entries.map((entry) => labelOf(entry).length));
  const wanted = SWATCH + GAP + longest * LETTER + 12;
  const columns = Math.max(1, Math.min(entries.length, Math.floor(width / wanted)));
  const line = entries.some(({ figure }) => figure !== undefined) ? 40 : 24;
  return { columns, column: width / columns, line, rows: Math.ceil(entries.length / columns) };
}

/** How high the key becomes at a width. */
export function stageKeyHeight(entries: readonly KeyEntry[], width: number): number {
  const { rows, line } = layoutOf(entries, width);
  return rows * line;
}

/** What the colours of a chart stand for, drawn with it so that a saved picture says it too. */
export function StageKey({ entries, width, y = 0 }: StageKeyProps) {
  const { columns, column, line } = layoutOf(entries, width);
  return (
    <g transform={`translate(0,${y})`}>
      {entries.map((entry, index) => {
        const { ordinal, of, figure } = entry;
        return (
          <g
            key={ordinal}
            transform={`translate(${(index % columns) * column},${Math.floor(index / columns) * line})`}
          >
            <rect
              x={0.5}
              y={0.5}
              width={SWATCH}
              height={SWATCH}
              rx={3}
              fill={stageColours(ordinal, of).fill}
              stroke="var(--stage-edge)"
              strokeDasharray={ordinal > 0 ? undefined : '3 2'}
            />
            <text x={SWATCH + GAP} y={12} fontSize={12} fill="var(--mantine-color-text)">
              {labelOf(entry)}
            </text>
            {figure !== undefined && (
              <text x={SWATCH + GAP} y={28} fontSize={12} fill="var(--mantine-color-dimmed)">
                {figure}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}
