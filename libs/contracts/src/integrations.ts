import { z } from 'zod';
import { DurationText } from './catalogue.js';
import { InstantText } from './dates.js';
import { Id, text } from './text.js';

/** The tools that deliveries are taken from. */
export const SourceKindText = z.enum([
  'jira',
  'github',
  'gitlab',
  'azure-devops',
  'servicenow',
  'salesforce',
  'generic',
]);

export const SourceNameText = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]{0,63}$/,
    'A source is named with lower-case letters, digits and "-", at most 64, and does not begin with "-".',
  )
  .meta({
    id: 'SourceName',
    description: 'Chosen by the client: lower-case letters, digits, "-", at most 64.',
    examples: ['jira-emea'],
  });

const Secret = z
  .string()
  .min(16, 'A secret has at least 16 characters. Let a generator make it.')
  .max(256, 'A secret has at most 256 characters.')
  .regex(/^[\x21-\x7e]+$/, 'A secret is made of visible ASCII characters without spaces.');

const Expression = text(4000);
const Found = z.strictObject({ cel: Expression });
const Parameter = z.union([
  text(500),
  z.boolean(),
  z.array(text(500)).max(100),
  z.record(text(500), text(500)),
]);

export const MappingRule = z
  .strictObject({
    id: z.string().max(64),
    use: text(64).optional(),
    with: z.record(text(64), Parameter).optional(),
    when: Expression.optional(),
    each: Expression.optional(),
    unit: z
      .strictObject({ key: Expression.optional(), external: Expression.optional() })
      .optional(),
    record: text(64).optional(),
    milestone: z.union([text(128), Found]).optional(),
    occurredAt: Expression.optional(),
    degree: z.union([z.number(), Found]).optional(),
    outcome: z.union([text(64), Found]).optional(),
    due: Expression.optional(),
    note: Expression.optional(),
    evidence: z
      .array(z.strictObject({ title: Expression, url: Expression }))
      .max(10)
      .optional(),
  })
  .meta({
    id: 'MappingRule',
    description:
      'Either a ready-made rule (`use`, and its parameters in `with`), or one that is written out in CEL. docs/mappings.md tells both.',
  });

export const Mapping = z.array(MappingRule).max(200, 'A mapping has at most 200 rules.');

export const PutPoll = z
  .strictObject({
    url: text(500).optional(),
    projects: z.array(text(200)).min(1).max(200).optional(),
    credentials: z
      .strictObject({
        user: text(200).optional(),
        token: z
          .string()
          .min(1)
          .max(4000)
          .regex(/^[\x21-\x7e]+$/, 'A token is made of visible ASCII characters without spaces.'),
      })
      .optional(),
    every: DurationText.optional(),
  })
  .meta({
    id: 'PutPoll',
    description:
      'How the tool is asked for what it did not send. `url`: of its REST interface, where it is not the one for everybody. `projects`: repositories of GitHub as octo-org/checkout, projects of GitLab by path, of Jira by key. `credentials`: a token that may read them; of Jira Cloud with the address of its account as `user`; never shown again. `every`: PT15M when left out. What is left out stays; another `url` needs `credentials`.',
  });

export const PollView = z
  .object({
    url: z.string().nullable(),
    projects: z.array(z.string()),
    every: z.string(),
    reachedAt: InstantText.meta({ description: 'Up to when nothing is left to fetch.' }),
    polledAt: InstantText.nullable().meta({
      description: 'When all of it was last asked for without a failure.',
    }),
    nextAt: InstantText,
    failure: z.string().nullable().meta({
      description: 'Why the tool could not be asked last, and what to do; null: it could.',
    }),
  })
  .meta({ id: 'Poll', description: 'How a tool is asked for what it did not send.' });

