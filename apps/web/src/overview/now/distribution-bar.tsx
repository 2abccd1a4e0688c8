import type { Schemas } from '#lib/client';
import { Wide } from '../../charts/wide.js';
import { stageColours } from '../../stages/scale.js';
import { countText, numberText, percentText } from '../../time/words.js';
import { type KeyEntry, StageKey, stageKeyHeight } from '../stage-key.js';

type Distribution = Schemas['Rollup']['distribution'];

interface DistributionBarProps {
  readonly distribution: Distribution;
  /** What the bar shows, for those who do not see it. */
  readonly title: string;
  readonly height?: number;
  /** Names below the bar only those stages where somebody stands. */
  readonly sparse?: boolean;
}

/** How many units stand at each stage, as one bar from the first stage to the last. */
export function DistributionBar({
  distribution,
  title,
  height = 44,
  sparse = false,
}: DistributionBarProps) {
  return (
    <Wide>{(width) => <Drawing {...{ distribution, title, sparse, width }} bar={height} />}</Wide>
  );
}

interface DrawingProps {
  readonly distribution: Distribution;
  readonly title: string;
  readonly sparse: boolean;
  readonly width: number;
  readonly bar: number;
}

function Drawing({ distribution, title, sparse, width, bar }: DrawingProps) {
  const of = distribution.length - 1;
  const all = distribution.reduce((sum, { units }) => sum + units, 0);
  const x = (units: number) => (units / Math.max(all, 1)) * width;
  const named = sparse ? distribution.filter(({ units }) => units > 0) : distribution;
  const entries = named.map(
    ({ stage, units }): KeyEntry => ({
      ordinal: stage.ordinal,
      of,
      name: stage.name,
      figure:
        units === 0
          ? 'no units'
          : `${countText(units, 'unit')} · ${percentText(units / Math.max(all, 1))}`,
    }),
  );
  const key = stageKeyHeight(entries, width) + 14;
  const segments = distribution.map(({ stage, units }, index) => {
    const before = distribution.slice(0, index).reduce((sum, { units }) => sum + units, 0);
    return { stage, units, start: x(before), length: x(before + units) - x(before) };
  });
  return (
    <svg
      data-chart
      role="img"
      aria-label={title}
      width={width}
      height={bar + key}
      style={{ display: 'block' }}
    >
      {segments.map(({ stage, units, start, length }) => {
        if (units === 0) return null;
        const { fill, ink } = stageColours(stage.ordinal, of);
        return (
          <g key={stage.ordinal}>
            <rect
              x={start + 1}
              y={0.5}
              width={Math.max(length - 2, 1)}
              height={bar - 1}
              rx={4}
              fill={fill}
              stroke="var(--stage-edge)"
              strokeDasharray={stage.ordinal > 0 ? undefined : '4 3'}
            />
            {length > numberText(units).length * 9 + 10 && bar >= 18 && (
              <text
                x={start + length / 2}
                y={bar / 2}
                dominantBaseline="central"
                textAnchor="middle"
                fontSize={bar >= 30 ? 15 : 12}
                fontWeight={650}
                fill={ink}
              >
                {numberText(units)}
              </text>
            )}
          </g>
        );
      })}
      <StageKey entries={entries} width={width} y={bar + 14} />
    </svg>
  );
}
