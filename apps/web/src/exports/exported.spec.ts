import { expect, test } from 'vitest';
import { addressOf } from './exported.js';

test('what narrows a table stands in its address, what is absent does not', () => {
  const query = { under: 'emea', asOf: undefined, knownAt: '2012-01-01' };
  expect(addressOf({ file: 'standings', label: 'Standings', query }, 'xlsx')).toBe(
    '/api/v1/exports/standings.xlsx?under=emea&knownAt=2012-01-01',
  );
  expect(addressOf({ file: 'log', label: 'The log' }, 'jsonl')).toBe('/api/v1/exports/log.jsonl');
});
