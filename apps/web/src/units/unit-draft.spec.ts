import { describe, expect, it } from 'vitest';
import { bodyOf, draftOf, EMPTY_DRAFT, isUnchanged, keyFor } from './unit-draft.js';

const NOW = new Date('2026-11-22T10:00:00Z');
const GERMANY = draftOf({
  unit: 'germany',
  name: 'Germany',
  kind: 'country',
  parent: 'emea',
  models: [],
  tags: ['b2c'],
  owner: { name: 'Beatriz', email: 'beatriz@example.com' },
  retired: false,
  version: 3,
});

describe('what of a unit is sent', () => {
  it('is nothing when nothing was changed', () => {
    expect(bodyOf(GERMANY, GERMANY, NOW)).toEqual({});
    expect(isUnchanged(bodyOf({ ...GERMANY, when: '2026-01' }, GERMANY, NOW))).toBe(true);
  });

  it('is what differs, with when it changed', () => {
    const moved = { ...GERMANY, parent: null, tags: ['b2c', 'pilot'], when: '2026-Q1' };
    expect(bodyOf(moved, GERMANY, NOW)).toEqual({
      parent: null,
      tags: ['b2c', 'pilot'],
      occurredAt: '2026-Q1',
    });
  });

  it('takes an owner away when both fields are emptied', () => {
    const body = bodyOf({ ...GERMANY, ownerName: ' ', ownerEmail: '' }, GERMANY, NOW);
    expect(body).toEqual({ owner: null });
  });

  it('is all that was written of a new one', () => {
    const written = { ...EMPTY_DRAFT, name: ' Germany ', kind: 'country', parent: 'emea' };
    expect(bodyOf(written, EMPTY_DRAFT, NOW)).toEqual({
      name: 'Germany',
      kind: 'country',
      parent: 'emea',
    });
  });
});

describe('a key for a name', () => {
  it.each([
    ['Europe, Middle East & Africa', 'europe-middle-east-africa'],
    ['Österreich: Straße', 'osterreich-strasse'],
    ['  ', ''],
    ['a'.repeat(80), 'a'.repeat(64)],
  ])('%j is %j', (name, key) => {
    expect(keyFor(name)).toBe(key);
  });
});
