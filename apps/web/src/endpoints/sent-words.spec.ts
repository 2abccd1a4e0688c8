import { describe, expect, test } from 'vitest';
import { againText, answerText } from './sent-words.js';

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
