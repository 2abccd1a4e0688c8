import { VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { isNow, useMoment } from '../../time/moment.js';
import { dayText, daysBetween, daysText } from '../../time/words.js';
import { lastDayOf } from '../due-days.js';
import '../roadmap.css';
import { dayScale, type DayScale } from './day-scale.js';
import { DueHandle } from './due-handle.js';
import { type PlannedRow, placed, type RowGroup } from './rows.js';
import type { Span } from './span.js';
import { TargetLabel } from './target-label.js';
import { TargetMarks } from './target-marks.js';

interface TimelineProps {
  readonly label: string;
  readonly groups: readonly RowGroup[];
  readonly span: Span;
  /** The instant that is looked at. */
  readonly asOf: string;
  readonly width: number;
  /** Whether the date of a target may be moved here and now. */
  readonly movable: (row: PlannedRow) => boolean;
  /** Asks whether a date shall be moved. */
  readonly onAsk: (row: PlannedRow, day: string) => void;
  /** Opens a target. */
  readonly onOpen: (row: PlannedRow) => void;
}

/** Narrower than this, labels stand above their dates. */
const NARROW = 680;
const LABELS = 300;
const AXIS = 34;
const EDGE = 14;

const keyOf = ({ unit, target }: PlannedRow) => `${unit}/${target}`;

/** All targets along the days: what is planned, what slipped, what is expected, and what was reached. */
export function Timeline(props: TimelineProps): ReactElement {
  const { label, groups, span, asOf, width, movable, onAsk, onOpen } = props;
  const [draft, setDraft] = useState<{ readonly key: string; readonly day: string }>();
  const narrow = width < NARROW;
  const scale = dayScale(span, (narrow ? 0 : LABELS) + EDGE, width - EDGE);
  const { rows, height } = placed(groups, {
    axis: AXIS,
    heading: 38,
    target: narrow ? 96 : 54,
  });
  const today = scale.at(asOf);
  const drafted = rows.find((one) => one.kind === 'target' && keyOf(one.row) === draft?.key);
  return (
    <>
      <svg
        role="group"
        aria-label={label}
        data-chart
        className="timeline"
        data-narrow={narrow || undefined}
        width={width}
        height={height}
      >
        <Axis scale={scale} height={height} />
        {today >= scale.left && today <= scale.right && (
          <Today x={today} height={height} day={asOf} />
        )}
        {rows.map((one) =>
          one.kind === 'heading' ? (
            <Heading
              key={`heading ${one.group.key}`}
              group={one.group}
              top={one.top}
              width={width}
            />
          ) : (
            <g key={keyOf(one.row)} transform={`translate(0, ${one.top})`}>
              <TargetLabel
                row={one.row}
                asOf={asOf}
                room={narrow ? width - 2 * EDGE : LABELS - 12}
                onOpen={() => onOpen(one.row)}
              />
              <TargetMarks
                {...{ row: one.row, scale, asOf }}
                y={narrow ? 62 : 16}
                draft={draft?.key === keyOf(one.row) ? draft.day : undefined}
                dueDrawn={movable(one.row)}
              />
              {movable(one.row) && within(one.row, draft, scale) && (
                <DueHandle
                  {...{ row: one.row, scale }}
                  y={narrow ? 62 : 16}
                  draft={draft?.key === keyOf(one.row) ? draft.day : undefined}
                  onDraft={(day) => setDraft(day ? { key: keyOf(one.row), day } : undefined)}
                  onAsk={(day) => {
                    onAsk(one.row, day);
                    setDraft(undefined);
                  }}
                />
              )}
            </g>
          ),
        )}
      </svg>
      <VisuallyHidden id="due-keys">
        Arrow keys move the date by a day, with Shift by a month. Enter asks to confirm, Escape
        leaves it as it was.
      </VisuallyHidden>
      <VisuallyHidden aria-live="polite" role="status">
        {draft && drafted?.kind === 'target' ? movedText(drafted.row, draft.day) : ''}
      </VisuallyHidden>
    </>
  );
}

function within(
  row: PlannedRow,
  draft: { readonly key: string } | undefined,
  { at, left, right }: DayScale,
): boolean {
  if (draft?.key === keyOf(row)) return true;
  const x = at(row.due ?? '');
  return x >= left - 1 && x <= right + 1;
}

/** A move in words: how far, and to when. */
function movedText({ due }: PlannedRow, day: string): string {
  const days = Math.round(daysBetween(lastDayOf(due ?? ''), day));
  if (days === 0) return `${dayText(day)}, as it was`;
  return `${dayText(day)}, ${daysText(days)} ${days > 0 ? 'later' : 'earlier'}. Enter asks to confirm.`;
}

function Axis({ scale: { marks }, height }: { readonly scale: DayScale; readonly height: number }) {
  return (
    <g>
      {marks.map(({ x, label, strong }) => (
        <g key={x}>
          <line
            {...{ x1: x, x2: x, y1: AXIS - 10, y2: height }}
            stroke={strong ? 'var(--roadmap-year)' : 'var(--roadmap-track)'}
          />
          <text
            {...{ x, y: 14 }}
            fontSize={12}
            fontWeight={strong ? 650 : 400}
            textAnchor="middle"
            fill="var(--mantine-color-text)"
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

interface HeadingProps {
  readonly group: RowGroup;
  readonly top: number;
  readonly width: number;
}

function Heading({ group: { title, unit }, top, width }: HeadingProps) {
  const name = (
    <text
      x={0}
      y={top + 27}
      fontSize={14}
      fontWeight={650}
      className={unit ? 'svg-link' : undefined}
    >
      {title}
    </text>
  );
  return (
    <g>
      <rect className="heading-ground" y={top + 7} {...{ width }} height={30} />
      <line
        x1={0}
        x2={width}
        y1={top + 6}
        y2={top + 6}
        stroke="var(--mantine-color-default-border)"
      />
      {unit ? (
        <Link to="/units/$unit/roadmap" params={{ unit }} aria-label={`Roadmap of ${title}`}>
          {name}
        </Link>
      ) : (
        name
      )}
    </g>
  );
}

function Today({
  x,
  height,
  day,
}: {
  readonly x: number;
  readonly height: number;
  readonly day: string;
}) {
  const now = isNow(useMoment());
  return (
    <g pointerEvents="none">
      <line
        {...{ x1: x, x2: x, y1: AXIS, y2: height }}
        stroke="var(--roadmap-today)"
        strokeWidth={1.5}
      />
      <text
        {...{ x, y: 31 }}
        fontSize={11}
        fontWeight={650}
        textAnchor="middle"
        className="today over-lines"
      >
        {now ? 'today' : dayText(day)}
      </text>
    </g>
  );
}
