import { z } from 'zod';

const INSTANT = String.raw`\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})`;
const DAY = String.raw`\d{4}-\d{2}-\d{2}`;

/** When it was true in the organisation, as roughly as it is known; kept and shown as given. */
export const OccurredAt = z
  .string()
  .regex(
    new RegExp(String.raw`^(${INSTANT}|${DAY}|\d{4}-\d{2}|\d{4}-Q[1-4]|\d{4})$`),
    'Not a date: give an instant (2011-03-01T09:00:00Z), a day (2011-03-01), a month (2011-03), a quarter (2011-Q1) or a year (2011).',
  )
  .meta({
    id: 'OccurredAt',
    description:
      'An RFC 3339 instant, a day, a month (2008-12), a quarter (2008-Q4) or a year. A month, quarter or year counts from the first instant of its last day. Not in the future.',
    examples: ['2011-03-01', '2008-Q4'],
  });

/** A point in time to look from: an instant, or a day, which is its first instant in UTC. */
export const AsOf = z
  .string()
  .regex(
    new RegExp(`^(${INSTANT}|${DAY})$`),
    'Not a date: give an instant (2011-03-01T09:00:00Z) or a day (2011-03-01).',
  )
  .meta({
    description: 'An RFC 3339 instant or a day (its first instant in UTC).',
    examples: ['2011-03-01'],
  });

/** `YYYY-MM-DD`. */
export const Day = z
  .string()
  .regex(new RegExp(`^${DAY}$`), 'Not a day: give YYYY-MM-DD.')
  .meta({ description: 'A day, YYYY-MM-DD.', examples: ['2030-12-31'] });

/** An instant as answers give it, in UTC. */
export const InstantText = z.string().meta({
  id: 'Instant',
  format: 'date-time',
  description: 'An RFC 3339 instant in UTC.',
  examples: ['2011-03-01T00:00:00Z'],
});

/** What answers say of the pair of times they are for. */
export const momentShape = {
  asOf: InstantText,
  knownAt: InstantText,
  position: z
    .number()
    .int()
    .min(0)
    .meta({ description: 'The last position of the log that was known at `knownAt`.' }),
};
