import { z } from 'zod';
import { AsOf, InstantText } from './dates.js';
import { Mapping, MappingWarnings } from './integrations.js';
import { page } from './lists.js';
import { StandingView } from './standing.js';
import { Id, MilestoneKeyText, Prose, text, UnitKeyText } from './text.js';

export const DeliveryStatusText = z.enum([
  'received',
  'recorded',
  'ignored',
  'unmatched',
  'rejected',
  'failed',
]);

export const DeliveriesQuery = z.strictObject({ ...page, status: DeliveryStatusText.optional() });

const FindingView = z
  .object({
    rule: z.string().meta({ description: 'The rule of the mapping that found it.' }),
    kind: z.enum(['achieved', 'lapsed', 'assessed', 'target']),
    milestone: MilestoneKeyText,
    occurredAt: z.string(),
    external: z.string().meta({ description: 'What the tool calls the unit.' }),
    unit: UnitKeyText.optional(),
    outcome: z
      .enum(['recorded', 'repeated', 'nothing', 'none', 'unmatched', 'rejected', 'failed'])
      .meta({
        description:
          '`repeated`: it was recorded before. `nothing`: the target stands there already, or was moved later. `none`: it is none of the program’s units, as somebody said.',
      }),
    event: Id.optional().meta({ description: 'The event of the log.' }),
    reason: z.string().optional(),
    undoneAt: InstantText.optional().meta({
      description: 'When it was taken back: by an undo, or by somebody who retracted it.',
    }),
  })
  .meta({ id: 'Finding', description: 'One fact that a delivery tells, and what became of it.' });

const delivery = {
  id: Id,
  toolId: z.string().meta({ description: 'The tool’s own id of it.' }),
  event: z.string().meta({ description: 'What the tool calls what happened.' }),
  receivedAt: InstantText,
  status: DeliveryStatusText,
  reason: z.string().nullable(),
  mapping: z.number().int().nullable().meta({
    description: 'The version of the mapping it was worked off with; null: it was not yet.',
  }),
  attempts: z.number().int(),
  workedAt: InstantText.nullable(),
  dueAt: InstantText.nullable().meta({
    description: 'When it is worked off next; null: not by itself.',
  }),
  findings: z.array(FindingView),
  undone: z
    .object({
      at: InstantText.meta({ description: 'When the last of it was.' }),
      facts: z.number().int().min(1).meta({ description: 'How many of its facts.' }),
    })
    .nullable()
    .meta({ description: 'What of it was taken back after it was recorded; null: nothing.' }),
};

export const DeliveryView = z.object(delivery).meta({ id: 'Delivery' });

export const DeliveryContentView = z
  .object({
    ...delivery,
    headers: z.record(z.string(), z.string()),
    payload: z.unknown().meta({ description: 'What came; null where it cannot be read.' }),
  })
  .meta({ id: 'DeliveryContent', description: 'A delivery with what came, without secrets.' });

export const ReplayDeliveries = z
  .strictObject({
    status: DeliveryStatusText.exclude(['received']),
    from: AsOf.optional(),
    to: AsOf.optional(),
  })
  .meta({
    id: 'ReplayDeliveries',
    description:
      '`status`: where they stand. `from`, `to`: only what came from then on and before then. What is left out does not narrow.',
  });

export const ReplayedView = z
  .object({
    deliveries: z.number().int().meta({ description: 'How many are worked off again.' }),
    more: z.boolean().meta({ description: 'Whether there are more than are taken at once.' }),
  })
  .meta({ id: 'Replayed' });

/** What a source calls a unit. */
export const ExternalText = text(200);

export const UnmatchedView = z
  .object({
    external: z.string().meta({ description: 'What the tool calls the unit.' }),
    deliveries: z.number().int().meta({ description: 'How many wait for the answer.' }),
    firstAt: InstantText,
    lastAt: InstantText,
  })
  .meta({ id: 'Unmatched' });

export const PutMatch = z.strictObject({ unit: UnitKeyText.nullable() }).meta({
  id: 'PutMatch',
  description: '`unit: null`: it is none of the program’s, and what is told of it is ignored.',
});

const match = {
  external: z.string(),
  unit: UnitKeyText.nullable(),
  madeAt: InstantText,
};

export const MatchView = z.object(match).meta({ id: 'Match' });

export const MadeMatchView = z
  .object({
    ...match,
    deliveries: z.number().int().meta({ description: 'How many are worked off again by it.' }),
  })
  .meta({ id: 'MadeMatch' });

export const DryRunSource = z
  .strictObject({ since: AsOf.optional(), delivery: Id.optional(), mapping: Mapping.optional() })
  .meta({
    id: 'DryRunSource',
    description:
      '`since`: from then on, 30 days when left out. `delivery`: this one alone. `mapping`: the one to try; left out, the one in force.',
  });

export const DifferenceView = z.object({
  unit: UnitKeyText,
  before: z.array(StandingView),
  after: z.array(StandingView),
});

export const DryRunView = z
  .object({
    read: z.number().int().meta({ description: 'How many deliveries were read.' }),
    telling: z.number().int().meta({ description: 'In how many of them something was found.' }),
    more: z.boolean().meta({ description: 'Whether there are more than are read at once.' }),
    facts: z.array(
      z.object({
        rule: z.string(),
        unit: UnitKeyText,
        kind: z.enum(['achieved', 'lapsed', 'assessed', 'target']),
        milestone: MilestoneKeyText,
        occurredAt: z.string(),
        due: z.string().optional(),
        delivery: Id.meta({ description: 'The last that tells it.' }),
        outcome: z.enum(['recorded', 'repeated', 'nothing', 'rejected']),
        reason: z.string().optional(),
      }),
    ),
    unmatched: z.array(z.string()).meta({
      description: 'What units are called that nobody has named yet.',
    }),
    reasons: z
      .array(z.object({ reason: z.string(), deliveries: z.number().int() }))
      .meta({ description: 'Why nothing was found, or not all.' }),
    standings: z.array(DifferenceView).meta({
      description:
        'What would change, for the first 50 units; those of units above and below follow.',
    }),
    warnings: MappingWarnings,
  })
  .meta({ id: 'DryRun', description: 'What deliveries would record. Nothing was.' });

export const UndoSource = z
  .strictObject({
    mappingVersion: z.int().min(1).max(1_000_000).optional(),
    from: AsOf.optional(),
    to: AsOf.optional(),
    reason: Prose.optional(),
  })
  .meta({
    id: 'UndoSource',
    description:
      '`mappingVersion`: only what that version found. `from`, `to`: only what was recorded from then on and before then. What is left out does not narrow.',
  });

export const UndoneView = z
  .object({
    preview: z.boolean().meta({ description: 'Whether nothing was recorded.' }),
    taken: z.array(Id).meta({ description: 'The events that are taken back.' }),
    left: z
      .array(z.object({ event: Id, why: z.string() }))
      .meta({ description: 'Those that stay, and why.' }),
    standings: z.array(DifferenceView).meta({
      description:
        'In a preview: the standings that would change, of the first 50 units; those of units above and below follow.',
    }),
  })
  .meta({ id: 'Undone' });
