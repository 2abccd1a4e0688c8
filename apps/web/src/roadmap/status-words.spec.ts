import { describe, expect, test } from 'vitest';
import { dayText } from '../time/words.js';
import { byText, forecastText, slipText, standingText } from './status-words.js';

const reachedBy = { units: 1, of: 2 };

describe('how a target stands', () => {
  test('what is late says by how much', () => {
    const late = { status: 'late', due: '2031-Q1' } as const;
    expect(standingText(late, '2031-04-30')).toBe('late by 30 days');
    expect(standingText(late, '2032-03-31')).toBe('late by 12 months');
  });

  test('what is open says how long is left', () => {
    expect(standingText({ status: 'at-risk', due: '2031-03' }, '2031-03-11')).toBe(
      'at risk, 20 days left',
    );
    expect(standingText({ status: 'on-track', due: '2031-03-11' }, '2031-03-11T10:00:00Z')).toBe(
      'on track, due today',
    );
    expect(standingText({ status: 'aim', due: null }, '2031-03-11')).toBe('aim, no date');
  });

  test('what is done says when, and whether it was late', () => {
    const done = { status: 'done', achievedOn: '2031-04-10T00:00:00Z' } as const;
    expect(standingText({ ...done, due: '2031-04' }, '2032-01-01')).toBe(
      `done on ${dayText('2031-04-10')}`,
    );
    expect(standingText({ ...done, due: '2031-03' }, '2032-01-01')).toBe(
      `done on ${dayText('2031-04-10')}, 10 days late`,
    );
  });

  test('slip has its unit and its way', () => {
    expect(slipText(92)).toBe('slipped 3 months');
    expect(slipText(-10)).toBe('brought forward 10 days');
    expect(slipText(0)).toBeUndefined();
    expect(slipText(null)).toBeUndefined();
  });

  test('a rough date is in time until its end', () => {
    expect(byText('2031-Q1')).toBe('by the end of Q1 2031');
    expect(byText('2031-03-05')).toBe(`by ${dayText('2031-03-05')}`);
  });
});

describe('what is expected', () => {
  test('is a range with the number of precedents', () => {
    const forecast = { basis: 'history', precedents: 12, reachedBy } as const;
    expect(forecastText({ ...forecast, p50: '2031-01-01', p85: '2031-06-01' })).toBe(
      `expected ${dayText('2031-01-01')} to ${dayText('2031-06-01')} (12 precedents)`,
    );
    expect(forecastText({ ...forecast, p50: null, p85: null })).toBe(
      'no end in sight by what others did (12 precedents)',
    );
  });

  test('with too few precedents there is none', () => {
    expect(forecastText({ basis: 'not-enough-history', precedents: 1, reachedBy })).toBe(
      'no forecast: only 1 precedent',
    );
  });
});
