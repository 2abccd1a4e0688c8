import { describe, expect, test } from 'vitest';
import { fieldsOf, freshId, labelOf, missingOf, saidOf } from './parameters.js';

const KNOWN = {
  unit: { type: 'unit', means: 'The unit.', default: null },
  units: { type: 'units', means: 'A table.', default: {} },
  prefix: { type: 'text', means: 'Before the key.', default: 'waymark:' },
  unitField: { type: 'text', means: 'A field.', default: '' },
  types: { type: 'texts', means: 'Types.', default: ['Epic'] },
  prereleases: { type: 'flag', means: 'Whether they count.', default: false },
  environments: { type: 'milestones', means: 'A table.' },
} as const;
const known = KNOWN as unknown as Parameters<typeof fieldsOf>[0];

describe('the parameters of a ready-made rule', () => {
  test('are said only where they differ from what holds anyway', () => {
    expect(saidOf(known, fieldsOf(known, {}))).toEqual({});
    const said = {
      ...{ unit: 'emea', units: { 'o/x': 'care' }, prefix: 'wm:', types: [] },
      ...{ prereleases: true, environments: { production: 'software.live' } },
    };
    expect(saidOf(known, fieldsOf(known, said))).toEqual(said);
  });

  test('leave out the rows of a table that are not whole', () => {
    const fields = {
      ...fieldsOf(known, {}),
      environments: [
        [' production ', 'software.live'] as const,
        ['', 'x.y'] as const,
        ['q', ''] as const,
      ],
    };
    expect(saidOf(known, fields)).toEqual({ environments: { production: 'software.live' } });
  });

  test('are missing where one has to be said', () => {
    expect(missingOf(known, fieldsOf(known, {}))).toEqual(['environments']);
    expect(missingOf(known, fieldsOf(known, { environments: { a: 'b.c' } }))).toEqual([]);
  });
});

test('a rule gets a name that no other has', () => {
  expect(freshId('jira/epic-done', [])).toBe('epic-done');
  expect(freshId('jira/epic-done', ['epic-done', 'epic-done-2'])).toBe('epic-done-3');
});

test.each([
  ['unit', 'Unit'],
  ['unitField', 'Unit field'],
  ['doneStatuses', 'Done statuses'],
])('%s is called %s', (name, label) => {
  expect(labelOf(name)).toBe(label);
});
