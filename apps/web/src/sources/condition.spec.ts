import { describe, expect, test } from 'vitest';
import { faringOf } from './condition.js';
import type { Source } from './tools.js';

const lastDay = { received: 0, recorded: 0, ignored: 0, unmatched: 0, rejected: 0, failed: 0 };
const health: Source['health'] = {
  ...{ lastDeliveryAt: '2026-11-20T10:00:00Z', expectedBy: null, silent: false, lastDay },
  ...{ received: 0, unmatched: 0, rejected: 0, failed: 0, refused: [] },
};
const refusedAt = (lastAt: string) => ({
  refused: [{ reason: 'other-secret' as const, words: '…', count: 3, firstAt: lastAt, lastAt }],
});
const poll: NonNullable<Source['poll']> = {
  ...{ url: null, projects: ['EMEA'], every: 'PT15M', failure: null },
  reachedAt: '2026-11-20T10:00:00Z',
  polledAt: '2026-11-20T10:00:00Z',
  nextAt: '2026-11-20T10:15:00Z',
};

describe('how a source fares', () => {
  test.each([
    ['healthy', {}, null, ''],
    ['waiting', { unmatched: 2, rejected: 1 }, null, '2 deliveries wait for a unit to be named. 1'],
    ['unheard', { lastDeliveryAt: null }, null, 'Nothing has come yet.'],
    ['unheard', { lastDeliveryAt: null }, { ...poll, polledAt: null }, 'Nothing has come yet.'],
    ['healthy', { lastDeliveryAt: null }, poll, 'It is asked; by itself'],
    ['silent', { silent: true, expectedBy: '2026-11-21T10:00:00Z' }, null, 'Nothing since'],
    ['silent', { silent: true, lastDeliveryAt: null }, null, 'Nothing ever came.'],
    [
      ...(['refused', refusedAt('2026-11-20T10:01:00Z'), null] as const),
      '3 deliveries were refused, the last on',
    ],
    ['refused', { ...refusedAt('2026-11-20T10:01:00Z'), lastDeliveryAt: null }, null, 'refused'],
    ['healthy', refusedAt('2026-11-20T09:59:00Z'), null, ''],
    ['failing', { failed: 1, silent: true }, null, '1 delivery could not be worked off. Nothing'],
    ['failing', {}, { ...poll, failure: 'The token ended.' }, 'not be asked: The token ended.'],
  ] as const)('is %s with %o', (condition, more, asked, words) => {
    const faring = faringOf({ health: { ...health, ...more }, poll: asked });
    expect(faring.condition).toBe(condition);
    expect(faring.words.join(' ')).toContain(words);
  });
});
