import type { Paint } from './paint.js';
import { fit, shorten, widthOf } from './width.js';

/** A column of a table. */
export interface Column<Row> {
  readonly title: string;
  readonly of: (row: Row) => string;
  readonly align?: 'left' | 'right';
  /** Colours a cell that is already cut and filled. */
  readonly paint?: (text: string, row: Row) => string;
  /** May be cut when the terminal is narrow, down to this width; otherwise it keeps its own. */
  readonly shrinksTo?: number;
  /** Left out when the terminal is narrow, the highest first. */
  readonly leaves?: number;
}

/** Lines of a table that fits into so many columns. */
export function table<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { columns: room, paint }: { readonly columns: number; readonly paint: Paint },
): readonly string[] {
  const measured = columns.map((column) => ({
    column,
    cells: rows.map((row) => column.of(row)),
    width: 0,
  }));
  for (const one of measured) {
    one.width = Math.max(widthOf(one.column.title), ...one.cells.map(widthOf));
  }
  const least = (one: (typeof measured)[number]) =>
    Math.min(one.width, one.column.shrinksTo ?? one.width);
  let kept = measured;
  const sum = (list: typeof measured, width: (one: (typeof measured)[number]) => number) =>
    list.reduce((total, one) => total + width(one) + 2, -2);
  while (sum(kept, least) > room) {
    const leaving = Math.max(...kept.map(({ column }) => column.leaves ?? 0));
    if (leaving <= 0) break;
    kept = kept.filter(({ column }) => column.leaves !== leaving);
  }
  shrink(kept, least, sum(kept, ({ width }) => width) - room);
  const line = (cell: (one: (typeof measured)[number], last: boolean) => string) =>
    kept
      .map((one, index) => cell(one, index === kept.length - 1))
      .join('  ')
      .trimEnd();
  const filled = (text: string, width: number, column: Column<Row>, last: boolean) =>
    last && column.align !== 'right' ? shorten(text, width) : fit(text, width, column.align);
  const head = line(({ column, width }, last) =>
    paint.faint(filled(column.title, width, column, last)),
  );
  return [
    head,
    ...rows.map((row, index) =>
      line(({ column, cells, width }, last) => {
        const text = filled(cells[index] ?? '', width, column, last);
        return column.paint ? column.paint(text, row) : text;
      }),
    ),
  ];
}

/** Takes what is too much from the widest that may give, one column at a time. */
function shrink<One extends { width: number }>(
  list: readonly One[],
  least: (one: One) => number,
  tooMuch: number,
): void {
  const floors = new Map(list.map((one) => [one, least(one)]));
  for (let left = tooMuch; left > 0; left -= 1) {
    const able = list.filter((one) => one.width > (floors.get(one) ?? 0));
    const widest = able.sort((a, b) => b.width - a.width)[0];
    if (!widest) return;
    widest.width -= 1;
  }
}
