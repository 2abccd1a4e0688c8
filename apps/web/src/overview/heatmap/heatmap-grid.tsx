import { Text } from '@mantine/core';
import { usePrinting } from '../../charts/printing.js';
import { useRouter } from '@tanstack/react-router';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type SyntheticEvent,
  useEffect,
  useRef,
  useState,
} from 'react';
import { type HeatmapRow, tellCell } from './cells.js';
import { moveBy, type Place } from './grid-keys.js';
import { HeatmapHead } from './heatmap-head.js';
import { HeatRow, type RowsShown } from './heatmap-row.js';
import './heatmap.css';

/** The rows above those of the units: headings and total. */
const ABOVE = 2;
const ROW = 44;
const HEAD = 68;
/** Rows that are drawn beyond those on the screen, and at most on paper. */
const AHEAD = 10;
const ON_PAPER = 500;

interface HeatmapGridProps {
  readonly title: string;
  readonly total: HeatmapRow;
  readonly rows: readonly HeatmapRow[];
  readonly shown: RowsShown;
  readonly sort: string | undefined;
  readonly lead: string;
  readonly onSort: (id: string) => void;
  /** Told which row is the first on the screen. */
  readonly onSeen: (first: number) => void;
}

/** Thousands of rows as one grid: arrows go from cell to cell, Enter opens, only what is seen is drawn. */
export function HeatmapGrid(props: HeatmapGridProps) {
  const { title, total, rows, shown, sort, lead, onSort, onSeen } = props;
  const { columns, order } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [active, setActive] = useState<Place>({ row: ABOVE, column: 0 });
  const [told, setTold] = useState<Place>();
  const moved = useRef(false);
  const extent = { rows: rows.length + ABOVE, columns: order.length + 1, page: 10 };
  const printing = usePrinting();
  const row = Math.min(active.row, extent.rows - 1);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is only used here
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: printing ? ON_PAPER : AHEAD,
    scrollMargin: HEAD + ROW,
    // the row that holds the focus stays, wherever one scrolls
    rangeExtractor: (range) => {
      const seenRows = defaultRangeExtractor(range);
      const held = row - ABOVE;
      return held < 0 || seenRows.includes(held) ? seenRows : [...seenRows, held].sort(ascending);
    },
  });
  const first = virtual.range?.startIndex ?? 0;
  useEffect(() => onSeen(first), [first, onSeen]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    scroller.current
      ?.querySelector<HTMLElement>(`[data-place="${active.row}:${active.column}"]`)
      ?.focus();
  }, [active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moveBy(event, { row, column: active.column }, extent);
    if (!next || event.altKey || event.metaKey) return;
    event.preventDefault();
    moved.current = true;
    setActive(next);
  };
  const onFocus = (event: SyntheticEvent) => {
    const place = placeOf(event.target);
    if (!place) return;
    setActive(place);
    setTold(place);
  };
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!link || !plain) return;
    event.preventDefault();
    void router.navigate({ href: link.getAttribute('href') ?? '/' });
  };
  return (
    <>
      <div
        ref={scroller}
        className="heat"
        role="grid"
        tabIndex={-1}
        aria-label={title}
        aria-rowcount={extent.rows}
        aria-colcount={extent.columns}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onClick={onClick}
        onPointerOver={({ target }) => setTold(placeOf(target))}
        style={{ '--heat-columns': order.length } as React.CSSProperties}
      >
        <div role="rowgroup" className="heat-top">
          <HeatmapHead
            {...{ columns, order, sort, lead, onSort }}
            active={row === 0 ? active.column : undefined}
          />
          <HeatRow {...shown} row={total} at={1} active={row === 1 ? active.column : undefined} />
        </div>
        <div role="rowgroup" className="heat-body" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const one = rows[index];
            return (
              one && (
                <HeatRow
                  key={one.unit}
                  {...shown}
                  row={one}
                  at={index + ABOVE}
                  active={row === index + ABOVE ? active.column : undefined}
                  start={start - HEAD - ROW}
                />
              )
            );
          })}
        </div>
      </div>
      <Text size="sm" c="dimmed" className="heat-told">
        {told
          ? tell(told, props)
          : 'Point at a cell or move with the arrow keys to read it in words.'}
      </Text>
    </>
  );
}

const ascending = (a: number, b: number) => a - b;

function placeOf(target: EventTarget): Place | undefined {
  const cell = (target as Element).closest<HTMLElement>('[data-place]');
  const [row, column] = (cell?.dataset.place ?? '').split(':').map(Number);
  return cell && row !== undefined && column !== undefined ? { row, column } : undefined;
}

function tell({ row, column }: Place, { total, rows, shown }: HeatmapGridProps): string {
  const index = shown.order[column - 1];
  const subject = index === undefined ? undefined : shown.columns[index];
  if (row === 0) return subject ? subject.title : 'Units by name';
  const one = row === 1 ? total : rows[row - ABOVE];
  if (!one) return '';
  return subject && index !== undefined ? tellCell(one, subject, index) : one.name;
}
