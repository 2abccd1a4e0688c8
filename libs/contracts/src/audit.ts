import { z } from 'zod';
import { AsOf, InstantText } from './dates.js';
import { listOf, page } from './lists.js';
import { Id } from './text.js';

const AuditAction = z
  .string()
  .max(100)
  .regex(
    /^[a-z-]+(\.[a-z-]+)*(\.\*)?$/,
    'Not an action: give key.made, or key.* for all about keys.',
  )
  .meta({ description: 'An action, or with `.*` at its end all that begin so.' });

const filter = {
  from: AsOf.optional(),
  to: AsOf.optional(),
  action: AuditAction.optional(),
  actor: Id.optional(),
  outcome: z.enum(['done', 'denied']).optional(),
};

export const AuditFilterQuery = z.strictObject(filter);
export const AuditQuery = z.strictObject({ ...filter, ...page });

export const AuditEntryView = z
  .object({
    position: z
      .number()
      .int()
      .min(1)
      .meta({ description: '1, 2, 3 … in the program, without a gap but for what is over.' }),
    at: InstantText,
    action: z.string(),
    outcome: z.enum(['done', 'denied']),
    actor: z.object({
      kind: z.enum(['key', 'person', 'operator', 'unknown']),
      id: Id.nullable(),
      name: z
        .string()
        .nullable()
        .meta({ description: 'What they are called by now; null where that was erased.' }),
    }),
    from: z
      .string()
      .nullable()
      .meta({ description: 'The address the request came from; null where it was erased.' }),
    about: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: 'AuditEntry' });

export const AuditView = listOf(AuditEntryView).meta({
  id: 'Audit',
  description: 'What was done of an administrative kind and what was refused, the newest first.',
});
