import { z } from 'zod';

/** The `limit` of lists: 1–500, 100 when left out. */
export const Limit = z.coerce
  .number('A limit is a whole number.')
  .int('A limit is a whole number.')
  .min(1, 'A limit is at least 1.')
  .max(500, 'A limit is at most 500.')
  .default(100);

/** Where a list goes on; made by the server, opaque to clients. */
export const Cursor = z
  .string()
  .max(1000, 'Not a cursor of this list.')
  .regex(/^[A-Za-z0-9_-]+$/, 'Not a cursor of this list.');

export const page = { limit: Limit, cursor: Cursor.optional() };

/** A page of a list; `next` is the cursor of the following one, null on the last. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}

/** A flag in a query string. */
export const Flag = z
  .enum(['true', 'false'], 'true or false')
  .default('false')
  .transform((given) => given === 'true');
