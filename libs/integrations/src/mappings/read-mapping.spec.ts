import { describe, expect, test } from 'vitest';
import { MappingFaults } from './mapping-faults.js';
import { readMapping } from './read-mapping.js';

const RULE = {
  id: 'done',
  when: "event == 'done'",
  unit: { key: 'payload.team' },
  record: 'achieved',
  milestone: 'hub.launched',
  occurredAt: 'payload.at',
};

function faultsOf(given: unknown, kind: Parameters<typeof readMapping>[0] = 'generic') {
  try {
    readMapping(kind, given);
    return [];
  } catch (error) {
    if (error instanceof MappingFaults) return error.faults;
    throw error;
  }
}
const faultOf = (change: object) => faultsOf([{ ...RULE, ...change }])[0];

describe('a mapping', () => {
  test('is a list of rules, which may be empty', () => {
    expect(readMapping('github', [])).toEqual([]);
    expect(readMapping('generic', [RULE]).map(({ id }) => id)).toEqual(['done']);
    expect(faultsOf({})).toMatchObject([{ pointer: '' }]);
    expect(faultsOf(['done'])).toMatchObject([{ pointer: '/0' }]);
    expect(faultsOf(Array.from({ length: 201 }, (_, at) => ({ ...RULE, id: `r${at}` })))).toEqual([
      { pointer: '', message: 'A mapping is a list of at most 200 rules.' },
    ]);
  });

  test('says all that is wrong at once, each with its place', () => {
    const faults = faultsOf([
      {
        ...RULE,
        id: 'Done!',
        when: 'event ==',
        unit: {},
        milestone: 'hub',
        occurredAt: 'event + 1',
      },
      { ...RULE, degree: 2, evidence: [{ title: "'x'", href: "'y'" }], when: "'yes'" },
      { ...RULE },
      { id: 'ready', use: 'github/issue-labelled' },
    ]);
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/0/id',
      '/0/when',
      '/0/unit',
      '/0/milestone',
      '/0/occurredAt',
      '/1/when',
      '/1/degree',
      '/1/evidence/0/href',
      '/1/evidence/0/url',
      '/2/id',
      '/3/use',
    ]);
  });
});

describe('what is wrong with a rule is said in words', () => {
  test.each([
    [{ when: undefined }, '/0/when', '`when` is missing here. Add it.'],
    [{ when: '1 +' }, '/0/when', 'This is not CEL: Unexpected token: EOF.'],
    [{ when: 'item == 1' }, '/0/when', 'Unknown variable: item.'],
    [{ when: 'event + 1 == 2' }, '/0/when', 'no such overload: string + int.'],
    [{ when: "'yes'" }, '/0/when', 'The expression gives string, where true or false goes.'],
    [{ each: 'event' }, '/0/each', 'The expression gives string, where a list goes.'],
    [{ when: 'x'.repeat(2_001) }, '/0/when', 'longer than 2000 characters'],
    [{ when: 'duration(event) > duration(event)' }, '/0/when', 'There is no function "duration"'],
    [{ when: "event.matches('(?=a)')" }, '/0/when', '"(?=a)" is no pattern of RE2'],
    [{ when: 'event.matches(event)' }, '/0/when', 'is a text written out'],
    [{ when: `event.matches('${'a'.repeat(201)}')` }, '/0/when', 'longer than 200 characters'],
    [
      { when: 'payload.all(a, payload.all(b, payload.all(c, true)))' },
      '/0/when',
      'Loops stand inside one another 3 deep here; 2 is the most.',
    ],
    [{ when: `[${'1,'.repeat(100)}1] == []` }, '/0/when', 'Exceeded maxListElements (100).'],
    [{ when: `1${' + 1'.repeat(200)} == 1` }, '/0/when', 'Exceeded maxAstNodes (300).'],
    [{ record: 'done' }, '/0/record', '`record` is one of achieved, lapsed, assessed, target.'],
    [{ record: 'assessed' }, '/0/outcome', '`no` or `not-applicable` goes here'],
    [{ record: 'target' }, '/0/due', '`due` is missing here. Add it.'],
    [{ due: 'event' }, '/0/due', '`due` belongs to a rule that records target. Take it out.'],
    [{ milestone: { cel: 'event', or: 1 } }, '/0/milestone/or', 'There is no `or` here.'],
    [{ unless: 'true' }, '/0/unless', 'There is no `unless` here. There are `id`, `when`'],
    [{ evidence: {} }, '/0/evidence', 'A list of at most 10'],
  ])('%j', (change, pointer, message) => {
    expect(faultOf(change)).toMatchObject({
      pointer,
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('what is wrong with a ready-made rule is said in words', () => {
  const used = (given: object) =>
    faultsOf([{ id: 'it', use: 'github/issue-labelled', ...given }], 'github')[0];

  test.each([
    [
      { use: 'github/nothing' },
      '/0/use',
      'There is no ready-made rule "github/nothing" for github.',
    ],
    [{ use: 'jira/epic-done' }, '/0/use', 'There are github/'],
    [{ when: 'true' }, '/0/when', 'There is no `when` here.'],
    [{ with: [] }, '/0/with', 'A map of parameters goes here.'],
    [{ with: { colour: 'red' } }, '/0/with/colour', 'no parameter `colour`. There are unit, units'],
    [{ with: { unit: 'No Key' } }, '/0/with/unit', 'Here goes a unit key'],
    [{ with: { units: { a: 'No Key' } } }, '/0/with/units', 'Here goes a table'],
    [{ use: 'github/deployment-succeeded' }, '/0/with/environments', '`environments` is missing'],
    [
      { use: 'github/release-published', with: { milestone: 'x', prereleases: 'no' } },
      '/0/with/milestone',
      'Here goes a milestone key',
    ],
  ])('%j', (given, pointer, message) => {
    expect(used(given)).toMatchObject({
      pointer,
      message: expect.stringContaining(message) as string,
    });
  });
});
