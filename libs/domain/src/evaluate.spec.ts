import { describe, expect, it } from 'vitest';
import type { AnyEvent, EventId, MaturityModel, MilestoneKey, ModelId, UnitKey } from './index.js';
import { effectiveInstant, evaluate, foldFacts, parseOccurrence, timeline } from './index.js';

const NOW = Date.UTC(2026, 0, 1);
const day = (text: string) => parseOccurrence(text)?.begins as number;

/** Builds a log from short notes, one event each. */
function log(...notes: readonly [AnyEvent['type'], string, string, object][]): AnyEvent[] {
  return notes.map(([type, unit, occurredAt, data], index) => {
    const occurrence = parseOccurrence(occurredAt);
    if (!occurrence) throw new Error(`not a date: ${occurredAt}`);
    return {
      id: `e${index + 1}` as EventId,
      position: index + 1,
      type,
      unit,
      occurredAt,
      effectiveAt: effectiveInstant(occurrence, NOW),
      recordedAt: NOW,
      data,
    } as unknown as AnyEvent;
  });
}

const milestone = (key: string, extra: object = {}) =>
  ({
    form: 'milestone',
    milestone: key as MilestoneKey,
    degree: 1,
    scope: 'self',
    ...extra,
  }) as const;

const criterion = (key: string, extra: object = {}) => ({
  id: key,
  says: key,
  when: milestone(key, extra),
  keyMove: false,
  supporting: false,
  inferred: false,
});

const ladder = {
  id: 'ladder' as ModelId,
  version: 1,
  title: 'Ladder',
  provenance: 'full',
  notes: [],
  benchmarks: [],
  references: {},
  milestones: [],
  policy: 'gates',
  stages: [
    ['start'],
    ['sponsored', criterion('sponsor.approved', { scope: 'up' })],
    ['hub', criterion('hub.launched')],
    ['integrated', criterion('crm.integrated')],
  ].map(([id, ...criteria], index) => ({
    ordinal: index + 1,
    id: id as string,
    name: id as string,
    pitfalls: [],
    inferred: false,
    needs: 'all',
    criteria,
  })),
} as unknown as MaturityModel;

const unit = 'emea' as UnitKey;
const registered = [
  'unit.registered',
  'emea',
  '2010-01-01',
  { name: 'EMEA', kind: 'region', parent: null },
] as const;

const stageAt = (events: AnyEvent[], at: string, of = unit) =>
  evaluate(ladder, new Map(), foldFacts(events), of, day(at))?.stage?.ordinal;

describe('standing on a ladder', () => {
  it('rises with its gates and says what comes next', () => {
    const events = log(
      [...registered],
      ['milestone.achieved', 'emea', '2011-03-01', { milestone: 'sponsor.approved' }],
      ['milestone.achieved', 'emea', '2012-06', { milestone: 'hub.launched' }],
    );
    expect(stageAt(events, '2010-06-01')).toBe(1);
    expect(stageAt(events, '2011-03-01')).toBe(2);
    expect(stageAt(events, '2012-06-29')).toBe(2);
    expect(stageAt(events, '2012-06-30')).toBe(3);
    const now = evaluate(ladder, new Map(), foldFacts(events), unit, NOW);
    expect(now?.since).toBe(day('2012-06-30'));
    expect(now?.next?.missing.map(({ milestones }) => milestones)).toEqual([['crm.integrated']]);
    expect(now?.met.map(({ by }) => by)).toEqual([['e2'], ['e3']]);
  });

  it('falls back when the sponsor leaves and keeps what is ahead', () => {
    const events = log(
      [...registered],
      ['milestone.achieved', 'emea', '2011', { milestone: 'sponsor.approved' }],
      ['milestone.achieved', 'emea', '2012', { milestone: 'hub.launched' }],
      ['milestone.lapsed', 'emea', '2013', { milestone: 'sponsor.approved' }],
    );
    const now = evaluate(ladder, new Map(), foldFacts(events), unit, NOW);
    expect(now?.stage?.ordinal).toBe(1);
    expect(now?.ahead.map(({ id }) => id)).toEqual(['hub']);
    expect(
      timeline(ladder, new Map(), foldFacts(events), unit).map(({ ordinal }) => ordinal),
    ).toEqual([1, 2, 3, 1]);
  });

  it('reads a sponsor from above and begins with the first fact below', () => {
    const events = log(
      [...registered],
      [
        'unit.registered',
        'france',
        '2015-01-01',
        { name: 'France', kind: 'country', parent: 'emea' },
      ],
      ['milestone.achieved', 'emea', '2012-01-01', { milestone: 'sponsor.approved' }],
      ['milestone.achieved', 'france', '2009-05-01', { milestone: 'hub.launched' }],
    );
    const france = 'france' as UnitKey;
    expect(stageAt(events, '2009-04-30', france)).toBeUndefined();
    expect(stageAt(events, '2009-05-01', france)).toBe(1);
    expect(stageAt(events, '2009-05-01')).toBe(1);
    expect(stageAt(events, '2012-01-01', france)).toBe(3);
  });

  it('counts a waiver and says so', () => {
    const events = log(
      [...registered],
      [
        'milestone.waived',
        'emea',
        '2011-01-01',
        { milestone: 'sponsor.approved', reason: 'r', expiresOn: '2011-12-31' },
      ],
    );
    const standing = evaluate(ladder, new Map(), foldFacts(events), unit, day('2011-06-01'));
    expect(standing?.stage?.ordinal).toBe(2);
    expect(standing?.met[0]).toMatchObject({ waived: true, by: ['e2'], until: day('2012-01-01') });
    expect(stageAt(events, '2012-01-01')).toBe(1);
  });

  it('forgets what was recorded in error, and remembers it when the retraction was the error', () => {
    const events = log(
      [...registered],
      ['milestone.achieved', 'emea', '2011', { milestone: 'sponsor.approved' }],
      ['event.retracted', 'emea', '2012', { event: 'e2', reason: 'wrong unit' }],
      ['event.retracted', 'emea', '2013', { event: 'e3', reason: 'right unit after all' }],
    );
    expect(stageAt(events.slice(0, 3), '2014-01-01')).toBe(1);
    expect(stageAt(events, '2012-06-01')).toBe(2);
  });

  it('has no standing while it is retired', () => {
    const events = log(
      [...registered],
      ['unit.retired', 'emea', '2012-01-01', {}],
      ['unit.reinstated', 'emea', '2014-01-01', {}],
    );
    expect([stageAt(events, '2011-12-31'), stageAt(events, '2013-01-01')]).toEqual([1, undefined]);
    expect(evaluate(ladder, new Map(), foldFacts(events), unit, NOW)?.since).toBe(
      day('2014-01-01'),
    );
  });
});
