import { describe, expect, test } from 'vitest';
import { likest, wordsOf } from './guess.js';

const UNITS = [
  { unit: 'germany', name: 'Germany' },
  { unit: 'usa', name: 'USA' },
  { unit: 'motor-insurance', name: 'Motor insurance' },
  { unit: 'emea-support', name: 'EMEA Support' },
  { unit: 'zurich', name: 'Zürich' },
  { unit: 'quillhaven', name: 'Quillhaven Group' },
];

describe('a guess at the unit that is meant', () => {
  test.each([
    ['octo-org/motor-insurance', 'motor-insurance'],
    ['Motor Insurance', 'motor-insurance'],
    ['octo-org/germany-care', 'germany'],
    ['acme\\Support EMEA', 'emea-support'],
    ['ZURICH', 'zurich'],
    ['octo-org/usa', 'usa'],
    ['quillhaven/motor-insurance/', 'motor-insurance'],
    ['emea/support', 'emea-support'],
    ['github/quillhaven', 'quillhaven'],
  ])('%s', (external, unit) => {
    expect(likest(external, UNITS)?.unit).toBe(unit);
  });

  test.each(['octo-org/gadgets', 'quillhaven/checkout', 'germany/api', '12345', ''])(
    'is none for “%s”',
    (external) => {
      expect(likest(external, UNITS)).toBeUndefined();
    },
  );
});

test('what is sought are the words of a name, the last part first', () => {
  expect(wordsOf('octo-org/germany-care')).toEqual(['germany', 'care', 'octo']);
  expect(wordsOf('The Team / EMEA')).toEqual(['emea']);
});
