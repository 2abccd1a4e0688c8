import type { Schemas } from '#lib/client';
import { api } from '../api/client.js';
import { mayEverywhere, useSession } from '../api/session.js';

export type Notice = Schemas['Notice'];

/** More than any program has. */
const ALL = { params: { query: { limit: 500 } } } as const;
const AGAIN_MS = 60_000;

/** What needs somebody between the program and other systems; empty for who may not look after it. */
export function useNotices(): readonly Notice[] {
  const enabled = mayEverywhere(useSession(), 'integrate');
  const { data } = api.useQuery('get', '/api/v1/notices', ALL, {
    enabled,
    // some come by time alone, with nothing that is recorded
    refetchInterval: AGAIN_MS,
  });
  return enabled ? (data?.items ?? []) : [];
}

/** What each kind of notice says, as a heading. */
export const NOTICE_TEXTS: Readonly<Record<Notice['kind'], string>> = {
  'source-silent': 'A source is silent',
  'poll-failing': 'A source cannot be asked',
  'subscription-disabled': 'A subscription is disabled',
  'channel-disabled': 'A channel is disabled',
};

/** The pages that have notices, and the kinds of theirs. */
export const NOTICE_PAGES = {
  '/sources': ['source-silent', 'poll-failing'],
  '/subscriptions': ['subscription-disabled'],
  '/channels': ['channel-disabled'],
} as const satisfies Readonly<Record<string, readonly Notice['kind'][]>>;

export type NoticePage = keyof typeof NOTICE_PAGES;

/** How many of some notices belong to a page. */
export function countOn(page: NoticePage, notices: readonly Pick<Notice, 'kind'>[]): number {
  const kinds: readonly Notice['kind'][] = NOTICE_PAGES[page];
  return notices.filter(({ kind }) => kinds.includes(kind)).length;
}
