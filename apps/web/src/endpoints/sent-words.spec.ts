import { describe, expect, test } from 'vitest';
import { againText, answerText, soonText } from './sent-words.js';

const attempted = {
  ...{ status: 'waiting' as const, attempts: 1, answered: 500, tookMs: 3 },
  ...{ dueAt: '2026-01-01T00:01:00Z', lastAt: '2026-01-01T00:00:00Z' },
};

describe('what the last attempt came to is a whole sentence', () => {
  test.each([
    ['It answered 500: database is away', 'It answered 500: database is away.'],
    ['It answered 500: The queue is full.', 'It answered 500: The queue is full.'],
    ['It answered 500: why? ', 'It answered 500: why? '],
  ])('%s', (reason, said) => {
    expect(answerText({ ...attempted, reason })).toBe(said);
    expect(againText({ ...attempted, reason })).toMatch(/^It is tried again .*\.$/);
  });
});

test.each([
  ['2026-01-01T00:00:05Z', 'in 5 seconds'],
  ['2026-01-01T00:01:00Z', 'in 1 minute'],
  ['2026-01-01T00:30:00Z', 'in 30 minutes'],
  ['2025-12-31T23:59:59Z', 'now'],
])('within the hour the next try is told by how long it is till then: %s', (due, said) => {
  expect(soonText(due, Date.parse('2026-01-01T00:00:00Z'))).toBe(said);
});
