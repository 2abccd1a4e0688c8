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
    for (const { recordedAt, draft } of recorded) {
      if (draft.occurredAt === undefined) continue;
      const occurrence = parseOccurrence(draft.occurredAt);
      expect(occurrence, draft.occurredAt).toBeDefined();
      if (occurrence) expect(isFuture(occurrence, recordedAt), draft.occurredAt).toBe(false);
    }
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
    for (const { draft } of recorded) {
      if (draft.type === 'unit.registered') {
        expect(units.has(draft.data.parent), `the parent of ${draft.unit}`).toBe(true);
        units.add(draft.unit);
      }
      expect(units.has(draft.unit), draft.unit ?? '').toBe(true);
      if (draft.type === 'unit.moved') expect(units.has(draft.data.parent)).toBe(true);
      if (draft.type === 'event.retracted' || draft.type === 'waiver.ended') {
        expect(events.get(draft.data.event)).toBe(draft.unit);
      }
      events.set(draft.id ?? '', draft.unit);
    }
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
