import { Group as Layer } from '@visx/group';
import type { Schemas } from '#lib/client';
import { stageColours } from '../../stages/scale.js';
import { monthText, numberText } from '../../time/words.js';
import { type KeyEntry, StageKey, stageKeyHeight } from '../stage-key.js';
import { monthsAfter } from './months.js';
import { heightsOf, MARGIN, placesOf, ticksOf } from './scales.js';

type Point = Schemas['Trend']['points'][number];

const PLOT = 220;
/** Two lines closer than this have room for one name. */
const NEAR = 86;

interface TrendChartProps {
  readonly title: string;
  readonly points: readonly Point[];
  readonly from: string;
  /** Months between two bars. */
  readonly step: number;
  /** Where now is, in months after the start. */
  readonly end: number;
  /** Where the day is that is looked at. */
  readonly at: number;
  /** Its name, for the line. */
  readonly atText: string;
  readonly width: number;
  /** How many stand where on the very day that is looked at; absent: as at the bar before it. */
  readonly standing?: Point['distribution'] | undefined;
  /** Told where a bar is pointed at and chosen. */
  readonly onChoose: (day: string) => void;
}

/** The distribution at each date as stacked bars, the first stage lowest. */
export function TrendChart(props: TrendChartProps) {
  const { title, points, from, step, end, at, atText, width, standing, onChoose } = props;
  const x = placesOf(end, step, width);
  const most = Math.max(1, ...points.map(({ units }) => units));
  const y = heightsOf(most, PLOT);
  const bar = Math.max(2, Math.min(44, (x(step) - x(0)) * 0.8));
  const bottom = MARGIN.top + PLOT;
  const shown = points.findLast((point) => monthsAfter(from, point.at) <= at + 0.001);
  const entries = keyOf(points.at(-1)?.distribution, standing ?? shown?.distribution);
  const keyHeight = stageKeyHeight(entries, width);
  const every = Math.ceil(64 / Math.max(x(step) - x(0), 1));
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
        {ticksOf(most)
          .filter(Number.isInteger)
          .map((tick) => (
            <g key={tick}>
              <line
                x1={MARGIN.left - 4}
                x2={width - MARGIN.right}
                y1={y(tick)}
                y2={y(tick)}
                stroke="var(--mantine-color-default-border)"
              />
              <text
                x={MARGIN.left - 10}
                y={y(tick)}
                dominantBaseline="central"
                textAnchor="end"
                fontSize={12}
                fill="var(--mantine-color-dimmed)"
              >
                {numberText(tick)}
              </text>
            </g>
          ))}
        <text x={0} y={10} fontSize={12} fill="var(--mantine-color-dimmed)">
          Units
        </text>
        <Line
          x={x(end)}
          text={at < end && x(end) - x(at) < NEAR ? '' : 'Today'}
          bottom={bottom}
          weak={at < end}
        />
        {at < end && <Line x={x(at)} text={atText} bottom={bottom} />}
        {points.map((point, index) => {
          const month = monthsAfter(from, point.at);
          const later = month > at + 0.001;
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
              {index % every === 0 && (
                <text
                  x={x(month)}
                  y={bottom + 17}
                  textAnchor="middle"
                  fontSize={12}
                  fill="var(--mantine-color-dimmed)"
                >
                  {monthText(point.at)}
                </text>
              )}
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

interface LineProps {
  readonly x: number;
  readonly text: string;
  readonly bottom: number;
  readonly weak?: boolean;
}

function Line({ x, text, bottom, weak = false }: LineProps) {
  const half = text.length * 3.4;
  return (
    <g pointerEvents="none">
      <line
        x1={x}
        x2={x}
        y1={14}
        y2={bottom}
        stroke="var(--mantine-color-text)"
        strokeWidth={weak ? 1 : 2}
        strokeDasharray={weak ? '2 3' : undefined}
      />
      <text
        x={x}
        y={9}
        textAnchor={weak || x - half < 40 ? (weak ? 'end' : 'start') : 'middle'}
        fontSize={12}
        fontWeight={weak ? 400 : 650}
        fill="var(--mantine-color-text)"
      >
        {text}
      </text>
    </g>
  );
}
