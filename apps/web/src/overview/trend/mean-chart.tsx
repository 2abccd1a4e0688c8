import type { ComponentProps } from 'react';
import { dayText, monthText, numberText, percentText } from '../../time/words.js';
import { monthsAfter } from './months.js';
import { heightsOf, MARGIN, placesOf, ticksOf } from './scales.js';
import type { TrendChart } from './trend-chart.js';

const PLOT = 180;

/** The mean at each date as bars, for models without stages: what is checked, or the score. */
export function MeanChart(props: ComponentProps<typeof TrendChart>) {
  const { title, points, from, step, end, at, atText, width, onChoose } = props;
  const x = placesOf(end, step, width);
  const shares = points.some(({ meanChecked }) => typeof meanChecked === 'number');
  const means = points.map(({ meanChecked, meanScore }) => meanChecked ?? meanScore ?? null);
  const most = shares ? 1 : Math.max(1, ...means.map((mean) => mean ?? 0));
  const bottom = MARGIN.top + PLOT;
  const y = heightsOf(most, PLOT);
  const bar = Math.max(2, Math.min(44, (x(step) - x(0)) * 0.8));
  const every = Math.ceil(64 / Math.max(x(step) - x(0), 1));
  const textOf = (mean: number) => (shares ? percentText(mean) : numberText(mean));
  return (
    <svg
      data-chart
      role="img"
      aria-label={title}
      width={width}
      height={bottom + MARGIN.bottom}
      style={{ display: 'block' }}
    >
      {ticksOf(most).map((tick) => (
        <text
          key={tick}
          x={MARGIN.left - 8}
          y={y(tick)}
          dominantBaseline="central"
          textAnchor="end"
          fontSize={12}
          fill="var(--mantine-color-dimmed)"
        >
          {textOf(tick)}
        </text>
      ))}
      {points.map((point, index) => {
        const mean = means[index] ?? null;
        const month = monthsAfter(from, point.at);
        return (
          <g key={point.at} className="trend-bar" onClick={() => onChoose(point.at.slice(0, 10))}>
            {mean !== null && (
              <rect
                x={x(month) - bar / 2}
                y={y(mean)}
                width={bar}
                height={bottom - y(mean)}
                rx={2}
                fill="var(--mantine-color-waymark-5)"
                opacity={month > at + 0.001 ? 0.4 : 1}
              >
                <title>{`${dayText(point.at)}: ${textOf(mean)}`}</title>
              </rect>
            )}
            {mean !== null && index % every === 0 && (
              <text
                x={x(month)}
                y={y(mean) - 5}
                textAnchor="middle"
                fontSize={11}
                fill="var(--mantine-color-text)"
              >
                {textOf(mean)}
              </text>
            )}
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
      <text
        x={x(at)}
        y={9}
        textAnchor={x(at) > width / 2 ? 'end' : 'start'}
        fontSize={12}
        fontWeight={650}
        fill="var(--mantine-color-text)"
      >
        {atText}
      </text>
      <line
        x1={x(at)}
        x2={x(at)}
        y1={14}
        y2={bottom}
        stroke="var(--mantine-color-text)"
        strokeWidth={2}
      />
    </svg>
  );
}
