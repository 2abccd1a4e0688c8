import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from '../kit/event-words.js';
import {
  EVENT_GROUPS,
  type EventGroup,
  eventsText,
  isChosen,
  withGroup,
  withType,
} from './events.js';

const named = (title: string): EventGroup => {
  const found = EVENT_GROUPS.find((group) => group.title === title);
  if (!found) throw new Error(title);
  return found;
};

describe('what a subscription is told', () => {
  it('has words for every type of the log', () => {
    const types = EVENT_GROUPS.flatMap((group) => group.types.map(({ type }) => type));
    expect(EVENT_TYPES.filter((type) => !types.includes(type))).toEqual([]);
  });

  it('is said by groups where they are whole', () => {
    expect(eventsText(['*'])).toBe('Everything');
    expect(eventsText(['milestone.*', 'standing.changed'])).toBe(
      'Everything about milestones · A unit rose or fell in a maturity model',
    );
    expect(eventsText(['made.up'])).toBe('made.up');
  });

  it('is chosen by its group, by its own, and by everything', () => {
    expect(isChosen(['alert.*'], 'alert.opened')).toBe(true);
    expect(isChosen(['alert.*'], 'alerts')).toBe(false);
    expect(isChosen(['*'], 'unit.moved')).toBe(true);
    expect(isChosen(['unit.moved'], 'unit.merged')).toBe(false);
  });

  it('takes a group as a whole, so that what is to come is told too', () => {
    expect(withGroup(['target.set', 'unit.moved'], named('Targets'), true)).toEqual([
      'unit.moved',
      'target.*',
    ]);
    expect(withGroup(['target.*', 'unit.moved'], named('Targets'), false)).toEqual(['unit.moved']);
    expect(withGroup([], named('Corrections'), true)).toEqual(['event.retracted', 'waiver.ended']);
  });

  it('leaves the others of a group when one is taken out', () => {
    expect(withType(['target.*'], named('Targets'), 'target.moved', false)).toEqual([
      'target.set',
      'target.late',
      'target.dropped',
    ]);
    expect(withType(['target.set'], named('Targets'), 'target.moved', true)).toEqual([
      'target.set',
      'target.moved',
    ]);
  });
});
