import { NativeSelect, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Schemas } from '#lib/client';
import { ChartFrame } from '../../charts/chart-frame.js';
import { Wide } from '../../charts/wide.js';
import { useAddress } from '../../kit/use-address.js';
import { rankText } from '../../stages/scale.js';
import { dayText, monthText } from '../../time/words.js';
import type { Moment } from '../../time/moment.js';
import { type OverviewSearch, SPANS, type Span } from '../search.js';
import { DateSlider } from './date-slider.js';
import { LENGTHS, monthsAfter, type Stop, stopsOf, trendRange } from './months.js';
import { MeanChart } from './mean-chart.js';
import { MARGIN, placesOf } from './scales.js';
import { TrendChart } from './trend-chart.js';
import './trend.css';

interface TrendProps {
  readonly trend: Schemas['Trend'];
  /** How many stand where on the day that is looked at, once it is known. */
  readonly standing: Schemas['Rollup']['distribution'] | undefined;
  readonly span: Span | undefined;
  readonly asOf: string | undefined;
  /** A day. */
  readonly today: string;
}

/** How many stood at each stage over the years, and the date that the whole page speaks of. */
export function Trend({ trend, standing, span: wished, asOf, today }: TrendProps) {
  const change = useAddress<OverviewSearch & Moment>();
  const [moving, setMoving] = useState<Stop | null>(null);
  const { from, span } = trendRange(wished, asOf, today);
  const stops = useMemo(() => stopsOf(from, today, asOf), [from, today, asOf]);
  const { step } = LENGTHS[span];
  const end = monthsAfter(from, today);
  const settled = asOf ? Math.min(Math.max(monthsAfter(from, asOf), 0), end) : end;
  const day = moving ? moving.day : asOf;
  const go = (next: string | undefined) => change({ asOf: next });
  const first = trend.points[0]?.at ?? from;
  const ranked = (trend.points.at(-1)?.distribution.length ?? 0) > 0;
  const checked = trend.points.some(({ meanChecked }) => typeof meanChecked === 'number');
  const title = ranked
    ? `Units at each stage since ${monthText(first)}`
    : checked
      ? `How much of the checklist was in place on average, since ${monthText(first)}`
      : `The mean score since ${monthText(first)}`;
  const drawn = {
    title,
    points: trend.points,
    from,
    step,
    end,
    at: moving?.value ?? settled,
    standing: moving ? undefined : standing,
    atText: day ? dayText(day) : 'Today',
    onChoose: go,
  };
  return (
    <ChartFrame
      id="trend"
      title={title}
      note="Move the date below the bars, and the whole page follows. Arrows move it by a month, Page Up and Page Down by a year."
      twin={twinOf(trend)}
      controls={
        <NativeSelect
          size="xs"
          aria-label="How far back"
          value={span}
          data={SPANS.map((value) => ({ value, label: LENGTHS[value].label }))}
          onChange={({ currentTarget }) => change({ span: currentTarget.value as Span })}
        />
      }
    >
      <Wide>
        {(width) => {
          const x = placesOf(end, step, width);
          return (
            <>
              {ranked ? (
                <TrendChart {...drawn} width={width} />
              ) : (
                <MeanChart {...drawn} width={width} />
              )}
              <div
                style={{
                  marginInlineStart: x(0),
                  width: Math.max(x(end) - x(0), 1),
                  paddingBlock: 4,
                }}
              >
                <DateSlider stops={stops} day={asOf} onMove={setMoving} onSettle={go} />
              </div>
              <Text size="sm" mt={4} style={{ marginInlineStart: MARGIN.left }} role="status">
                {day ? (
                  <>
                    As of <b>{dayText(day)}</b>
                  </>
                ) : (
                  <>
                    As of <b>now</b>
                  </>
                )}
              </Text>
            </>
          );
        }}
      </Wide>
    </ChartFrame>
  );
}

function twinOf({ points }: Schemas['Trend']) {
  const steps = points.at(-1)?.distribution ?? [];
  const mean = points.map(({ meanChecked, meanScore }) => meanChecked ?? meanScore ?? null);
  return {
    columns: [
      'Date',
      'Units',
      ...(steps.length === 0
        ? ['Mean']
        : steps.map(({ stage }) =>
            stage.ordinal > 0
              ? `${rankText(stage.ordinal, steps.length - 1)} ${stage.name}`
              : 'Not started',
          )),
    ],
    rows: points.map(({ at, units, distribution }, index) => [
      dayText(at),
      units,
      ...(steps.length === 0
        ? [mean[index] ?? null]
        : steps.map(({ stage }) => distribution[stage.ordinal]?.units ?? 0)),
    ]),
  };
}
