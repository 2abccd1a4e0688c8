import { z } from 'zod';
import { DurationText } from './catalogue.js';
import { InstantText } from './dates.js';
import { page } from './lists.js';
import { Id, text, UnitKeyText } from './text.js';

export const SubscriptionNameText = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'A subscription is named with lower-case letters, digits and "-", at most 64, and does not begin with "-".',
  )
  .meta({
    id: 'SubscriptionName',
    description: 'Chosen by the client: lower-case letters, digits, "-", at most 64.',
    examples: ['board-room'],
  });

const Secret = z.string().max(128, 'A secret has at most 64 bytes.').meta({
  description: 'After the Standard Webhooks specification: whsec_ and 24 to 64 bytes in base64.',
});

export const PutSubscription = z
  .strictObject({
    url: text(2000).optional(),
    events: z.array(text(64)).min(1, 'Name what is to be told.').max(50),
    under: UnitKeyText.nullable().optional(),
    secret: Secret.optional(),
  })
  .meta({
    id: 'PutSubscription',
    description:
      '`url` and `secret` are never shown again; a new subscription needs both, later ones stay when left out. Of another `secret`, the one before signs for a day more. `events`: types of facts (`milestone.achieved`), `standing.changed`, `target.late`, `alert.opened`, `alert.closed`, `notice.opened`, `notice.closed`; `milestone.*` means all that begin so, `*` everything. `under`: only what is about this unit and those below it.',
  });

export const RotateSubscription = z
  .strictObject({ secret: Secret, overlap: DurationText.optional() })
  .meta({
    id: 'RotateSubscription',
    description:
      '`overlap`: how long what is sent is signed with the secret before as well, P1D when left out, at most P92D.',
  });

export const SubscriptionView = z
  .object({
    id: Id,
    name: SubscriptionNameText,
    origin: z.string().nullable().meta({
      description: 'Scheme, host and port of its address; null: another server sealed it.',
    }),
    events: z.array(z.string()),
    under: UnitKeyText.nullable(),
    previousEndsAt: InstantText.nullable().meta({
      description: 'Until when the secret before the last rotation signs too.',
    }),
    madeAt: InstantText,
    changedAt: InstantText,
    health: z.object({
      lastDeliveredAt: InstantText.nullable(),
      failingSince: InstantText.nullable().meta({
        description: 'Since when it has taken nothing; null: it took the last.',
      }),
      restsUntil: InstantText.nullable().meta({
        description: 'It asked (429, 503) not to be sent anything before then.',
      }),
      waiting: z.number().int(),
      failed: z.number().int(),
      disabled: z
        .object({ at: InstantText, because: z.enum(['gone', 'failing']) })
        .nullable()
        .meta({ description: 'Nothing is sent any more until it is put again.' }),
    }),
  })
  .meta({
    id: 'Subscription',
    description: 'An endpoint that is told what happens. Its address and secrets are not shown.',
  });

const DispatchStatusText = z.enum(['waiting', 'delivered', 'failed']);

export const DispatchesQuery = z.strictObject({ ...page, status: DispatchStatusText.optional() });

export const DispatchView = z
  .object({
    id: Id.meta({ description: 'The webhook-id, the same whenever it is sent.' }),
    type: z.string(),
    unit: UnitKeyText.nullable(),
    happenedAt: InstantText,
    madeAt: InstantText,
    status: DispatchStatusText,
    attempts: z.number().int(),
    dueAt: InstantText.nullable().meta({
      description: 'When it is sent next; null: not by itself.',
    }),
    lastAt: InstantText.nullable(),
    answered: z.number().int().nullable().meta({ description: 'The HTTP status of the answer.' }),
    reason: z.string().nullable().meta({ description: 'What went wrong the last time.' }),
    tookMs: z.number().int().nullable(),
    told: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'The `data` that is sent; null: a fact, as the log holds it when it is sent.',
    }),
  })
  .meta({ id: 'SubscriptionDelivery' });
