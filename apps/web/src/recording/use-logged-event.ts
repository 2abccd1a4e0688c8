import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';

/** Said where an event is not, or no longer, to be seen. */
const NOT_SEEN: Schemas['Problem'] = {
  type: 'about:blank',
  title: 'The record cannot be found',
  status: 404,
  detail:
    'It may lie in a unit that you do not see. Nothing was changed; look into the unit’s history.',
  instance: '',
};

/**
 * An event of a unit or of one above it, where only its id is known.
 * @param event its id, or the whole of it, which is given back
 */
export function useLoggedEvent(unit: string, event: Schemas['Event'] | string | undefined) {
  const id = typeof event === 'string' ? event : undefined;
  const query = useQuery({
    queryKey: ['get', 'logged-event', { unit, id }],
    queryFn: () => eventIn(unit, id ?? ''),
    enabled: id !== undefined,
    retry: false,
  });
  return typeof event === 'string' ? query : { ...query, data: event, error: null };
}

async function eventIn(unit: string, id: string): Promise<Schemas['Event']> {
  const { data } = await client.GET('/api/v1/units/{unit}', { params: { path: { unit } } });
  const above = (data?.path ?? []).map((one) => one.unit).toReversed();
  for (const place of [unit, ...above]) {
    const found = await eventAt(place, id);
    if (found) return found;
  }
  throw NOT_SEEN;
}

async function eventAt(unit: string, id: string): Promise<Schemas['Event'] | undefined> {
  let cursor: string | undefined;
  do {
    const { data, error } = await client.GET('/api/v1/units/{unit}/history', {
      params: { path: { unit }, query: { limit: 500, ...(cursor ? { cursor } : {}) } },
    });
    if (!data) throw error;
    const found = data.items.find((entry) => entry.kind === 'event' && entry.event.id === id);
    if (found?.kind === 'event') return found.event;
    cursor = data.next ?? undefined;
  } while (cursor);
  return undefined;
}
