import { expect, test } from 'vitest';
import { emptyRow, isFilled, isTouched, type LogRow, readRow } from './log-row.js';

const reader = { now: new Date(2026, 10, 22, 12), locale: 'en-GB' };
const row = (given: Partial<LogRow>): LogRow => ({
  ...emptyRow('1', 'March 2024', 'hub.launched'),
  ...given,
});
const read = (given: Partial<LogRow>, degrees = false) => readRow(row(given), reader, degrees);

test('a line becomes the fact that is sent', () => {
  expect(read({})).toEqual({
    ...{ ok: true, future: false },
    fact: { kind: 'achieved', body: { milestone: 'hub.launched', occurredAt: '2024-03' } },
  });
  expect(read({ saying: 'no', note: ' Not yet. ' })).toMatchObject({
    fact: { kind: 'assessed', body: { outcome: 'no', note: 'Not yet.' } },
  });
  expect(read({ saying: 'lapsed', note: 'Closed.' })).toMatchObject({
    fact: { kind: 'lapsed', body: { reason: 'Closed.' } },
  });
});

test('evidence without a title is called by its host, empty lines are left out', () => {
  const evidence = [
    { id: 'a', title: '', url: 'https://intranet.example.com/minutes' },
    { id: 'b', title: ' ', url: '' },
  ];
  expect(read({ evidence })).toMatchObject({
    fact: {
      body: {
        evidence: [{ title: 'intranet.example.com', url: 'https://intranet.example.com/minutes' }],
      },
    },
  });
  expect(read({ evidence: [{ id: 'c', title: 'Minutes', url: 'minutes.pdf' }] })).toMatchObject({
    ok: false,
    faults: { evidence: expect.stringContaining('http') },
  });
});

test('a degree is sent where the milestone has degrees', () => {
  expect(read({ degree: '50' }, true)).toMatchObject({ fact: { body: { degree: 0.5 } } });
  const whole = read({ degree: '50' });
  expect(whole.ok && whole.fact.body).not.toHaveProperty('degree');
  expect(read({ degree: '120' }, true)).toMatchObject({ ok: false });
});

test('says what is missing, and knows the future', () => {
  expect(read({ milestone: null, when: 'soon' })).toMatchObject({
    ok: false,
    faults: { milestone: 'Choose a milestone.', when: expect.stringContaining('quarter') },
  });
  expect(read({ when: '2031-Q1' })).toMatchObject({ ok: true, future: true });
});

test('what is saved would not be missed', () => {
  expect(isTouched(row({ offered: false }))).toBe(true);
  expect(isTouched(row({ milestone: null }))).toBe(false);
  expect(isTouched(row({ offered: false, state: { is: 'saved' } }))).toBe(false);
});

test('what a press began says something, but nobody typed it', () => {
  expect(isFilled(row({}))).toBe(true);
  expect(isTouched(row({}))).toBe(false);
});
