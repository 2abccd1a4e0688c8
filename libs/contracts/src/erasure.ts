import { z } from 'zod';
import { InstantText } from './dates.js';
import { Email, Id, Prose, UnitKeyText } from './text.js';

const ONE = 'Name the one to erase by exactly one of email, person and key.';

export const Erase = z
  .strictObject({
    email: Email.optional(),
    person: Id.optional(),
    key: Id.optional(),
    reason: Prose.optional(),
  })
  .refine(({ email, person, key }) => [email, person, key].filter(Boolean).length === 1, ONE)
  .meta({
    id: 'Erase',
    description:
      'Exactly one of `email`, `person` and `key`. A person is found by the address, and the address by the person. `reason` is for those who list erasures: leave the name out of it.',
  });

const Count = z.number().int().min(0);

export const TouchedView = z
  .object({
    events: Count.meta({ description: 'Events with a text of theirs; the events stay.' }),
    texts: Count.meta({ description: 'Their texts in the log, names of authors included.' }),
    units: Count.meta({ description: 'Units they own now; the units stay.' }),
    targets: Count,
    people: Count,
    sessions: Count,
    keys: Count,
  })
  .meta({ id: 'Touched' });

const Survey = {
  touched: TouchedView,
  mentions: z
    .object({
      count: Count,
      items: z
        .array(
          z.object({
            position: z.number().int().min(1),
            event: Id,
            unit: UnitKeyText.nullable(),
            pointer: z.string().meta({ examples: ['/data/note'] }),
          }),
        )
        .meta({ description: 'The first 500.' }),
    })
    .meta({
      description:
        'Texts of others, and texts that are not sealed, with a name or address of theirs. They stay.',
    }),
  namesakes: z
    .array(z.object({ kind: z.enum(['group', 'key', 'calendar-link', 'proposal']), id: Id }))
    .meta({
      description:
        'What is called by a name of theirs, and proposals of others that name them. It stays.',
    }),
};

export const ErasurePreview = z
  .object(Survey)
  .meta({ id: 'ErasurePreview', description: 'What an erasure would touch, and what it leaves.' });

export const ErasedView = z
  .object({ id: Id, erasedAt: InstantText, ...Survey })
  .meta({ id: 'Erased', description: 'What was erased, and what is left for people to handle.' });

export const ErasureView = z
  .object({
    id: Id,
    erasedAt: InstantText,
    askedBy: Id.nullable().meta({
      description: 'The id of the person or key; null: taken over from the register.',
    }),
    reason: z.string().nullable(),
    touched: TouchedView.partial(),
  })
  .meta({ id: 'Erasure' });
