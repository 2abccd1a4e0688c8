import type { Schemas } from '#lib/client';
import { dayText, numberText, percentText } from '../../time/words.js';
import { Amounts, DayLine, frameOf, MonthName, type OverTime } from './axes.js';
import { monthsAfter } from './months.js';
import { MARGIN, ticksOf } from './scales.js';

const PLOT = 180;

/** The mean at each date as bars, for models without stages: what is checked, or the score. */
export function MeanChart(props: OverTime<Schemas['Trend']['points'][number]>) {
  const { title, points, from, at, atText, width, onChoose } = props;
  const shares = points.some(({ meanChecked }) => typeof meanChecked === 'number');
  const means = points.map(({ meanChecked, meanScore }) => meanChecked ?? meanScore ?? null);
  const most = shares ? 1 : Math.max(1, ...means.map((mean) => mean ?? 0));
  const { x, y, bottom, bar, isNamed, isLater } = frameOf(props, most, PLOT);
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
      <Amounts {...{ y, width, textOf }} ticks={ticksOf(most)} />
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
                opacity={isLater(month) ? 0.4 : 1}
              >
                <title>{`${dayText(point.at)}: ${textOf(mean)}`}</title>
              </rect>
            )}
            {mean !== null && isNamed(index) && (
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
            {isNamed(index) && <MonthName x={x(month)} bottom={bottom} day={point.at} />}
          </g>
        );
      })}
      <DayLine x={x(at)} text={atText} {...{ bottom, width }} />
    </svg>
  );
}
