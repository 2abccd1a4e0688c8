import { describe, expect, it } from 'vitest';
import { NewerShape } from './errors.js';
import { type FoldRow, toFold } from './rows.js';
import { presentShape, type Upcasters, upcast } from './upcast.js';

/** As if `unit.retired` had once had a `why`, then a `because`. */
const UPCASTERS: Upcasters = {
  'unit.retired': [
    ({ why, ...rest }) => ({ ...rest, because: why }),
    ({ because, ...rest }) => ({ ...rest, reason: because }),
  ],
};

const row = (shape: number, body: FoldRow['data']): FoldRow => ({
  position: 1,
  id: '018df000-0000-7000-8000-000000000001',
  type: 'unit.retired',
  shape,
  unit: 'alpha',
  occurred_at: '2020',
  effective_at: Date.parse('2020-12-31'),
  recorded_at: Date.parse('2021-01-01'),
  data: body,
});

describe('events of an older shape', () => {
  it('read as if they had been written today', () => {
    const today = toFold(row(3, { reason: 'Closed' }), UPCASTERS);
    expect(toFold(row(2, { because: 'Closed' }), UPCASTERS)).toEqual(today);
    expect(toFold(row(1, { why: 'Closed' }), UPCASTERS)).toEqual(today);
    expect(presentShape('unit.retired', UPCASTERS)).toBe(3);
  });

  it('are left alone when their type never changed', () => {
    expect(upcast('unit.moved', 1, { parent: null }, UPCASTERS)).toEqual({ parent: null });
    expect(presentShape('unit.moved', UPCASTERS)).toBe(1);
  });

  it.each([
    ['unit.retired', 4],
    ['unit.moved', 2],
    ['unit.teleported', 1],
  ])('are not guessed at when %s has shape %d, which only a newer Waymark knows', (type, shape) => {
    expect(() => upcast(type as 'unit.moved', shape, {}, UPCASTERS)).toThrow(NewerShape);
  });
});
