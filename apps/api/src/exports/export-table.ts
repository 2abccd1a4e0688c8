/** What a cell holds; null: nothing. */
export type Cell = string | number | null;

/** Items that are given out one after another, and how each becomes a row. */
export interface ExportTable<Item = unknown> {
  readonly columns: readonly Column<Item>[];
  readonly items: AsyncIterable<Item>;
  /** What stands in JSON Lines. */
  readonly view: (item: Item) => object;
  /** What JSON Lines are made of instead, where they tell more than rows do. */
  readonly proven?: () => ExportTable;
}

/** @param as of texts: a day (`2012-03-01`) or an instant is one in a workbook too; what is none (`2012-Q1`) stays as it is */
export type Column<Item> = readonly [
  head: string,
  cell: (item: Item) => Cell,
  as?: 'day' | 'instant' | undefined,
];

/** The item types differ; what is done with a table does not look at them. */
export function table<Item>(given: ExportTable<Item>): ExportTable {
  return given as unknown as ExportTable;
}

/** The items of page after page, the next asked for once one is used up. */
export async function* pageByPage<Item, Place>(
  ask: (
    place: Place | undefined,
  ) => Promise<{ readonly items: readonly Item[]; readonly next: Place | null }>,
): AsyncGenerator<Item> {
  let place: Place | undefined;
  do {
    const { items, next }: { readonly items: readonly Item[]; readonly next: Place | null } =
      await ask(place);
    yield* items;
    place = next ?? undefined;
  } while (place !== undefined);
}

/** So many rows are made in one go, before others get their turn. */
const AT_ONCE = 1_000;

/** What is made as it is taken, one after another. */
export async function* taken<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let made = 0;
  for (const item of items) {
    yield item;
    if (++made % AT_ONCE === 0) await new Promise(setImmediate);
  }
}

/** The rows of a table. */
export async function* cellsOf({ columns, items }: ExportTable): AsyncGenerator<readonly Cell[]> {
  for await (const item of items) yield columns.map(([, cell]) => cell(item));
}
