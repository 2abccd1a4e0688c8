import type { Instant } from '#lib/domain';
import type { ToolApi } from './tool-api.js';

/** A change as the tool's webhook would have told it. */
export interface Fetched {
  /** The same whenever it is fetched; of no other change of the source. */
  readonly id: string;
  readonly event: string;
  readonly payload: object;
}

/** Changes that are kept together with how far they reach. */
export interface Stretch {
  readonly deliveries: readonly Fetched[];
  /** Up to when nothing is left to fetch; left out: the list is not at its end. */
  readonly reached?: Instant;
  /** What to remember of the list for the next time; left out: as before. */
  readonly remembered?: unknown;
}

/** What is asked for of a list. */
export interface Seeking {
  readonly project: string;
  /** Changes from then on, and before `until`; by the clock of Waymark, with some overlap. */
  readonly since: Instant;
  readonly until: Instant;
  readonly remembered: unknown;
}

/** Fetches the changes of one list of a project. @throws AskLater, PollFailed */
export type ListReader = (api: ToolApi, seeking: Seeking) => AsyncIterable<Stretch>;

/** What changed items are read by. */
interface ItemReader<Item> {
  readonly nameOf: (item: Item) => string;
  readonly updatedOf: (item: Item) => string;
  readonly changesOf: (item: Item) => Promise<readonly Fetched[]>;
}

/** Each may take a request, and what was kept is not asked for again. */
const KEPT_TOGETHER = 20;

/**
 * The changes of the items of a list, whose pages begin with what changed last: what changes meanwhile
 * comes to the front, so that nothing slips from a page that is still to come to one that was read.
 * Which were read is remembered until the end is reached, so that one that is broken off goes on there.
 */
export async function* changesOfItems<Item>(
  pages: AsyncIterable<readonly Item[]>,
  { since, until, remembered }: Seeking,
  { nameOf, updatedOf, changesOf }: ItemReader<Item>,
): AsyncGenerator<Stretch, undefined> {
  const done = new Map(Object.entries((remembered ?? {}) as Readonly<Record<string, string>>));
  for await (const page of pages) {
    const changed = page.filter(
      (item) => Date.parse(updatedOf(item)) >= since && done.get(nameOf(item)) !== updatedOf(item),
    );
    for (let from = 0; from < changed.length; from += KEPT_TOGETHER) {
      const deliveries: Fetched[] = [];
      for (const item of changed.slice(from, from + KEPT_TOGETHER)) {
        deliveries.push(...(await changesOf(item)));
        done.set(nameOf(item), updatedOf(item));
      }
      yield { deliveries, remembered: Object.fromEntries(done) };
    }
    const last = page.at(-1);
    if (last !== undefined && Date.parse(updatedOf(last)) < since) break;
  }
  yield { deliveries: [], reached: until, remembered: null };
  return undefined;
}

/** Whether something happened in what is asked for. */
export function within(at: string | null | undefined, { since }: Pick<Seeking, 'since'>): boolean {
  return typeof at === 'string' && Date.parse(at) >= since;
}
