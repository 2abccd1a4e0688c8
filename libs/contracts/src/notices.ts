import { z } from 'zod';
import { InstantText } from './dates.js';
import { page } from './lists.js';
import { Id } from './text.js';

export const NoticesQuery = z.strictObject(page);

export const NoticeView = z
  .object({
    id: Id,
    kind: z.enum(['source-silent', 'poll-failing', 'subscription-disabled', 'channel-disabled']),
    name: z.string().meta({ description: 'Of the source, subscription or channel.' }),
    since: InstantText,
    words: z.string().meta({ description: 'What is wrong and what to do, for people.' }),
    path: z.string().meta({
      description: 'Its page in the dashboard.',
      examples: ['/sources/github'],
    }),
  })
  .meta({
    id: 'Notice',
    description:
      'Something between the program and another system that needs a person: a source that is silent for longer than it may, one that could not be asked three times in a row, a subscription or channel that is disabled. It stands as long as that is so.',
  });
