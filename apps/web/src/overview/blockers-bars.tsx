import { Text } from '@mantine/core';
import { Wide } from '../charts/wide.js';
import type { ReactElement, ReactNode } from 'react';
import './blockers-bars.css';

/** One bar of a ranking. */
export interface RankedBar {
  readonly key: string;
  readonly title: string;
  /** How long the bar is, and how much of it is drawn strong. */
  readonly value: number;
  readonly strong: number;
  /** Printed behind the bar's title: what the figures are, in words. */
  readonly says: string;
  /** Links below the bar; cut short where they do not fit. */
  readonly links: ReactNode;
  /** Said behind them, whole: how many more there are. */
  readonly more?: string;
}

interface RankedBarsProps {
  readonly label: string;
  readonly bars: readonly RankedBar[];
}

const ROW = 68;
const BAR_TOP = 22;
const BAR = 12;
const LINKS_TOP = 38;

/** Roughly how wide a letter is at 13 pixels. */
const LETTER = 7;

/** Bars by rank, the longest way first, each with its title, its figures in words and links. */
export function RankedBars({ label, bars }: RankedBarsProps): ReactElement {
  return <Wide>{(width) => <Bars label={label} bars={bars} width={width} />}</Wide>;
}

function Bars({ label, bars, width }: RankedBarsProps & { readonly width: number }) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const along = (value: number) => (value / most) * width;
  const height = bars.length * ROW;
  return (
    <div className="ranked" style={{ height }}>
      <svg role="img" aria-label={label} data-chart width={width} height={height}>
        {bars.map(({ key, title, says, value, strong }, index) => {
          const room = Math.floor((width - says.length * 6.2 - 12) / LETTER);
          return (
            <g key={key} transform={`translate(0, ${index * ROW})`}>
              <text y={15} fontSize={13} fontWeight={600} fill="var(--mantine-color-text)">
                {title.length > room ? `${title.slice(0, Math.max(6, room - 1))}…` : title}
                <title>{title}</title>
              </text>
              <text
                x={width}
                y={15}
                fontSize={12}
                textAnchor="end"
                fill="var(--mantine-color-text)"
              >
                {says}
              </text>
              <rect y={BAR_TOP} width={width} height={BAR} rx={2} fill="var(--bar-ground)" />
              <rect y={BAR_TOP} width={along(value)} height={BAR} rx={2} fill="var(--bar-pale)" />
              <rect
                y={BAR_TOP}
                width={along(strong)}
                height={BAR}
                rx={2}
                fill="var(--bar-strong)"
              />
            </g>
          );
        })}
      </svg>
      <ol className="ranked-links" aria-label={`${label}: where`}>
        {bars.map(({ key, title, links, more }, index) => (
          <li key={key} style={{ top: index * ROW + LINKS_TOP }} aria-label={title}>
            <div className="ranked-where">
              <Text size="sm" truncate component="div">
                {links}
              </Text>
              {more && (
                <Text size="sm" component="div" style={{ whiteSpace: 'nowrap' }}>
                  {more}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
