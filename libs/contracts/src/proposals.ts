import { z } from 'zod';
import { InstantText } from './dates.js';
import { listOf, page } from './lists.js';
import { StandingView } from './standing.js';
import { Id, Prose, UnitKeyText } from './text.js';

const STATES = ['open', 'approved', 'rejected', 'withdrawn', 'expired'] as const;

export const ProposalView = z
  .object({
    id: Id,
    unit: UnitKeyText,
    kind: z.enum(['waiver', 'correction', 'retraction']),
    wanted: z.record(z.string(), z.unknown()).nullable().meta({
      description: 'The body as it was sent; null where the words of the proposer were erased.',
    }),
    state: z.enum(STATES).meta({ description: '`approved`: it is in the log.' }),
    proposedAt: InstantText,
    proposedBy: z.object({ id: Id, name: z.string() }),
    expiresAt: InstantText,
    decidedAt: InstantText.nullable(),
    decidedBy: Id.nullable(),
    reason: z.string().nullable().meta({ description: 'Why it was rejected or withdrawn.' }),
    event: Id.nullable().meta({ description: 'Its first fact in the log, once it is approved.' }),
  })
  .meta({ id: 'Proposal' });

export const ProposedView = z.object({ proposal: ProposalView }).meta({
  id: 'Proposed',
  description: 'Nothing is recorded yet: somebody else has to approve it.',
});

export const ProposalsView = listOf(ProposalView);

export const ProposalFilter = z.strictObject({
  state: z.enum(STATES).optional(),
  unit: UnitKeyText.optional(),
  ...page,
});

const Standings = z.array(StandingView);

export const OpenedProposal = z
  .object({
    proposal: ProposalView,
    preview: z
      .object({ before: Standings, after: Standings })
      .nullable()
      .meta({ description: 'What approving it now would do; null: nothing, or it is closed.' }),
    obstacle: z.string().nullable().meta({
      description: 'Why it would be refused now, though it was not when it was proposed.',
    }),
  })
  .meta({ id: 'OpenedProposal' });

export const CloseProposal = z
  .strictObject({ reason: Prose.optional() })
  .meta({ id: 'CloseProposal' });
