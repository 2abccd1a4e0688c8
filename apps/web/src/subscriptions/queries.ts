import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import type { SentStatus } from '../endpoints/sent-words.js';

export type Subscription = Schemas['Subscription'];
export type Delivery = Schemas['SubscriptionDelivery'];

/** More than any program has. */
const ALL = { params: { query: { limit: 500 } } } as const;
/** So many of the last deliveries are followed one by one. */
const RECENT = 100;
const SOON_MS = 1_000;
const SOMETIME_MS = 15_000;
/** What is due within so long is looked for more often: what is sent just now is due in a minute. */
const NEAR_MS = 65_000;

/** Every subscription of the program, as it fares just now. */
export const useSubscriptions = () =>
  api.useQuery('get', '/api/v1/subscriptions', ALL, { refetchInterval: SOMETIME_MS });

/** One subscription; asked for again by and by, since deliveries are no facts of the log. */
export const useSubscription = (name: string) =>
  api.useQuery(
    'get',
    '/api/v1/subscriptions/{name}',
    { params: { path: { name } } },
    { refetchInterval: 5 * SOON_MS },
  );

/** What was sent to it and is to be sent, page by page; more often while something is under way. */
export const useDeliveries = (name: string, status: SentStatus | undefined) =>
  api.useInfiniteQuery(
    'get',
    '/api/v1/subscriptions/{name}/deliveries',
    { params: { path: { name }, query: { ...(status ? { status } : {}), limit: 50 } } },
    {
      ...byCursor,
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? SOON_MS : SOMETIME_MS / 3,
    },
  );

/** One of the last deliveries, whatever became of it; asked for again while it is under way. */
export function useDelivery(name: string, id: string | undefined): Delivery | undefined {
  const { data } = api.useQuery(
    'get',
    '/api/v1/subscriptions/{name}/deliveries',
    { params: { path: { name }, query: { limit: RECENT } } },
    {
      enabled: id !== undefined,
      refetchInterval: ({ state }) => {
        const found = state.data?.items.find((one) => one.id === id);
        // one that is not there is on its way, or was before the last ones
        const soon = found ? isUnderWay(found) : state.dataUpdateCount < 5;
        return soon ? SOON_MS : SOMETIME_MS;
      },
    },
  );
  return data?.items.find((one) => one.id === id);
}

/** Whether it is sent just now or within seconds. */
export function isUnderWay({ status, dueAt }: Pick<Delivery, 'status' | 'dueAt'>): boolean {
  return status === 'waiting' && dueAt !== null && Date.parse(dueAt) - Date.now() < NEAR_MS;
}
