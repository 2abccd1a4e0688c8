import { IconChevronRight } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import { stageColours } from '../../stages/scale.js';
import { countText } from '../../time/words.js';
import type { Addresses } from './addresses.js';
import { columnId, type HeatmapColumn, type HeatmapRow, type Reading, shadeOf } from './cells.js';
import { kindText } from '../../kit/kind-text.js';

/** What all rows of a heatmap have in common. */
export interface RowsShown {
  readonly columns: readonly HeatmapColumn[];
  /** Columns in the order they are shown. */
  readonly order: readonly number[];
  readonly reading: Reading;
  readonly addresses: Addresses;
}

interface HeatmapRowProps extends RowsShown {
  readonly row: HeatmapRow;
  /** Its place in the grid: 0 are the headings, 1 is the total. */
  readonly at: number;
  /** The column that Tab leads to; undefined in all rows but one. */
  readonly active: number | undefined;
  readonly start?: number;
}

/** One subtree across the columns; each cell leads to the unit's page, the name to what lies below. */
export const HeatRow = memo(function HeatRow(props: HeatmapRowProps) {
  const { row, at, active, start, columns, order, reading, addresses } = props;
  const total = at === 1;
  const place = (column: number) => ({
    'data-place': `${at}:${column}`,
    tabIndex: active === column ? 0 : -1,
  });
  return (
    <div
      role="row"
      aria-rowindex={at + 1}
      className={total ? 'heat-row heat-total' : 'heat-row'}
      style={start === undefined ? undefined : { transform: `translateY(${start}px)` }}
    >
      <div role="rowheader" aria-colindex={1} className="heat-name">
        <Name {...{ row, total, addresses }} place={place(0)} />
      </div>
      {order.map((index, shown) => {
        const column = columns[index];
        const cell = row.cells[index];
        if (!column || !cell) return null;
        const shade = shadeOf(cell, column, reading);
        const { state, text, words } = shade;
        const { fill, ink } = stageColours(shade.ordinal, shade.of);
        const style: CSSProperties | undefined =
          state === 'stage' || state === 'none' ? { background: fill, color: ink } : undefined;
        const marks = { 'data-state': state, style, ...place(shown + 1) };
        return (
          <div
            key={columnId(column)}
            role="gridcell"
            aria-colindex={shown + 2}
            className="heat-cell"
          >
            {state === 'apart' ? (
              <span {...marks}>{text}</span>
            ) : (
              <a href={addresses.unit(row.unit, column.model)} aria-label={words} {...marks}>
                {text}
              </a>
            )}
          </div>
        );
      })}
    </div>
  );
});

interface NameProps {
  readonly row: HeatmapRow;
  readonly total: boolean;
  readonly addresses: Addresses;
  readonly place: { readonly 'data-place': string; readonly tabIndex: number };
}

function Name({ row, total, addresses, place }: NameProps) {
  const { unit, name, kind, below } = row;
  if (total) {
    return (
      <span {...place}>
        <span>
          <span className="heat-title">All of {name}</span>
          <span className="heat-sub">{countText(below, 'unit')}</span>
        </span>
      </span>
    );
  }
  const deep = below > 1;
  return (
    <a href={deep ? addresses.overview(unit) : addresses.unit(unit)} title={name} {...place}>
      <span>
        <span className="heat-title">{name}</span>
        <span className="heat-sub">
          {deep ? `${countText(below, 'unit')} · ${kindText(kind)}` : kindText(kind)}
        </span>
      </span>
      {deep && <IconChevronRight size={16} aria-hidden style={{ flex: 'none' }} />}
    </a>
  );
}
