import type { Schemas } from '#lib/client';
import { byCursor } from '../api/by-cursor.js';
import { api } from '../api/client.js';
import { isUnderWay } from '../subscriptions/queries.js';

export type Message = Schemas['ChannelMessage'];

/** More than any program has. */
const ALL = { params: { query: { limit: 500 } } } as const;
const SOON_MS = 1_000;
const SOMETIME_MS = 15_000;

/** Every channel of the program, as it is just now. */
export const useChannels = () =>
  api.useQuery('get', '/api/v1/channels', ALL, { refetchInterval: SOMETIME_MS });

/** One channel; asked for again by and by, since messages are no facts of the log. */
export const useChannel = (name: string) =>
  api.useQuery(
    'get',
    '/api/v1/channels/{name}',
    { params: { path: { name } } },
    { refetchInterval: 5 * SOON_MS },
  );

/** One of them, with what it says; read again when more became of it. */
export const useMessage = (name: string, { id }: Message) =>
  api.useQuery(
    'get',
    '/api/v1/channels/{name}/messages/{id}',
    { params: { path: { name, id } } },
    { staleTime: Infinity },
  );

/** What it was sent, page by page; more often while something is under way. */
export const useMessages = (name: string) =>
  api.useInfiniteQuery(
    'get',
    '/api/v1/channels/{name}/messages',
    { params: { path: { name }, query: { limit: 50 } } },
    {
      ...byCursor,
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) => items.some(isUnderWay)) ? SOON_MS : SOMETIME_MS / 3,
    },
  );
