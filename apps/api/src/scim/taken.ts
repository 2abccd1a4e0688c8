import type { z } from 'zod';
import { problemOf } from '../http/issues.js';

/** What a schema makes of a body, or of a part of one. @throws HttpProblem `malformed`, `invalid` */
export function taken<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given ?? undefined);
  if (parsed.success) return parsed.data;
  throw problemOf(parsed.error.issues, '');
}
