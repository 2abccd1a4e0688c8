import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemOf } from './issues.js';
import { plainMessage, type ToldIssue } from './plain-messages.js';

const messageFor = (schema: z.ZodType, value: unknown) => {
  const { error } = schema.safeParse(value);
  return error?.issues.map((issue) => plainMessage(issue as ToldIssue));
};

describe('what is wrong with a request is told in plain words', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a choice', z.enum(['open', 'closed']), 'ajar', 'Choose one of open, closed.'],
    ['a fixed word', z.literal('1.0'), '2.0', 'Give 1.0.'],
    ['a missing text', z.string(), undefined, 'This is missing: give a string.'],
    ['another type', z.string(), 5, 'Give a string.'],
    ['a list', z.array(z.string()), 'a', 'Give a list.'],
    ['a whole number', z.int(), 1.5, 'Give a whole number.'],
    ['too few', z.array(z.string()).min(2), [], 'Give at least 2 of them.'],
    ['too many', z.array(z.string()).max(1), ['a', 'b'], 'Give at most 1 of them.'],
    ['too short', z.string().min(1), '', 'Give at least 1 character.'],
    ['too long', z.string().max(4000), 'x'.repeat(4001), 'Give at most 4,000 characters.'],
    ['too small', z.number().min(1), 0, 'Give at least 1.'],
    ['not above', z.number().gt(0), 0, 'Give more than 0.'],
    ['too large', z.number().max(5), 6, 'Give at most 5.'],
    ['a step', z.number().multipleOf(5), 6, 'Give a multiple of 5.'],
    ['a form', z.string().regex(/^a$/), 'b', 'It has not the form that is asked for.'],
    ['a named form', z.email(), 'b', 'It has not the form that is asked for (email).'],
    [
      'no form of several',
      z.union([z.string(), z.number()]),
      true,
      'It has none of the forms that are taken here.',
    ],
    ['anything else', z.string().refine(() => false), 'a', 'It does not fit here.'],
    ['words of our own', z.string().max(1, 'Shorter, please.'), 'ab', 'Shorter, please.'],
    [
      'words of our own for a type',
      z.coerce.number('A limit is a whole number.'),
      'x',
      'A limit is a whole number.',
    ],
  ])('%s', (_what, schema, value, message) => {
    expect(messageFor(schema, value)).toEqual([message]);
  });
});

it('a property that nobody knows is named', () => {
  const shape = z.strictObject({ occurredAt: z.string() });
  const { error } = shape.safeParse({ occurredAt: '2026', occuredAt: '2026' });
  expect(problemOf(error?.issues ?? [], '').more.errors).toEqual([
    { pointer: '/occuredAt', message: 'There is no property "occuredAt" here.' },
  ]);
});
