import type { KeyboardEvent, ReactElement } from 'react';
import { standingText } from '../status-words.js';
import { shareText } from './row-words.js';
import type { PlannedRow } from './rows.js';

interface TargetLabelProps {
  readonly row: PlannedRow;
  readonly asOf: string;
  /** How wide it may be. */
  readonly room: number;
  readonly onOpen: () => void;
}

/** How each status is marked beside its word and colour. */
const SIGNS: Readonly<Record<PlannedRow['status'], string>> = {
  late: '✖',
  'at-risk': '▲',
  'on-track': '●',
  aim: '○',
  done: '✔',
};

/** Roughly how wide a letter is at 13 pixels. */
const LETTER = 6.9;

/** What is wanted, and how it stands; it opens the target. */
export function TargetLabel({ row, asOf, room, onOpen }: TargetLabelProps): ReactElement {
  const { title, name, status } = row;
  const letters = Math.floor(room / LETTER);
  const shown = title.length > letters ? `${title.slice(0, letters - 1)}…` : title;
  const standing = standingText(row, asOf);
  const share = shareText(row);
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen();
  };
  return (
    // a button inside a drawing has to be told to be one
    <g
      role="button"
      tabIndex={0}
      className="target-label"
      aria-label={`${shown} ${SIGNS[status]} ${standing}${share ? ` · ${share}` : ''}, ${name}`}
      onClick={onOpen}
      onKeyDown={key}
    >
      <rect
        x={-4}
        y={-1}
        width={room + 4}
        height={share ? 50 : 44}
        rx={4}
        className="target-ground"
      />
      <text x={0} y={15} fontSize={13} className="svg-link">
        {shown}
        {shown !== title && <title>{title}</title>}
      </text>
      <text x={0} y={33} fontSize={12} className="target-status" data-status={status}>
        {SIGNS[status]} {standing}
        {share && ` · ${share}`}
      </text>
      {share && <ShareBar row={row} width={room - 8} />}
    </g>
  );
}

/** How far a share has come, with a line where it is wanted. */
function ShareBar({ row, width }: { readonly row: PlannedRow; readonly width: number }) {
  const { reached = 0, counted = 0, goal } = row;
  const there = counted > 0 ? (reached / counted) * width : 0;
  const wanted = (goal.share ?? 1) * width;
  return (
    <g>
      <rect y={40} {...{ width }} height={6} fill="var(--roadmap-track)" />
      <rect y={40} width={there} height={6} fill="var(--status-on-track)" />
      <line
        {...{ x1: wanted, x2: wanted, y1: 37, y2: 49 }}
        stroke="var(--mantine-color-text)"
        strokeWidth={2}
      />
    </g>
  );
}
