import { describe, expect, test } from 'vitest';
import { dayText, occurredText } from '../time/words.js';
import {
  deedText,
  eventText,
  milestoneOf,
  reasonWords,
  recordText,
  wordsOf,
} from './event-words.js';

const titles = new Map([['coe.formed', 'Centre of excellence formed']]);
const about = { milestone: 'coe.formed' };

describe('what became of a milestone', () => {
  const cases: readonly (readonly [type: string, data: object, says: string])[] = [
    ['milestone.achieved', {}, 'happened'],
    ['milestone.achieved', { degree: 0.6 }, 'happened to 60 %'],
    ['milestone.achieved', { degree: 1 }, 'happened'],
    ['milestone.lapsed', {}, 'ended'],
    ['milestone.assessed', { outcome: 'no' }, 'looked at, not in place'],
    ['milestone.assessed', { outcome: 'not-applicable' }, 'does not apply here'],
    ['milestone.waived', {}, 'accepted without it'],
  ];

  test.each(cases)('%s %o: %s', (type, data, says) => {
    const event = { type, data: { ...data, ...about } };
    expect(deedText(event)).toBe(says);
    const first = says.charAt(0).toUpperCase();
    expect(eventText(event, titles)).toBe(`${first}${says.slice(1)}: Centre of excellence formed`);
    expect(recordText({ ...event, occurredAt: '2024-03' })).toBe(
      `${says}, ${occurredText('2024-03')}`,
    );
  });

  test('until when it is accepted is said where the event stands alone', () => {
    const event = { type: 'milestone.waived', data: { ...about, expiresOn: '2026-05-01' } };
    expect(eventText(event, titles)).toBe(
      `Accepted without it until ${dayText('2026-05-01')}: Centre of excellence formed`,
    );
    expect(deedText(event)).toBe('accepted without it');
  });

  test('is told by the key where the dictionary has no title', () => {
    const event = { type: 'milestone.lapsed', data: { milestone: 'own.thing' } };
    expect(eventText(event, titles)).toBe('Ended: own.thing');
    expect(milestoneOf(event)).toBe('own.thing');
  });
});

describe('events that are about something else', () => {
  const cases: readonly (readonly [type: string, data: object, says: string])[] = [
    ['unit.registered', { name: 'Nordics' }, 'Registered as Nordics'],
    ['unit.changed', { name: 'North', tags: [] }, 'Changed: name, tags'],
    ['unit.moved', { parent: 'emea' }, 'Moved under emea'],
    ['unit.moved', { parent: null }, 'Moved to the top'],
    ['unit.retired', {}, 'Retired'],
    ['waiver.ended', { event: 'e' }, 'A waiver was ended'],
    ['event.retracted', { event: 'e' }, 'A record was taken back'],
    ['model.adopted', { model: 'coe', version: 2 }, 'Version 2 of coe adopted'],
    ['milestone.defined', { entry: { title: 'Hub launched' } }, 'Milestone worded: Hub launched'],
    ['target.set', { ...about, target: 't', due: '2027' }, 'Target t planned for 2027'],
    ['target.moved', { target: 't', due: null }, 'Target t moved: it has no date any more'],
    ['alert.assigned', {}, 'An alert was assigned to somebody'],
    ['something.new', {}, 'something.new'],
  ];

  test.each(cases)('%s %o: %s', (type, data, says) => {
    expect(eventText({ type, data: { ...data } }, titles)).toBe(says);
  });

  test('stand in a record by what became of it', () => {
    const ended = { type: 'waiver.ended', data: {}, occurredAt: '2024' };
    expect(recordText(ended)).toBe('no longer accepted without it, 2024');
    expect(recordText({ ...ended, type: 'unit.moved' })).toBe('unit moved, 2024');
  });
});

describe('the fact behind a change', () => {
  test('is told by the title of its milestone', () => {
    expect(reasonWords({ type: 'milestone.lapsed', ...about }, titles)).toEqual({
      what: 'Centre of excellence formed',
      became: 'ended',
    });
  });

  test('of a unit that fell, what happened once counts no longer', () => {
    const fact = { type: 'milestone.achieved', ...about };
    expect(reasonWords(fact, titles).became).toBe('happened');
    expect(reasonWords(fact, titles, true).became).toBe('counts no longer; it happened');
  });

  test('says no more than is known of it', () => {
    expect(reasonWords({ type: 'milestone.assessed', ...about }, titles).became).toBe('looked at');
    expect(reasonWords({ type: 'milestone.achieved', milestone: 'own.thing' }, titles).what).toBe(
      'own.thing',
    );
    expect(reasonWords({ type: 'unit.retired' }, titles)).toEqual({
      what: 'The unit was retired',
      became: '',
    });
    expect(reasonWords({ type: 'something.new' }, titles).what).toBe('A fact of the log');
  });
});

test('what somebody wrote with an event', () => {
  expect(wordsOf({ type: 'comment.made', data: { text: 'Wait.' } })).toBe('Wait.');
  expect(wordsOf({ type: 'event.retracted', data: { reason: 'twice' } })).toBe('twice');
  expect(wordsOf({ type: 'milestone.achieved', data: { note: '' } })).toBeUndefined();
});
