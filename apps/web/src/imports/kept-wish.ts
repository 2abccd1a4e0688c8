import { type Outcome, previewSheet, type Sheet, type SheetWish } from './sheet.js';

/** How a sheet was read, as somebody set it. */
export interface Earlier {
  readonly wish: SheetWish;
  /** The names of its columns. */
  readonly heads: readonly string[];
}

/** Nothing is set: the server finds out what it can. */
const NOTHING_SET: SheetWish = { columns: {} };

/**
 * What was set for an earlier sheet, as far as it fits another one: a mended sheet is read as the
 * one with the faults was. Nothing where the other one cannot be looked at.
 */
export async function keptWish(
  sheet: Sheet,
  earlier: Earlier | undefined,
  signal: AbortSignal,
): Promise<SheetWish> {
  if (!earlier) return NOTHING_SET;
  const { sheet: named } = earlier.wish;
  try {
    const first = await previewSheet(sheet, NOTHING_SET, signal);
    if (named === undefined) return fitting(earlier, first.understood);
    // another workbook: it has no such sheet
    if (!first.understood.sheets?.includes(named)) return NOTHING_SET;
    const of = { sheet: named, columns: {} };
    return { ...of, ...fitting(earlier, (await previewSheet(sheet, of, signal)).understood) };
  } catch {
    // what is wrong with it is said where it is looked at
    return NOTHING_SET;
  }
}

/** What was set, for the columns that are named as before; nothing where most are named otherwise. */
export function fitting(
  { wish, heads }: Earlier,
  { columns }: Pick<Outcome['understood'], 'columns'>,
): SheetWish {
  const there = new Set(columns.map(({ head }) => head));
  const same = heads.filter((head) => there.has(head));
  if (same.length * 2 <= heads.length) return NOTHING_SET;
  const { sheet: _, ...set } = wish;
  const kept = Object.entries(wish.columns).filter(([head]) => there.has(head));
  return { ...set, columns: Object.fromEntries(kept) };
}
