import { expect, test } from 'vitest';
import { supposedOf, textOf, whatIfSearch } from './search.js';

test('an address holds what is supposed, each milestone once; what does not fit is left out', () => {
  const search = {
    achieve: ['hub.launched@2031-Q1', 'sponsor.approved', 'hub.launched', 'no key', 7, 'a.b@soon'],
    lapse: 'hub.launched',
  };
  expect(whatIfSearch(search)).toEqual({ achieve: ['hub.launched@2031-Q1', 'sponsor.approved'] });
});

test.each([
  ['hub.launched', { milestone: 'hub.launched' }],
  ['hub.launched@2031', { milestone: 'hub.launched', on: '2031' }],
  ['hub.launched@2031-03-05', { milestone: 'hub.launched', on: '2031-03-05' }],
])('%s', (text, supposed) => {
  expect(supposedOf(text)).toEqual(supposed);
  expect(textOf(supposed)).toBe(text);
});
