import { describe, expect, it } from 'vitest';
import { parseDue, parseOccurrence, stageOf } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { builtIns } from '#lib/catalogue';
import { Calendar } from './calendar.js';
import { tellStory } from './story.js';

const DAY = 86_400_000;
const { reference, sittings } = tellStory(new Calendar(Date.UTC(2026, 5)));
const recorded = sittings.flatMap(({ recordedAt, drafts }) =>
  drafts.map((draft) => ({ recordedAt, draft })),
);
const drafts = recorded.map(({ draft }) => draft);

function ofType<T extends EventDraft['type']>(type: T) {
  return drafts.filter((draft) => draft.type === type) as Extract<EventDraft, { type: T }>[];
}

const units = new Map(ofType('unit.registered').map((draft) => [draft.unit as string, draft.data]));
const levelOf = (unit: string): number => {
  const parent = units.get(unit)?.parent ?? null;
  return parent === null ? 1 : levelOf(parent) + 1;
};

describe('what the story of the demo holds', () => {
  it('has 55 to 70 units in four levels, of many kinds', () => {
    expect(units.size).toBeGreaterThanOrEqual(55);
    expect(units.size).toBeLessThanOrEqual(70);
    expect(new Set([...units.keys()].map(levelOf))).toEqual(new Set([1, 2, 3, 4]));
    expect(new Set([...units.values()].map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
  });

  it('has more than 700 events in four years, and milestones and models that exist', () => {
    expect(drafts.length).toBeGreaterThan(700);
    const { dictionary, models } = builtIns(undefined);
    const named = drafts.flatMap(({ data }) => ('milestone' in data ? [data.milestone] : []));
    expect(named.filter((milestone) => !dictionary.has(milestone))).toEqual([]);
    const known = new Set(models.map(({ id }) => id));
    for (const { models: followed = [] } of units.values()) {
      for (const model of followed) expect(known.has(model), model).toBe(true);
    }
  });

  it('has units that follow each of the partial models', () => {
    const followed = new Set([...units.values()].flatMap(({ models = [] }) => models));
    const partial = builtIns(undefined).models.filter(({ provenance }) => provenance === 'partial');
    for (const { id } of partial) expect(followed.has(id), id).toBe(true);
  });

  it('has sponsors who leave, some for good, and some who come back', () => {
    const sponsors = drafts.filter(
      ({ data }) => 'milestone' in data && data.milestone === 'sponsor.approved',
    );
    const lastOf = new Map(sponsors.map((draft) => [draft.unit, draft.type]));
    expect(lastOf.get('motor-insurance' as never)).toBe('milestone.lapsed');
    expect(lastOf.get('americas' as never)).toBe('milestone.achieved');
    const left = sponsors.filter(({ type }) => type === 'milestone.lapsed');
    expect(left.map(({ unit }) => unit)).toEqual(expect.arrayContaining(['americas', 'apac']));
  });

  it('has a centre of excellence, formed early, below which nothing is ever delegated', () => {
    const below = (unit: string): boolean => {
      const parent = units.get(unit)?.parent ?? null;
      return unit === 'emea' || (parent !== null && below(parent));
    };
    const reached = ofType('milestone.achieved').filter(({ unit }) => below(unit ?? ''));
    const keys = reached.map(({ data }) => data.milestone as string);
    expect(keys).toContain('coe.formed');
    expect(keys).not.toContain('operations.delegated');
  });

  it('has entries that were taken back, put right, and taken back in error', () => {
    const retractions = ofType('event.retracted');
    expect(retractions.length).toBeGreaterThanOrEqual(15);
    const ids = new Set(retractions.map(({ id }) => id));
    expect(retractions.some(({ data }) => ids.has(data.event))).toBe(true);
    const corrections = sittings.flatMap((sitting) =>
      sitting.drafts.filter((draft, index) => {
        const next = sitting.drafts[index + 1];
        return draft.type === 'event.retracted' && next?.type === 'milestone.achieved';
      }),
    );
    expect(corrections.length).toBeGreaterThanOrEqual(5);
  });

  it('has things assessed as not in place, and things that do not apply', () => {
    const outcomes = ofType('milestone.assessed').map(({ data }) => data.outcome);
    expect(outcomes.filter((outcome) => outcome === 'no').length).toBeGreaterThan(20);
    expect(outcomes.filter((outcome) => outcome === 'not-applicable').length).toBeGreaterThan(10);
  });

  it('has waivers: one over, one ended early, one without an end, some that end soon', () => {
    const waivers = ofType('milestone.waived');
    const ends = waivers.map(({ data }) => data.expiresOn && Date.parse(data.expiresOn));
    expect(ends.some((end) => end && end < reference)).toBe(true);
    expect(ends.some((end) => end === undefined)).toBe(true);
    const soon = ends.filter((end) => end && end > reference && end < reference + 45 * DAY);
    expect(soon.length).toBeGreaterThanOrEqual(2);
    const [end] = ofType('waiver.ended');
    expect(waivers.map(({ id }) => id)).toContain(end?.data.event);
  });

  it('has degrees, notes, evidence, and facts that came from a tool', () => {
    const reached = ofType('milestone.achieved');
    expect(reached.filter(({ data }) => data.degree).length).toBeGreaterThan(10);
    expect(reached.filter(({ data }) => data.note).length).toBeGreaterThan(100);
    expect(reached.filter(({ source }) => source).length).toBeGreaterThanOrEqual(3);
    const links = reached.flatMap(({ data }) => data.evidence ?? []);
    expect(links.length).toBeGreaterThan(100);
    const hosts = new Set(links.map(({ url }) => new URL(url).hostname));
    expect(hosts).toEqual(new Set(['intranet.example.com', 'econsultancy.com']));
  });

  it('has dates as rough as a month, a quarter and a year', () => {
    const precisions = new Set(
      drafts.flatMap(({ occurredAt }) => parseOccurrence(occurredAt ?? '')?.precision ?? []),
    );
    expect(precisions).toEqual(new Set(['instant', 'day', 'month', 'quarter', 'year']));
  });

  it('is recorded days to weeks later as a rule, and now and then months later', () => {
    const lags = recorded
      .filter(({ draft }) => draft.type === 'milestone.achieved' && draft.occurredAt)
      .map(({ recordedAt, draft }) => {
        return (recordedAt - (parseOccurrence(draft.occurredAt ?? '')?.counts ?? 0)) / DAY;
      })
      .sort((a, b) => a - b);
    const median = lags[Math.floor(lags.length / 2)];
    expect(median).toBeGreaterThan(3);
    expect(median).toBeLessThan(45);
    expect(lags.filter((days) => days > 90).length).toBeGreaterThan(30);
  });

  it('has units that move, close, come back, change, and join late', () => {
    expect(ofType('unit.moved').length).toBeGreaterThanOrEqual(2);
    expect(ofType('unit.retired').map(({ unit }) => unit)).toContain('mexico-support');
    expect(ofType('unit.reinstated').map(({ unit }) => unit)).toEqual(['nordics-stores']);
    expect(ofType('unit.changed').length).toBeGreaterThan(5);
    const joined = recorded.filter(({ draft }) => draft.type === 'unit.registered');
    const begin = joined[0]?.recordedAt ?? 0;
    expect(joined.some(({ recordedAt }) => recordedAt > begin + 365 * DAY)).toBe(true);
  });

  it('has hubs that open late, and one that is not left alone right now', () => {
    const reached = ofType('milestone.achieved');
    const monthsBefore = (unit: string, milestone: string) => {
      const found = reached.find((one) => one.unit === unit && one.data.milestone === milestone);
      const counts = parseOccurrence(found?.occurredAt ?? '')?.counts;
      return counts === undefined ? Number.NaN : (reference - counts) / (30.44 * DAY);
    };
    const hub = 'hub.launched';
    expect(monthsBefore('germany', hub) - monthsBefore('united-kingdom', hub)).toBeGreaterThan(12);
    expect(monthsBefore('smart-home-community', hub)).toBeLessThan(2);
    expect(monthsBefore('smart-home-community', 'crm.integrated')).toBeLessThan(1);
  });

  it('claims late milestones without evidence in a unit that lacks the early ones', () => {
    const claimed = ofType('milestone.achieved').filter(({ unit }) => unit === 'middle-east');
    const late = claimed.filter(({ data }) => data.milestone === 'culture.holistic');
    expect(late).toHaveLength(1);
    expect(late[0]?.data.evidence).toBeUndefined();
    expect(claimed.map(({ data }) => data.milestone as string)).not.toContain('coe.formed');
  });

  it('has a roadmap of 60 to 100 targets of every kind, many of them put off, some dropped', () => {
    const targets = new Map<string, { kind: string; dates: number }>();
    for (const { unit, data } of ofType('target.set')) {
      const name = `${unit} ${data.target}`;
      if (!targets.has(name)) {
        targets.set(name, { kind: data.goal.kind, dates: data.due === undefined ? 0 : 1 });
      }
    }
    for (const { unit, data } of ofType('target.moved')) {
      const target = targets.get(`${unit} ${data.target}`);
      expect(target, `${unit} ${data.target}`).toBeDefined();
      if (target) target.dates++;
    }
    expect(targets.size).toBeGreaterThanOrEqual(60);
    expect(targets.size).toBeLessThanOrEqual(100);
    const all = [...targets.values()];
    const kinds = new Set(all.map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['milestone', 'stage', 'level', 'share']));
    expect(all.filter(({ dates }) => dates === 0).length).toBeGreaterThanOrEqual(4);
    expect(all.filter(({ dates }) => dates === 2).length).toBeGreaterThanOrEqual(15);
    expect(all.filter(({ dates }) => dates === 3).length).toBeGreaterThanOrEqual(3);
    expect(ofType('target.dropped').length).toBeGreaterThanOrEqual(2);
  });

  it('wants only what the models and the dictionary have, by dates that exist', () => {
    const { dictionary, models } = builtIns(undefined);
    for (const { data } of ofType('target.set')) {
      const { goal, due } = data;
      if (due !== undefined) expect(parseDue(due), due).toBeDefined();
      if (goal.kind === 'milestone') {
        expect(dictionary.has(goal.milestone), goal.milestone).toBe(true);
        continue;
      }
      const model = models.find(({ id }) => id === goal.model);
      if (goal.kind === 'level') expect(model).toMatchObject({ policy: 'dimensions' });
      else expect(model && stageOf(model, goal.stage), `${goal.model} ${goal.stage}`).toBeDefined();
    }
    for (const { data } of ofType('target.moved')) {
      if (data.due !== null) expect(parseDue(data.due), data.due).toBeDefined();
    }
  });

  it('tells of real companies only what the sources tell', () => {
    const real = [...units].filter(([, { tags }]) => tags?.includes('real')).map(([unit]) => unit);
    expect(real).toEqual(['real-cases', 'best-buy', 'hp']);
    const facts = drafts.filter(
      ({ unit, type }) => real.includes(unit ?? '') && type !== 'unit.registered',
    );
    const told = facts.map(({ unit, occurredAt, data }) => [
      unit,
      'milestone' in data && data.milestone,
      occurredAt,
    ]);
    expect(told).toEqual([
      ['best-buy', 'listening.started', '2012-06-11'],
      ['best-buy', 'private-responses.approved', '2012-06-11'],
      ['best-buy', 'public-responses.approved', '2012-06-11'],
      ['hp', 'hub.launched', '2008-Q4'],
    ]);
    for (const { data } of facts) expect('note' in data && data.note).toMatch(/11 June 2012/);
  });
});
