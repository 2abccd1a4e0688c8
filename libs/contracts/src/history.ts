import { z } from 'zod';
import { InstantText, momentShape } from './dates.js';
import { listOf } from './lists.js';
import { EventView } from './recording.js';
import { StageView } from './standing.js';
import { Id, ModelIdText, UnitKeyText } from './text.js';

const EventEntry = z.object({ kind: z.literal('event'), at: InstantText, event: EventView });

const TransitionEntry = z.object({
  kind: z.literal('transition'),
  at: InstantText,
  model: ModelIdText,
  from: StageView.nullable(),
  to: StageView.nullable(),
  because: z.array(Id).meta({ description: 'The events it rests on.' }),
});

export const HistoryView = listOf(z.union([EventEntry, TransitionEntry]))
  .extend({ unit: UnitKeyText, ...momentShape })
  .meta({
    id: 'History',
    description: 'Events and stage transitions of a unit on one timeline, newest first.',
  });
