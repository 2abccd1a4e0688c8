import { expect, test } from 'vitest';
import { wishOf } from './wish.js';

const NOW = new Date('2026-11-22T16:00:00Z');

test('nothing chosen means all up to now, not what comes while one looks at it', () => {
  expect(wishOf({ version: '', from: '', to: '' }, NOW)).toEqual({ to: NOW.toISOString() });
});

test('the last day is included, as far as it is over', () => {
  expect(wishOf({ version: '3', from: '2026-11-01', to: '2026-11-20' }, NOW)).toEqual({
    ...{ mappingVersion: 3, from: '2026-11-01', to: '2026-11-21T00:00:00.000Z' },
  });
  expect(wishOf({ version: '', from: '', to: '2026-11-22' }, NOW).to).toBe(NOW.toISOString());
});
