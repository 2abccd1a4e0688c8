import type { Schemas } from '#lib/client';
import { client } from '../../api/client.js';

/** As many as the log gives at once, and so often it is asked. */
const AT_ONCE = 500;
const MOST_PAGES = 20;

/**
 * The events of the log with some ids, which one author recorded in a period.
 * @throws Problem
 */
export async function eventsOf(
  actor: string,
  { from, to }: Pick<Schemas['UndoSource'], 'from' | 'to'>,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Schemas['Event']>> {
  const found = new Map<string, Schemas['Event']>();
  let before: number | undefined;
  for (let page = 0; page < MOST_PAGES && found.size < wanted.size; page += 1) {
    const { data, error } = await client.GET('/api/v1/log', {
      params: {
        query: {
          ...{ actor, order: 'desc', limit: AT_ONCE },
          ...(from ? { from } : {}),
          ...(to ? { to } : {}),
          ...(before ? { before } : {}),
        },
      },
    });
    if (!data) throw error as unknown;
    for (const event of data.items) if (wanted.has(event.id)) found.set(event.id, event);
    if (data.next === null) break;
    before = Number(data.next);
  }
  return found;
}
