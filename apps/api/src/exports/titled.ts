import type { QueryBus } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type Titles, TitlesQuery, type Viewer } from '#lib/projections';

/** So many items have their titles looked up together. */
const TOGETHER = 500;

/** An item, and what the keys in it are called now. */
export interface Titled<Item> {
  readonly item: Item;
  readonly titles: Titles;
}

/** Items with what their units, models and milestones are called, for people who do not know the keys. */
export async function* titled<Item extends { readonly unit: UnitKey | null }>(
  queries: QueryBus,
  viewer: Viewer,
  items: AsyncIterable<Item>,
): AsyncGenerator<Titled<Item>> {
  let some: Item[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < TOGETHER) continue;
    yield* withTitles(queries, viewer, some);
    some = [];
  }
  yield* withTitles(queries, viewer, some);
}

async function* withTitles<Item extends { readonly unit: UnitKey | null }>(
  queries: QueryBus,
  viewer: Viewer,
  items: readonly Item[],
): AsyncGenerator<Titled<Item>> {
  if (items.length === 0) return;
  const units = new Set(items.flatMap(({ unit }) => unit ?? []));
  const titles = await queries.execute(new TitlesQuery(viewer, [...units]));
  for (const item of items) yield { item, titles };
}
