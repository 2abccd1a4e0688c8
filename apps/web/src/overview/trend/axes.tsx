import { monthText } from '../../time/words.js';
import { heightsOf, MARGIN, placesOf } from './scales.js';

const TOUCH = 0.001;

/** What both charts over time are told. */
export interface OverTime<Point> {
  readonly title: string;
  readonly points: readonly Point[];
  /** The first of a month. */
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
  /** Told where a bar is pointed at and chosen. */
  readonly onChoose: (day: string) => void;
}

/** Where things are drawn, in pixels. @param most the largest amount; @param plot how high it is drawn */
export function frameOf(
  { end, step, at, width }: Pick<OverTime<never>, 'end' | 'step' | 'at' | 'width'>,
  most: number,
  plot: number,
) {
  const x = placesOf(end, step, width);
  const apart = x(step) - x(0);
  return {
    x,
    y: heightsOf(most, plot),
    bottom: MARGIN.top + plot,
    bar: Math.max(2, Math.min(44, apart * 0.8)),
    /** Whether a bar has room for the name of its month. */
    isNamed: (index: number) => index % Math.ceil(64 / Math.max(apart, 1)) === 0,
    /** Whether a month lies after the day that is looked at. */
    isLater: (month: number) => month > at + TOUCH,
  };
}

interface AmountsProps {
  readonly ticks: readonly number[];
  readonly y: (amount: number) => number;
  readonly width: number;
  readonly textOf: (amount: number) => string;
}

/** The amounts beside the bars, with a line for each. */
export function Amounts({ ticks, y, width, textOf }: AmountsProps) {
  return ticks.map((tick) => (
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
        {textOf(tick)}
      </text>
    </g>
  ));
}

interface MonthNameProps {
  readonly x: number;
  readonly bottom: number;
  readonly day: string;
}

/** The month below a bar. */
export function MonthName({ x, bottom, day }: MonthNameProps) {
  return (
    <text
      x={x}
      y={bottom + 17}
      textAnchor="middle"
      fontSize={12}
      fill="var(--mantine-color-dimmed)"
    >
      {monthText(day)}
    </text>
  );
}

interface DayLineProps {
  readonly x: number;
  readonly text: string;
  readonly bottom: number;
  readonly width: number;
  /** Beside another day that is looked at. */
  readonly weak?: boolean;
}

/** A day as a line through the bars, with its name on top. */
export function DayLine({ x, text, bottom, width, weak = false }: DayLineProps) {
  const half = text.length * 3.4;
  const anchor = x - half < 40 ? 'start' : x + half > width ? 'end' : 'middle';
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
        textAnchor={weak ? 'end' : anchor}
        fontSize={12}
        fontWeight={weak ? 400 : 650}
        fill="var(--mantine-color-text)"
      >
        {text}
      </text>
    </g>
  );
}
