import { z } from 'zod';
import { EXIT, Failure } from '../failure.js';

/** Arguments with these names and no others: what is not known is refused with the names there are. */
export function inputs<Shape extends z.ZodRawShape>(shape: Shape) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `There is no ${(issue['keys'] as readonly string[]).map((key) => `"${key.slice(0, 100)}"`).join(', ')}. There are: ${names}.`
        : undefined,
  });
}

/** What tools are asked with, in words for an assistant. */
export const UNIT = z
  .string()
  .max(64)
  .describe('The key of a unit, as find_units gives it: germany. Not its name');
export const MODEL = z
  .string()
  .max(64)
  .describe('The id of a maturity model: lithium. Left out: all; standings and rollup name them');
export const MILESTONE = z
  .string()
  .max(128)
  .describe('The key of a milestone, as find_milestones gives it: hub.launched');
export const LIMIT = z.int().min(1).max(100).default(20).describe('So many at most');
export const CURSOR = z
  .string()
  .max(2_000)
  .optional()
  .describe('For the next ones: what `next` of the answer before says, asked as before');

/** The day of what happened, or is supposed to. */
export const ON = z.string().max(40).optional();
export const OCCURRED_AT = z.string().max(40).optional().describe('The same as `on`');

/**
 * The day by whichever name it was given.
 * @throws Failure when both names give one, and not the same
 */
export function dayOf(given: {
  readonly on?: string | undefined;
  readonly occurredAt?: string | undefined;
}): string | undefined {
  const { on, occurredAt } = given;
  if (on !== undefined && occurredAt !== undefined && on !== occurredAt) {
    throw new Failure('`on` and `occurredAt` are two names of one day.', EXIT.usage, [
      'Leave occurredAt out.',
    ]);
  }
  return on ?? occurredAt;
}

/** For which pair of times an answer holds. */
export const TIMES = {
  asOf: z
    .string()
    .max(40)
    .optional()
    .describe('When it was true: a day (2025-01-31) or an instant; left out: now'),
  knownAt: z
    .string()
    .max(40)
    .optional()
    .describe('What had been recorded by then; left out: everything'),
};
