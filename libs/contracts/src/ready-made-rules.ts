import { z } from 'zod';
import { SourceKindText } from './integrations.js';
import { page } from './lists.js';

export const ReadyMadeQuery = z.strictObject({ ...page, kind: SourceKindText.optional() });

const ParameterView = z.object({
  type: z
    .enum(['text', 'texts', 'flag', 'unit', 'units', 'milestone', 'milestones'])
    .meta({ description: '`units` and `milestones`: tables, from what the tool says to keys.' }),
  means: z.string(),
  default: z
    .unknown()
    .optional()
    .meta({ description: 'What holds when nothing is said; without one it has to be said.' }),
});

export const ReadyMadeView = z
  .object({
    use: z.string().meta({
      description: 'By which a mapping uses it.',
      examples: ['github/issue-labelled'],
    }),
    kind: SourceKindText,
    title: z.string(),
    does: z.string(),
    with: z.record(z.string(), ParameterView).meta({ description: 'What can be said of it.' }),
    parts: z
      .array(z.record(z.string(), z.unknown()))
      .meta({ description: 'The rules it stands for, as one would write them out.' }),
  })
  .meta({
    id: 'ReadyMadeRule',
    description: 'A rule that ships with Waymark: `{ id, use, with }` in a mapping.',
  });
