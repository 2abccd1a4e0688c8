import { z } from 'zod';
import { InstantText } from './dates.js';
import { Id, Name, UnitKeyText } from './text.js';

export const CalendarQuery = z.strictObject({
  under: UnitKeyText.optional().meta({ description: 'A unit and all below it; left out: all.' }),
});

export const CreateCalendarLink = z
  .strictObject({ name: Name, under: UnitKeyText.optional() })
  .meta({
    id: 'CreateCalendarLink',
    description: 'What the calendar is called, and of which subtree it is; left out: of all.',
  });

export const NewCalendarLink = z
  .object({
    id: Id,
    url: z.string().meta({
      description: 'Shown this once. Whoever has it can read the calendar; it opens nothing else.',
    }),
  })
  .meta({ id: 'NewCalendarLink' });

export const CalendarLinkView = z
  .object({
    id: Id,
    name: z.string(),
    under: UnitKeyText.nullable(),
    createdAt: InstantText,
  })
  .meta({ id: 'CalendarLink' });

/** What the address of a calendar is told by. */
export const CalendarToken = z
  .string()
  .max(200)
  .meta({ description: 'From the address that POST /calendar-links gave.' });
