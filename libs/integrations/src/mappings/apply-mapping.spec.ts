import { describe, expect, test } from 'vitest';
import { applyMapping } from './apply-mapping.js';
import { readMapping } from './read-mapping.js';

const RULE = {
  id: 'done',
  when: 'payload.done',
  unit: { key: 'payload.team' },
  record: 'achieved',
  milestone: { cel: 'payload.milestone' },
  occurredAt: 'payload.at',
};
const SENT = { done: true, team: 'emea', milestone: 'hub.launched', at: '2026-03-01' };

function read(change: object, payload: unknown) {
  const rules = readMapping('generic', [{ ...RULE, ...change }]);
  return applyMapping(rules, {
    ...{ kind: 'generic', event: 'x', headers: { 'x-team': 'apac' }, payload },
    receivedAt: Date.parse('2026-03-02T00:00:00Z'),
  });
}
const factOf = (change: object, more: object = {}) =>
  read(change, { ...SENT, ...more }).findings[0]?.fact;

test('a rule that applies tells a fact', () => {
  expect(read({}, SENT)).toEqual({
    findings: [
      {
        rule: 'done',
        unit: { key: 'emea' },
        fact: { kind: 'achieved', data: { milestone: 'hub.launched', occurredAt: '2026-03-01' } },
      },
    ],
    remarks: [],
  });
});

test('several facts of one delivery are told once each', () => {
  const each = { each: 'payload.teams', unit: { key: 'item' } };
  const { findings } = read(each, { ...SENT, teams: ['emea', 'apac', 'emea'] });
  expect(findings.map(({ unit }) => unit)).toEqual([{ key: 'emea' }, { key: 'apac' }]);
});

test('what can be no key waits for a person as a name does', () => {
  expect(read({}, { ...SENT, team: 'Brasil' }).findings[0]?.unit).toEqual({ external: 'Brasil' });
});

test('headers and the time of receiving can be asked for', () => {
  const { findings } = read({ unit: { key: "headers['x-team']" }, occurredAt: 'received' }, SENT);
  expect(findings).toMatchObject([
    { unit: { key: 'apac' }, fact: { data: { occurredAt: '2026-03-02T00:00:00.000Z' } } },
  ]);
});

test('each kind of fact takes what belongs to it', () => {
  const evidence = [
    { title: "'Page'", url: "'https://example.com/1'" },
    { title: "'Script'", url: "'javascript:alert(1)'" },
    { title: 'payload.nothing', url: "'https://example.com/2'" },
    { title: "'Lost'", url: 'payload.nothing' },
  ];
  expect(factOf({ degree: 0.5, note: "'Half\u0000 of it'", evidence })?.data).toMatchObject({
    degree: 0.5,
    note: 'Half of it',
    evidence: [
      { title: 'Page', url: 'https://example.com/1' },
      { title: 'https://example.com/2', url: 'https://example.com/2' },
    ],
  });
  expect(factOf({ record: 'lapsed', note: "'Gone'" })).toEqual({
    kind: 'lapsed',
    data: { milestone: 'hub.launched', occurredAt: '2026-03-01', reason: 'Gone' },
  });
  expect(factOf({ record: 'assessed', outcome: { cel: "'no'" } })).toMatchObject({
    kind: 'assessed',
    data: { outcome: 'no' },
  });
  expect(factOf({ record: 'target', due: "'2026-Q4'" })).toMatchObject({
    kind: 'target',
    data: { due: '2026-Q4' },
  });
});

describe('a rule that comes to nothing says why', () => {
  test.each([
    [{}, { done: false }, 'No rule applies to "x".'],
    [{}, { done: 'yes' }, 'has a `when` that gives neither true nor false for what was sent.'],
    [{ when: 'payload.no.way' }, {}, 'found no no in what was sent.'],
    [{ when: 'payload.team > 1' }, {}, 'does not fit: no such overload'],
    [{ each: 'payload.team' }, {}, 'has an `each` that gives no list for what was sent.'],
    [{ when: "event == 'x' && payload.done" }, { done: false }, 'its condition is not met.'],
    [{ each: 'payload.teams' }, { teams: [] }, 'found nothing of what it looks for.'],
    [{}, { team: null }, 'found no unit.'],
    [{}, { milestone: 'hub' }, 'found "hub", which is no milestone key.'],
    [{}, { milestone: ['a.b'] }, 'found a list or map, which is no milestone key.'],
    [{}, { at: '31/12/2025' }, 'found no date of when it happened.'],
    [{}, { at: null }, 'found no date of when it happened.'],
    [{ degree: { cel: 'payload.share' } }, { share: 2 }, 'found the degree 2, which is no number'],
    [
      { record: 'assessed', outcome: { cel: 'payload.team' } },
      {},
      'neither no nor not-applicable.',
    ],
    [{ record: 'target', due: 'payload.due' }, { due: 'soon' }, 'found no due date.'],
  ])('%j of %j: %s', (change, more, why) => {
    const { findings, ignored } = read(change, { ...SENT, ...more });
    expect(findings).toEqual([]);
    expect(ignored).toContain(why);
  });

  test('and stands in no other rule’s way', () => {
    const rules = readMapping('generic', [
      { ...RULE, id: 'broken', milestone: { cel: "'hub'" } },
      RULE,
    ]);
    const sent = {
      kind: 'generic',
      event: 'x',
      headers: {},
      payload: SENT,
      receivedAt: 0,
    } as const;
    const { findings, remarks, ignored } = applyMapping(rules, sent);
    expect(findings.map(({ rule }) => rule)).toEqual(['done']);
    expect(remarks).toEqual(['The rule "broken" found "hub", which is no milestone key.']);
    expect(ignored).toBeUndefined();
  });
});
