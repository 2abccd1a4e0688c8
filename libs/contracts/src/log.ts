import { z } from 'zod';
import { Limit, listOf } from './lists.js';
import { EventView } from './recording.js';
import { StageView } from './standing.js';
import { InstantText } from './dates.js';
import { ModelIdText, UnitKeyText } from './text.js';

export const LogQuery = z.strictObject({
  after: z.coerce
    .number('A position is a whole number.')
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .default(0),
  limit: Limit,
});

export const LogView = listOf(EventView).meta({
  id: 'Log',
  description:
    'Events in the order of their positions. `next` is the `after` of the following page.',
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
