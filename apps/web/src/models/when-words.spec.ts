import { describe, expect, test } from 'vitest';
import { durationText, whenText } from './when-words.js';

const TITLES = new Map([
  ['sponsor.approved', 'Sponsor approved'],
  ['coe.formed', 'Centre of excellence formed'],
]);

describe('what a criterion asks, in words', () => {
  test.each([
    [{ milestone: 'sponsor.approved' }, 'Sponsor approved'],
    [{ milestone: 'not.known' }, 'not.known'],
    [
      { milestone: 'coe.formed', degree: 0.5, heldFor: 'P6M', scope: 'up' },
      'Centre of excellence formed, to 50 % at least, for 6 months, here or in a unit above',
    ],
    [
      {
        all: [
          { milestone: 'sponsor.approved' },
          { any: [{ milestone: 'coe.formed' }, { milestone: 'sponsor.approved', within: 'P1Y' }] },
        ],
      },
      'Sponsor approved and (Centre of excellence formed or Sponsor approved, looked at within 1 year)',
    ],
    [
      { units: { of: 'children', kind: 'region', atLeast: 2, meet: { milestone: 'coe.formed' } } },
      'at least 2 of the region units directly below: Centre of excellence formed',
    ],
    [
      { atLeast: { count: 1, of: [{ milestone: 'coe.formed' }, { milestone: 'x.y' }] } },
      'at least 1 of: Centre of excellence formed; x.y',
    ],
  ])('%j', (when, text) => {
    expect(whenText(when, TITLES)).toBe(text);
  });

  test.each([
    ['P1Y', '1 year'],
    ['P1Y6M', '1 year 6 months'],
    ['P90D', '90 days'],
    ['PT30M', '30 minutes'],
  ])('%s is %s', (duration, text) => {
    expect(durationText(duration)).toBe(text);
  });
});
