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

export type Column<Item> = readonly [head: string, cell: (item: Item) => Cell];

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
