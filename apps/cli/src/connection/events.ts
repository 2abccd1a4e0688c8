import type { Schemas } from '#lib/client';
import { EXIT, Failure } from '../failure.js';
import type { Api } from './api.js';

export type Event = Schemas['Event'];

/** How far back is looked for one that is known by its id alone. */
const MOST = 10_000;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The event that somebody names: by its number, which is its position in the log, or by its id.
 *
 * @throws Failure when it is neither, or not in sight
 */
export async function eventNamed(api: Api, given: string): Promise<Event> {
  const number = Number(/^#?(\d{1,15})$/.exec(given)?.[1] ?? Number.NaN);
  if (number >= 1) {
    const { items } = await api.ask((client) =>
      client.GET('/api/v1/log', { params: { query: { after: number - 1, limit: 1 } } }),
    );
    const found = items.find(({ position }) => position === number);
    if (found) return found;
  } else if (ID.test(given)) {
    const id = given.toLowerCase();
    const passed = await eventsBack(api, { enough: (event) => event.id === id });
    const found = passed.find((event) => event.id === id);
    if (found) return found;
  } else {
    throw new Failure(`"${given}" names no event.`, EXIT.usage, [
      'It has a number, like 2371: waymark history UNIT shows it before each fact.',
    ]);
  }
  throw new Failure(`There is no event ${given} in sight.`, EXIT.refused, [
    'waymark history UNIT shows the numbers of its events.',
  ]);
}

/** Which events are read, and when it is enough. */
interface Back {
  readonly unit?: string;
  readonly type?: string;
  /** Those before this position. */
  readonly before?: number;
  readonly enough?: (event: Event) => boolean;
}

/** Events, the newest first, page after page until it is enough. */
export async function eventsBack(
  api: Api,
  { enough = () => false, ...query }: Back,
): Promise<readonly Event[]> {
  const passed: Event[] = [];
  let { before } = query;
  for (;;) {
    const page = await api.ask((client) =>
      client.GET('/api/v1/log', {
        params: { query: { ...query, before, order: 'desc', limit: 500 } },
      }),
    );
    passed.push(...page.items);
    if (page.next === null || page.items.some(enough) || passed.length >= MOST) return passed;
    before = Number(page.next);
  }
}
