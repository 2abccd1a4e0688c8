import { describe, expect, it } from 'vitest';
import { isFuture, parseOccurrence } from '#lib/domain';
import { Calendar } from './calendar.js';
import { tellStory } from './story.js';

const JUNE = new Calendar(Date.UTC(2026, 5));
const story = tellStory(JUNE);
const recorded = story.sittings.flatMap(({ recordedAt, drafts }) =>
  drafts.map((draft) => ({ recordedAt, draft })),
);

describe('the story of the demo', () => {
  it('is the same each time it is told, ids included', () => {
    expect(tellStory(new Calendar(Date.UTC(2026, 5)))).toEqual(story);
  });

  it('is another one for another seed', () => {
    expect(tellStory(JUNE, 'another').sittings).not.toEqual(story.sittings);
  });

  it('moves along with the month it is told in', () => {
    const later = tellStory(new Calendar(Date.UTC(2027, 1)));
    const [first, last] = [later.sittings[0], later.sittings.at(-1)];
    expect(first?.recordedAt).toBeGreaterThan(Date.UTC(2023, 1));
    expect(last?.recordedAt).toBeGreaterThan(Date.UTC(2027, 0));
    expect(last?.recordedAt).toBeLessThan(Date.UTC(2027, 1));
  });

  it.each([2024, 2025, 2026, 2027])('can be told in every month of %i', (year) => {
    for (let month = 0; month < 12; month += 1) {
      const { sittings } = tellStory(new Calendar(Date.UTC(year, month)));
      expect(Calendar.beginningAt(sittings[0]?.recordedAt ?? 0).reference).toBe(
        Date.UTC(year, month),
      );
      expect(sittings.flatMap(({ drafts }) => drafts).length).toBeGreaterThan(700);
    }
  });

  it('dates everything by days, months, quarters or years that exist and had begun when they were recorded', () => {
    const wrong = recorded.flatMap(({ recordedAt, draft: { occurredAt } }) => {
      const occurrence = parseOccurrence(occurredAt ?? '');
      const right = occurrence ? !isFuture(occurrence, recordedAt) : occurredAt === undefined;
      return right ? [] : [occurredAt];
    });
    expect(wrong).toEqual([]);
  });

  it('records forwards, each time by one author, and ends before the month it is told in', () => {
    const instants = story.sittings.map(({ recordedAt }) => recordedAt);
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
    expect(instants.at(-1)).toBeLessThan(JUNE.reference);
  });

  it('gives every event an id of its own, a UUIDv7 of the instant of recording', () => {
    const ids = recorded.map(({ draft }) => draft.id ?? '');
    expect(new Set(ids).size).toBe(ids.length);
    for (const { recordedAt, draft } of recorded) {
      expect(draft.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
      expect(Number.parseInt((draft.id ?? '').replace('-', '').slice(0, 12), 16)).toBe(recordedAt);
    }
  });

  it('names units, and events to take back, only once they are there', () => {
    const units = new Set<string | null>([null]);
    const events = new Map<string, string | null>();
    const early = recorded.filter(({ draft }) => {
      const { type, unit, data } = draft;
      const parentThere = !('parent' in data) || units.has(data.parent);
      const eventThere = !('event' in data) || events.get(data.event) === unit;
      if (type === 'unit.registered') units.add(unit);
      events.set(draft.id ?? '', unit);
      return !parentThere || !eventThere || !units.has(unit);
    });
    expect(early).toEqual([]);
  });

  it('is about fictional people at example.com', () => {
    const owners = recorded.flatMap(({ draft }) =>
      draft.type === 'unit.registered' ? (draft.data.owner ?? []) : [],
    );
    expect(owners.length).toBeGreaterThan(50);
    expect(new Set(owners.map(({ email }) => email)).size).toBe(owners.length);
    for (const { email } of owners) expect(email).toMatch(/^[a-z]+\.[a-z]+@example\.com$/);
  });
});
