import { z } from 'zod';

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
