import { expect, test } from 'vitest';
import { knownAmong } from './register.js';

const units = ['nordics', 'sweden', 'norway'].map((unit) => ({
  unit,
  name: unit,
  kind: 'country',
}));
const conflict = (...pointers: readonly string[]) => ({
  ...{ title: 'There are such units already', status: 409, detail: 'Nothing was added.' },
  errors: pointers.map((pointer) => ({ pointer, message: 'There already.' })),
});

test('tells which of several units are there already', () => {
  expect([...knownAmong(conflict('/units/0/unit', '/units/2/unit'), units)]).toEqual([
    'nordics',
    'norway',
  ]);
});

test('tells none where something else was wrong, or nothing was', () => {
  expect(knownAmong({ ...conflict('/units/0/unit'), status: 422 }, units).size).toBe(0);
  expect(knownAmong(conflict('/units/0/parent', '/units/7/unit'), units).size).toBe(0);
  expect(knownAmong(null, units).size).toBe(0);
});
