import { describe, expect, it } from 'vitest';
import { unitsSearch } from '../units/search.js';
import { historySearch } from './search.js';

describe('what of an address is taken', () => {
  it('of a history: types and days that are some', () => {
    expect(
      historySearch({ type: 'target.*', from: '2025-02-31x', to: '2025-12-31' }),
    ).toMatchObject({
      type: 'target.*',
      from: undefined,
      to: '2025-12-31',
    });
    expect(historySearch({ type: '<b>' }).type).toBeUndefined();
  });

  it('of the tree: keys of units, each once; none at all is something else than nothing said', () => {
    expect(unitsSearch({ open: ['emea', 'emea', 'No key', 7] }).open).toEqual(['emea']);
    expect(unitsSearch({ open: [] }).open).toEqual([]);
    expect(unitsSearch({}).open).toBeUndefined();
  });
});
