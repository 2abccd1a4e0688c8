import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import './roadmap.css';
import { diamond } from './timeline/due-handle.js';

const INK = 'var(--mantine-color-text)';

/** What the marks of the timeline are. */
const MARKS: readonly (readonly [string, ReactElement])[] = [
  ['due', <path key="due" d={diamond(12, 8, 7)} className="due-mark" />],
  [
    'first due',
    <path key="first" d={diamond(12, 8, 6)} fill="none" stroke={INK} strokeWidth={1.5} />,
  ],
  [
    'slip',
    <line
      key="slip"
      x1={0}
      x2={24}
      y1={8}
      y2={8}
      stroke="var(--roadmap-slip)"
      strokeWidth={3}
      strokeDasharray="2 3"
    />,
  ],
  [
    'late since',
    <line key="late" x1={0} x2={24} y1={8} y2={8} stroke="var(--status-late)" strokeWidth={3} />,
  ],
  [
    'expected: 50 to 85 in 100 are there by then',
    <rect
      key="band"
      x={1}
      y={1}
      width={22}
      height={14}
      rx={3}
      fill="var(--roadmap-band)"
      stroke="var(--roadmap-band-edge)"
    />,
  ],
  ['reached', <circle key="done" cx={12} cy={8} r={7} fill="var(--status-done)" />],
];

/** How the timeline is read. */
export function RoadmapLegend(): ReactElement {
  return (
    <div className="roadmap-legend">
      {MARKS.map(([says, mark]) => (
        <span key={says}>
          <svg width={24} height={16} aria-hidden>
            {mark}
          </svg>
          <Text span size="xs">
            {says}
          </Text>
        </span>
      ))}
    </div>
  );
}