export const PutSource = z
  .strictObject({
    kind: SourceKindText,
    secret: Secret.optional(),
    organization: z
      .string()
      .regex(
        /^00D[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$/,
        'An organisation id begins with 00D and has 15 or 18 characters.',
      )
      .optional(),
    mapping: Mapping.optional(),
    silentAfter: DurationText.nullable().optional(),
    poll: PutPoll.nullable().optional(),
  })
  .meta({
    id: 'PutSource',
    description:
      '`secret` is what the tool proves its origin by; a new source needs one. Another secret replaces it, and the one before holds for a day. Another `mapping` is another version. `silentAfter`: longer silence is told; null or left out: three times its longest silence so far, a day at least, once 20 deliveries came. `poll`: how it is asked for what it did not send; null: no more. What is left out stays.',
  });

export const RotateSource = z
  .strictObject({ secret: Secret, overlap: DurationText.optional() })
  .meta({
    id: 'RotateSource',
    description:
      '`overlap`: how long the secret before holds beside the new one, P1D when left out, at most P92D.',
  });

/** Why what was sent to a source is not believed. */
export const RefusalText = z.enum([
  'no-proof',
  'malformed-proof',
  'other-secret',
  'ended-secret',
  'other-time',
  'other-organization',
  'no-message',
  'lost-secret',
]);

const RefusedView = z
  .object({
    reason: RefusalText,
    words: z.string().meta({ description: 'Why, and what to do about it.' }),
    count: z.number().int().min(1),
    firstAt: InstantText,
    lastAt: InstantText,
  })
  .meta({
    id: 'RefusedDeliveries',
    description:
      'What was sent to the address of a source and not believed, by the reason. Nothing of it is kept. Where programs of one server have a source of the same name, each of them counts it.',
  });

export const SourceView = z
  .object({
    id: Id.meta({ description: 'The author of what it tells.' }),
    name: SourceNameText,
    kind: SourceKindText,
    organization: z.string().nullable(),
    mapping: z.object({ version: z.number().int().min(1), rules: z.array(MappingRule) }),
    silentAfter: z.string().nullable(),
    poll: PollView.nullable(),
    previousEndsAt: InstantText.nullable().meta({
      description: 'Until when the secret before the last rotation holds.',
    }),
    madeAt: InstantText,
    changedAt: InstantText,
    version: z.number().int().min(1).meta({
      description: 'The ETag, for If-Match: each change of what is decided about it is another.',
    }),
    health: z.object({
      lastDeliveryAt: InstantText.nullable(),
      expectedBy: InstantText.nullable().meta({
        description: 'By when something should come, as was said or learned; null: nobody knows.',
      }),
      silent: z.boolean().meta({ description: 'It has been silent for longer than it may.' }),
      received: z.number().int(),
      unmatched: z.number().int(),
      rejected: z.number().int(),
      failed: z.number().int(),
      lastDay: z
        .object({
          received: z.number().int(),
          recorded: z.number().int(),
          ignored: z.number().int(),
          unmatched: z.number().int(),
          rejected: z.number().int(),
          failed: z.number().int(),
        })
        .meta({ description: 'The deliveries of the last 24 hours, by where they stand now.' }),
      refused: z.array(RefusedView).meta({
        description: 'What was not believed in the last 30 days, the last first.',
      }),
    }),
  })
  .meta({
    id: 'Source',
    description: 'A tool that tells what happened. Its secrets are never shown.',
  });

const warnings = z.array(z.object({ pointer: z.string(), message: z.string() })).meta({
  description:
    'What of the mapping can be used and will probably not do what is meant: milestones that the dictionary lacks, so that what tells of them is rejected until it has them. `pointer`: as in errors, `/mapping/0/milestone`.',
});

export const PutSourceView = SourceView.extend({ warnings }).meta({
  id: 'PutSourceAnswer',
  description: 'A source as it is now, and what its mapping is warned of.',
});

/** What a mapping is warned of. */
export const MappingWarnings = warnings;

const mappingVersion = {
  version: z.number().int().min(1),
  madeAt: InstantText,
  madeBy: Id.meta({ description: 'The key or person.' }),
};

export const ListedMappingView = z
  .object({ ...mappingVersion, rules: z.number().int().meta({ description: 'How many.' }) })
  .meta({ id: 'ListedMapping' });

export const MappingVersionView = z
  .object({ ...mappingVersion, rules: z.array(MappingRule) })
  .meta({ id: 'MappingVersion', description: 'A mapping as it was put; it never changes.' });

/** A version of a mapping, in a path. */
export const MappingVersionText = z.string().regex(/^[1-9]\d{0,8}$/);

export const ReceivedView = z
  .object({ delivery: Id, status: z.enum(['accepted', 'repeated']) })
  .meta({
    id: 'ReceivedDelivery',
    description: '`repeated`: it is here already, by the tool’s own id of it.',
  });

/** What a tool sends: its own affair, up to the limit of the route. */
export const WebhookBody = z
  .record(z.string().max(200), z.unknown())
  .meta({ id: 'WebhookBody', description: 'Whatever the tool sends; it is read by the mapping.' });
