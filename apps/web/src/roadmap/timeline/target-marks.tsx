import type { ReactElement } from 'react';
import { lastDayOf } from '../due-days.js';
import type { DayScale } from './day-scale.js';
import { diamond } from './due-handle.js';
import { marksText } from './row-words.js';
import type { PlannedRow } from './rows.js';

interface TargetMarksProps {
  readonly row: PlannedRow;
  readonly scale: DayScale;
  readonly y: number;
  /** The instant that is looked at. */
  readonly asOf: string;
  /** The day it is dragged to, while it is. */
  readonly draft: string | undefined;
  /** Drawn by somebody else where it can be dragged. */
  readonly dueDrawn: boolean;
}

const INK = 'var(--mantine-color-text)';

/** What is drawn of one target along the days: forecast, first date, slip, date, and when it was reached. */
export function TargetMarks(props: TargetMarksProps): ReactElement {
  const { row, scale, y, asOf, draft, dueDrawn } = props;
  const { due, firstDue, status, achievedOn, lostOn } = row;
  const { left, right } = scale;
  const within = (day: string) => Math.min(right, Math.max(left, scale.at(day)));
  const seen = (day: string) => scale.at(day) >= left - 1 && scale.at(day) <= right + 1;
  const last = draft ?? (due ? lastDayOf(due) : undefined);
  const first = firstDue ? lastDayOf(firstDue) : undefined;
  return (
    <g>
      <line x1={left} x2={right} y1={y} y2={y} stroke="var(--roadmap-track)" />
      {status !== 'done' && <ForecastBand row={row} scale={scale} y={y} />}
      {first && last && first !== last && (
        <line
          x1={within(first)}
          x2={within(last)}
          y1={y}
          y2={y}
          stroke="var(--roadmap-slip)"
          strokeWidth={3}
          strokeDasharray="2 3"
        />
      )}
      {last && status === 'late' && !draft && (
        <line
          x1={within(last)}
          x2={within(asOf)}
          y1={y}
          y2={y}
          stroke="var(--status-late)"
          strokeWidth={3}
        />
      )}
      {first && first !== last && seen(first) && (
        <path
          d={diamond(scale.at(first), y, 6)}
          fill="var(--mantine-color-body)"
          stroke={INK}
          strokeWidth={1.5}
        />
      )}
      {last && !dueDrawn && seen(last) && (
        <path d={diamond(scale.at(last), y, 8)} className="due-mark" data-status={status} />
      )}
      {achievedOn && seen(achievedOn) && <Tick x={scale.at(achievedOn)} y={y} />}
      {lostOn && status !== 'done' && seen(lostOn) && <Cross x={scale.at(lostOn)} y={y} />}
      {last && !seen(last) && <Beyond x={within(last)} y={y} later={scale.at(last) > right} />}
      <MarksLabel row={row} scale={scale} y={y + 20} anchor={last ?? achievedOn} />
    </g>
  );
}

function ForecastBand({ row, scale, y }: Pick<TargetMarksProps, 'row' | 'scale' | 'y'>) {
  const { p50, p85 } = row.forecast ?? {};
  if (!p50) return null;
  const { left, right } = scale;
  const from = Math.max(left, scale.at(p50));
  const to = p85 ? Math.min(right, scale.at(p85)) : right;
  if (from >= right || to <= left) return null;
  return (
    <rect
      x={from}
      width={Math.max(3, to - from)}
      y={y - 9}
      height={18}
      rx={3}
      fill="var(--roadmap-band)"
      stroke="var(--roadmap-band-edge)"
      strokeDasharray={p85 ? undefined : '4 3'}
    />
  );
}

function Tick({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <g>
      <circle cx={x} cy={y} r={8} fill="var(--status-done)" />
      <path
        d={`M${x - 4},${y}l3,3l5,-6`}
        fill="none"
        stroke="var(--mantine-color-body)"
        strokeWidth={2}
      />
    </g>
  );
}

function Cross({ x, y }: { readonly x: number; readonly y: number }) {
  return (
    <path
      d={`M${x - 5},${y - 5}l10,10M${x - 5},${y + 5}l10,-10`}
      stroke="var(--status-late)"
      strokeWidth={2.5}
      fill="none"
    />
  );
}

function Beyond({
  x,
  y,
  later,
}: {
  readonly x: number;
  readonly y: number;
  readonly later: boolean;
}) {
  const way = later ? -1 : 1;
  return <path d={`M${x},${y}l${way * 8},-6v12Z`} fill={INK} />;
}

interface MarksLabelProps {
  readonly row: PlannedRow;
  readonly scale: DayScale;
  readonly y: number;
  readonly anchor: string | undefined;
}

/** Roughly how wide a letter is at 11 pixels. */
const LETTER = 5.9;

function MarksLabel({ row, scale, y, anchor }: MarksLabelProps) {
  const { left, right } = scale;
  const whole = marksText(row);
  const room = Math.floor((right - left) / LETTER);
  const text = whole.length > room ? `${whole.slice(0, room - 1)}…` : whole;
  const half = (text.length * LETTER) / 2;
  const wished = anchor ? scale.at(anchor) : left + half;
  const x = Math.max(left + half, Math.min(right - half, wished));
  return (
    <text {...{ x, y }} fontSize={11} textAnchor="middle" fill={INK} className="over-lines">
      {text}
      {text !== whole && <title>{whole}</title>}
    </text>
  );
}
