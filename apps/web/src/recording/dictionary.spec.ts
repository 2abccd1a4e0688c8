import { expect, test } from 'vitest';
import type { Schemas } from '#lib/client';
import { findMilestones, meaningOf, withDegrees } from './dictionary.js';

const entry = (key: string, title: string, means = '', iso: readonly string[] = []) =>
  ({
    ...{ key, title, means, impliedBy: [], dependsOn: [], inferred: false },
    references: { iso: [...iso] },
  }) satisfies Schemas['Milestone'];

const dictionary = [
  entry('executives.engaged', 'Executives engaged', 'Top executives sponsor the change.'),
  entry('internal-sponsor.approved', 'Sponsor for the internal effort approved'),
  entry('sponsor.approved', 'Management sponsor approved', 'A senior manager has a budget.'),
  entry('hub.launched', 'Social hub launched', 'One place.', ['A.5.1']),
];
const keys = (text: string) => findMilestones(dictionary, text).map(({ key }) => key);

test('milestones are found by the beginnings of words, titles before what they mean', () => {
  expect(keys('spon')).toEqual([
    'sponsor.approved',
    'internal-sponsor.approved',
    'executives.engaged',
  ]);
  expect(keys('sponsor app')[0]).toBe('sponsor.approved');
  expect(keys('man spo')).toEqual(['sponsor.approved']);
  expect(keys('hub.la')).toEqual(['hub.launched']);
  expect(keys('a 5 1')).toContain('hub.launched');
  expect(keys('ponsor')).toEqual([]);
  expect(keys(' ')).toHaveLength(4);
});

test('a milestone has degrees where some model asks for one, or scores it', () => {
  const criterion = (id: string, when: unknown, ...milestones: readonly string[]) => ({
    ...{ id, when, says: id, milestones: [...milestones] },
    ...{ keyMove: false, supporting: false, inferred: false },
  });
  const model = (policy: 'gates' | 'scored', criteria: readonly ReturnType<typeof criterion>[]) =>
    ({ policy, dimensions: [], stages: [{ criteria }], items: criteria }) as unknown;
  const any = { any: [{ milestone: 'half.done', degree: 0.5 }, { milestone: 'whole.done' }] };
  const models = [
    model('gates', [criterion('a', any, 'half.done', 'whole.done')]),
    model('scored', [criterion('b', undefined, 'scored.item')]),
  ] as readonly Schemas['Model'][];
  expect([...withDegrees(models)].sort()).toEqual(['half.done', 'scored.item']);
});

test('a meaning calls other milestones by their titles', () => {
  const one = entry('coe.formed', 'Centre formed', 'No `hub.launched`, and no `other.thing`.');
  expect(meaningOf(one, dictionary)).toBe('No “Social hub launched”, and no other.thing.');
});
