import { describe, expect, test } from 'vitest';
import { newId } from './new-id.js';

describe('a new id', () => {
  test('is a UUIDv7 that tells when it was made', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const made = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
    expect(made).toBeGreaterThanOrEqual(before);
  });

  test('sorts after those made before it, within a millisecond and when the clock is set back', () => {
    const now = Date.now() + 60_000;
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(index < 10_000 ? now : now - 1));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });
});
