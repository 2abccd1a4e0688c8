import { z } from 'zod';
import { InstantText } from './dates.js';
import { Email, Id, Prose, UnitKeyText } from './text.js';

const ONE = 'Name the one to erase by exactly one of email, person and key.';

const named = { email: Email.optional(), person: Id.optional(), key: Id.optional() };

export const Erase = z
  .strictObject({ ...named, reason: Prose.optional() })
  .refine(isOne, ONE)
  .meta({
    id: 'Erase',
    description:
      'Exactly one of `email`, `person` and `key`. A person is found by the address, and the address by the person. `reason` is for those who list erasures: leave the name out of it.',
  });

function isOne({ email, person, key }: { email?: unknown; person?: unknown; key?: unknown }) {
  return [email, person, key].filter((one) => one !== undefined).length === 1;
}

export const Report = z
  .strictObject({
    ...named,
    after: z.number().int().min(0).default(0).meta({ description: '`next` of the page before.' }),
  })
  .refine(isOne, ONE)
  .meta({ id: 'Report', description: 'Exactly one of `email`, `person` and `key`.' });

export const ReportView = z
  .object({
    names: z.array(z.string()).meta({ description: 'What they are called, and their addresses.' }),
    items: z.array(
      z.object({
        position: z.number().int().min(1),
        event: Id,
        unit: UnitKeyText.nullable(),
        pointer: z.string().meta({ examples: ['/data/note'] }),
        text: z.string(),
      }),
    ),
    next: z.number().int().nullable().meta({ description: 'Null on the last page.' }),
  })
  .meta({ id: 'ReportAnswer', description: 'What the log holds of somebody, in clear.' });

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
    .array(
      z.object({
        kind: z.enum(['group', 'key', 'calendar-link', 'proposal', 'board-pack']),
        id: Id,
      }),
    )
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
