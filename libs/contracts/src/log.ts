import { z } from 'zod';
import { Limit, listOf } from './lists.js';
import { EventView } from './recording.js';
import { StageView } from './standing.js';
import { AsOf, InstantText } from './dates.js';
import { Id, MilestoneKeyText, ModelIdText, text, TypeList, UnitKeyText } from './text.js';

export const LogQuery = z.strictObject({
  after: z.coerce
    .number('A position is a whole number.')
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0),
  limit: Limit,
  order: z.enum(['asc', 'desc'], 'asc or desc').default('asc'),
  before: z.coerce
    .number('A position is a whole number.')
    .int()
    .min(1)
    .max(Number.MAX_SAFE_INTEGER)
    .optional(),
  q: text(200).optional(),
  type: TypeList.optional(),
  unit: UnitKeyText.optional(),
  milestone: MilestoneKeyText.optional(),
  actor: text(36)
    .toLowerCase()
    .refine((given) => given === 'me' || Id.safeParse(given).success, {
      error: 'Give `me`, or the id of a key or a person.',
    })
    .optional()
    .meta({ description: '`me`, or the id of a key or a person.' }),
  from: AsOf.optional().meta({ description: 'Recorded at that instant or later.' }),
  to: AsOf.optional().meta({ description: 'Recorded before that instant.' }),
});

export const LogView = listOf(EventView).meta({
  id: 'Log',
  description:
    'Events in the order of their positions. `next` is the `after` of the following page, with `order=desc` its `before`.',
});

export const ImportedView = z
  .object({ position: z.number().int().min(0), head: z.string() })
  .meta({ id: 'Imported' });

const ChangeView = z.object({
  unit: UnitKeyText,
  model: ModelIdText,
  from: StageView.nullable(),
  to: StageView.nullable(),
  at: InstantText,
});

/** The data of a stream message: one a position, or a boundary that passed (without `event`). */
export const StreamMessage = z
  .object({
    position: z.number().int().min(0),
    at: InstantText.meta({ description: 'When the event was recorded, or the boundary passed.' }),
    event: EventView.optional(),
    changes: z.array(ChangeView),
  })
  .meta({ id: 'StreamMessage' });
