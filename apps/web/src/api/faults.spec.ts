import { expect, test } from 'vitest';
import { faultOf } from './faults.js';

const problem = (detail: string) => ({ title: 'There is no such unit', status: 404, detail });

test('what names routes of the api is not shown to people', () => {
  expect(
    faultOf(problem('There is no unit "x". GET /api/v1/units lists those there are.')),
  ).toEqual({
    ...{ title: 'There is no such unit', detail: 'There is no unit "x".', fields: [] },
    ...{ status: 404, offer: undefined },
  });
});

test('a message of nothing else stays: it is better than none', () => {
  const { detail } = faultOf(problem('GET /api/v1/units lists those there are.'));
  expect(detail).toBe('GET /api/v1/units lists those there are.');
});

test('where no answer came, what was typed is kept, and nothing is claimed of the server', () => {
  const { status, detail } = faultOf(new TypeError('Failed to fetch'));
  expect(status).toBeUndefined();
  expect(detail).toContain('No answer came');
});

test('a fault of a file says which, where several were sent', () => {
  const errors = [
    { pointer: '/', message: 'No stage.', file: 'model.yaml', line: 3 },
    { pointer: '/name', message: 'Too long.' },
  ];
  expect(faultOf({ ...problem('The model has faults.'), errors }).fields).toEqual([
    { pointer: '/', message: 'No stage.', where: 'model.yaml, line 3' },
    { pointer: '/name', message: 'Too long.' },
  ]);
});
