import { describe, expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import {
  choicesFor,
  formOf,
  readStraight,
  type Straight,
  type StraightForm,
} from './straight-choices.js';

const event = (type: string, data: Schemas['Event']['data'] = {}): Schemas['Event'] => ({
  ...{ id: 'e1', position: 1, type, unit: 'emea', occurredAt: '2024-03', source: 'api' },
  ...{ effectiveAt: '2024-03-31T00:00:00Z', recordedAt: '2024-04-01T00:00:00Z', actor: 'Ada' },
  data: { milestone: 'hub.launched', ...data },
});
const reader = { now: new Date(2026, 10, 22, 12), locale: 'en-GB' };
const read = (
  straight: Straight,
  about: Schemas['Event'] | undefined,
  form: Partial<StraightForm> = {},
) =>
  readStraight(
    straight,
    { ...formOf(about), ...form },
    { event: about, milestone: 'hub.launched', reader },
  );
const labels = (type?: string) =>
  choicesFor(type ? event(type) : undefined).map(({ label }) => label);

test('what can be said of a milestone that happened, in plain words', () => {
  expect(labels('milestone.achieved').slice(0, 5)).toEqual([
    'It ended',
    'It never happened',
    'The date was different',
    'It does not apply here',
    'Accepted without it',
  ]);
  expect(labels()).toEqual(['It does not apply here', 'Accepted without it']);
  expect(labels('unit.moved')).toEqual(['It never happened', 'The date was different']);
});

describe('each answer becomes one fact', () => {
  const achieved = event('milestone.achieved', { note: 'Old.' });
  const why = { reason: ' The minutes say so. ' };
  const reason = 'The minutes say so.';
  const milestone = 'hub.launched';
  test.each([
    ['ended', { when: '2025-Q1' }, { kind: 'lapsed', body: { milestone, occurredAt: '2025-Q1' } }],
    ['never', why, { kind: 'retracted', body: { event: 'e1', reason } }],
    [
      'date',
      { ...why, when: 'May 2023' },
      { kind: 'corrected', body: { event: 'e1', reason, occurredAt: '2023-05' } },
    ],
    [
      'waived',
      { ...why, when: '2026-01-01', until: '2027' },
      {
        kind: 'waived',
        body: { milestone, reason, occurredAt: '2026-01-01', expiresOn: '2027-12-31' },
      },
    ],
    [
      'other',
      { ...why, note: '', degree: '50' },
      { kind: 'corrected', body: { event: 'e1', reason, note: null, degree: 0.5 } },
    ],
  ] as const)('%s', (straight, form, fact) => {
    expect(read(straight, achieved, form)).toEqual({ ok: true, fact });
  });

  test('it does not apply here, with or without a note', () => {
    expect(read('not-applicable', undefined, { when: '2026' })).toMatchObject({
      fact: { kind: 'assessed', body: { outcome: 'not-applicable', occurredAt: '2026' } },
    });
  });

  test('a waiver ends, or has another last day', () => {
    const waived = event('milestone.waived', { reason: 'x', expiresOn: '2026-12-31' });
    expect(read('ended', waived, { ...why, when: '2026-11-01' })).toEqual({
      ok: true,
      fact: { kind: 'waiver-ended', event: 'e1', body: { reason, occurredAt: '2026-11-01' } },
    });
    expect(read('until', waived, { ...why, until: '' })).toMatchObject({
      fact: { kind: 'corrected', body: { expiresOn: null } },
    });
  });
});

test('says what is missing', () => {
  const achieved = event('milestone.achieved');
  expect(read('never', achieved)).toMatchObject({ faults: { reason: expect.any(String) } });
  expect(read('date', achieved, { reason: 'x', when: '2031' })).toMatchObject({
    faults: { when: 'This date lies in the future.' },
  });
  expect(read('other', achieved, { reason: 'x' })).toMatchObject({
    faults: { note: 'Change what was different.' },
  });
});
