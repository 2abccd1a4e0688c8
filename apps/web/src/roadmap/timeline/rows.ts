import type { Schemas } from '#lib/client';
import { STATUSES } from '../status-words.js';
import { lastDayOf } from '../due-days.js';

/** A target as it is drawn, with the name of its unit. */
export type PlannedRow = Schemas['PlannedTarget'] & { readonly name: string };

/** Targets that are drawn under one heading. */
export interface RowGroup {
  /** Of the unit or model. */
  readonly key: string;
  readonly title: string;
  /** The unit that the heading leads to. */
  readonly unit?: string;
  readonly rows: readonly PlannedRow[];
}

const gravity = ({ status }: PlannedRow) => STATUSES.indexOf(status);
const day = ({ due }: PlannedRow) => (due === null ? '9999' : lastDayOf(due));
const compared = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Under headings: those with the gravest target first, then with the earliest date. @param by names the heading of a row */
export function grouped(
  rows: readonly PlannedRow[],
  by: (row: PlannedRow) => Omit<RowGroup, 'rows'>,
): readonly RowGroup[] {
  const groups = new Map<string, Omit<RowGroup, 'rows'> & { rows: PlannedRow[] }>();
  for (const row of rows) {
    const heading = by(row);
    const group = groups.get(heading.key);
    if (group) group.rows.push(row);
    else groups.set(heading.key, { ...heading, rows: [row] });
  }
  const sorted = [...groups.values()].map((group) => ({
    ...group,
    rows: group.rows.toSorted((a, b) => gravity(a) - gravity(b) || compared(day(a), day(b))),
  }));
  return sorted.sort((a, b) => {
    const [first, other] = [a.rows[0], b.rows[0]];
    if (!first || !other) return 0;
    return (
      gravity(first) - gravity(other) ||
      compared(day(first), day(other)) ||
      compared(a.title, b.title)
    );
  });
}

/** Where a heading or target is drawn. */
export type PlacedRow =
  | { readonly kind: 'heading'; readonly top: number; readonly group: RowGroup }
  | {
      readonly kind: 'target';
      readonly top: number;
      readonly height: number;
      readonly row: PlannedRow;
    };

/** How high things are: the labels stand beside the dates, or above them where it is narrow. */
export interface Heights {
  readonly axis: number;
  readonly heading: number;
  readonly target: number;
}

/** Headings and targets one below the other. */
export function placed(
  groups: readonly RowGroup[],
  { axis, heading, target }: Heights,
): { readonly rows: readonly PlacedRow[]; readonly height: number } {
  const rows: PlacedRow[] = [];
  let top = axis;
  for (const group of groups) {
    rows.push({ kind: 'heading', top, group });
    top += heading;
    for (const row of group.rows) {
      rows.push({ kind: 'target', top, height: target, row });
      top += target;
    }
  }
  return { rows, height: top + 8 };
}
