import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef, useState } from 'react';
import { dayText } from '../../time/words.js';
import { lastDayOf, plusDays, plusMonths } from '../due-days.js';
import type { DayScale } from './day-scale.js';
import type { PlannedRow } from './rows.js';

interface DueHandleProps {
  readonly row: PlannedRow;
  readonly scale: DayScale;
  readonly y: number;
  /** The day it is dragged to, while it is. */
  readonly draft: string | undefined;
  readonly onDraft: (day: string | undefined) => void;
  /** Asks whether it shall be moved. */
  readonly onAsk: (day: string) => void;
}

const EPOCH_DAY = 86_400_000;
const number = (day: string) => Math.round(Date.parse(day) / EPOCH_DAY);

/** A due date that can be dragged, or moved with the keys: arrows a day, with Shift a month. */
export function DueHandle({ row, scale, y, draft, onDraft, onAsk }: DueHandleProps): ReactElement {
  const due = lastDayOf(row.due ?? '');
  const day = draft ?? due;
  const [held, setHeld] = useState(false);
  const from = useRef({ x: 0, at: 0, moved: false });
  const x = scale.at(day);
  const down = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    from.current = { x: event.clientX, at: x, moved: false };
    setHeld(true);
  };
  const move = (event: PointerEvent<SVGGElement>) => {
    if (!held) return;
    const by = event.clientX - from.current.x;
    if (!from.current.moved && Math.abs(by) < 3) return;
    from.current.moved = true;
    const place = Math.min(scale.right, Math.max(scale.left, from.current.at + by));
    onDraft(scale.dayAt(place));
  };
  const up = () => {
    setHeld(false);
    if (from.current.moved && draft && draft !== due) onAsk(draft);
  };
  const key = (event: KeyboardEvent<SVGGElement>) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (step) onDraft(event.shiftKey ? plusMonths(day, step) : plusDays(day, step));
    else if (event.key === 'Enter' && draft && draft !== due) onAsk(draft);
    else if (event.key === 'Escape' && draft) onDraft(undefined);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // a slider of days, with the keys of one
    <g
      role="slider"
      tabIndex={0}
      className="due-handle"
      data-held={held || undefined}
      data-draft={draft ? true : undefined}
      aria-label={`Due date of ${row.title}, ${row.name}`}
      aria-valuemin={number(plusMonths(due, -120))}
      aria-valuemax={number(plusMonths(due, 120))}
      aria-valuenow={number(day)}
      aria-valuetext={dayText(day)}
      aria-describedby="due-keys"
      aria-orientation="horizontal"
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        setHeld(false);
        onDraft(undefined);
      }}
      onKeyDown={key}
    >
      <circle cx={x} cy={y} r={14} fill="transparent" className="due-reach" />
      <path d={diamond(x, y, 8)} className="due-mark" data-status={row.status} />
    </g>
  );
}

/** A diamond around a place. */
export const diamond = (x: number, y: number, r: number): string =>
  `M${x - r},${y}L${x},${y - r}L${x + r},${y}L${x},${y + r}Z`;
