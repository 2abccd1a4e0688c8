import { Group as Layer } from '@visx/group';
import type { Schemas } from '#lib/client';
import { stageColours } from '../../stages/scale.js';
import { numberText } from '../../time/words.js';
import { type KeyEntry, StageKey, stageKeyHeight } from '../stage-key.js';
import { Amounts, DayLine, frameOf, MonthName, type OverTime } from './axes.js';
import { monthsAfter } from './months.js';
import { MARGIN, ticksOf } from './scales.js';

type Point = Schemas['Trend']['points'][number];

const PLOT = 220;
/** Two lines closer than this have room for one name. */
const NEAR = 86;

interface TrendChartProps extends OverTime<Point> {
  /** How many stand where on the very day that is looked at; absent: as at the bar before it. */
  readonly standing?: Point['distribution'] | undefined;
}

/** The distribution at each date as stacked bars, the first stage lowest. */
export function TrendChart(props: TrendChartProps) {
  const { title, points, from, end, at, atText, width, standing, onChoose } = props;
  const most = Math.max(1, ...points.map(({ units }) => units));
  const { x, y, bottom, bar, isNamed, isLater } = frameOf(props, most, PLOT);
  const shown = points.findLast((point) => !isLater(monthsAfter(from, point.at)));
  const entries = keyOf(points.at(-1)?.distribution, standing ?? shown?.distribution);
  const keyHeight = stageKeyHeight(entries, width);
  return (
    <svg
      data-chart
      role="img"
      aria-label={title}
      width={width}
      height={keyHeight + 10 + bottom + MARGIN.bottom}
      style={{ display: 'block' }}
    >
      <StageKey entries={entries} width={width} />
      <Layer top={keyHeight + 10}>
        <Amounts
          {...{ y, width }}
          ticks={ticksOf(most).filter(Number.isInteger)}
          textOf={numberText}
        />
        <text x={0} y={10} fontSize={12} fill="var(--mantine-color-dimmed)">
          Units
        </text>
        <DayLine
          x={x(end)}
          text={at < end && x(end) - x(at) < NEAR ? '' : 'Today'}
          weak={at < end}
          {...{ bottom, width }}
        />
        {at < end && <DayLine x={x(at)} text={atText} {...{ bottom, width }} />}
        {points.map((point, index) => {
          const month = monthsAfter(from, point.at);
          const later = isLater(month);
          return (
            <g
              key={point.at}
              className="trend-bar"
              data-shown={(point === shown && at < end) || undefined}
              onClick={() => onChoose(point.at.slice(0, 10))}
            >
              <g opacity={later ? 0.4 : 1}>
                <Bar point={point} x={x(month) - bar / 2} width={bar} y={y} plain={later} />
              </g>
              {isNamed(index) && <MonthName x={x(month)} bottom={bottom} day={point.at} />}
            </g>
          );
        })}
      </Layer>
    </svg>
  );
}

function keyOf(
  steps: Point['distribution'] = [],
  shown: Point['distribution'] | undefined,
): readonly KeyEntry[] {
  return steps.map(({ stage }) => ({
    ordinal: stage.ordinal,
    of: steps.length - 1,
    name: stage.name,
    ...(shown ? { figure: numberText(shown[stage.ordinal]?.units ?? 0) } : {}),
  }));
}

interface BarProps {
  readonly point: Point;
  readonly x: number;
  readonly width: number;
  readonly y: (units: number) => number;
  /** Without figures, which would be hard to read. */
  readonly plain: boolean;
}

function Bar({ point: { distribution }, x, width, y, plain }: BarProps) {
  let below = 0;
  return distribution.map(({ stage, units }) => {
    const low = y(below);
    below += units;
    const high = y(below);
    if (units === 0) return null;
    const { fill, ink } = stageColours(stage.ordinal, distribution.length - 1);
    return (
      <g key={stage.ordinal}>
        <rect
          x={x}
          y={high + 0.5}
          width={width}
          height={Math.max(low - high - 1, 0.5)}
          rx={Math.min(2, width / 4)}
          fill={fill}
          stroke="var(--stage-edge)"
          strokeWidth={stage.ordinal > 0 ? 0.5 : 1}
          strokeDasharray={stage.ordinal > 0 ? undefined : '3 2'}
        />
        {!plain && low - high >= 15 && width >= numberText(units).length * 7 + 4 && (
          <text
            x={x + width / 2}
            y={(low + high) / 2}
            dominantBaseline="central"
            textAnchor="middle"
            fontSize={11}
            fill={ink}
          >
            {numberText(units)}
          </text>
        )}
      </g>
    );
  });
}
