/** Which part of a list is asked for. */
interface Part {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

const AT_ONCE = 500;
/** Counting ends there: who has more names fewer by words. */
const MOST_PAGES = 4;

/**
 * One page of a list, with how many there are from it on.
 * @returns `total` with those of the page; `"more than 2000"` where they are too many to count; `next`
 * is null on the last page
 */
export async function counted<Item>(
  part: Part,
  ask: (part: Part) => Promise<Page<Item>>,
): Promise<{
  readonly items: readonly Item[];
  readonly total: number | string;
  readonly next: string | null;
}> {
  const { items, next } = await ask(part);
  let total = items.length;
  let cursor = next;
  for (let pages = 0; cursor !== null && pages < MOST_PAGES; pages += 1) {
    const more = await ask({ limit: AT_ONCE, cursor });
    total += more.items.length;
    cursor = more.next;
  }
  return { items, total: cursor === null ? total : `more than ${total}`, next };
}
