import { z } from 'zod';
import { Day, InstantText, OccurredAt } from './dates.js';
import { Flag } from './lists.js';
import { StandingView } from './standing.js';
import { EventIdText, Id, MilestoneKeyText, Prose, text, UnitKeyText, WebLink } from './text.js';

export const EvidenceItem = z
  .strictObject({ title: text(300), url: WebLink })
  .meta({ id: 'Evidence' });

const Degree = z
  .number()
  .gt(0, 'A degree is above 0.')
  .max(1, 'A degree is at most 1.')
  .meta({ description: 'Above 0 up to 1; left out: 1.' });
const EvidenceList = z.array(EvidenceItem).max(50, 'At most 50 pieces of evidence.');
const Outcome = z.enum(['no', 'not-applicable']);

export const Achieve = z
  .strictObject({
    milestone: MilestoneKeyText,
    occurredAt: OccurredAt,
    degree: Degree.optional(),
    note: Prose.optional(),
    evidence: EvidenceList.optional(),
  })
  .meta({ id: 'Achieve' });

export const Lapse = z
  .strictObject({ milestone: MilestoneKeyText, occurredAt: OccurredAt, reason: Prose.optional() })
  .meta({ id: 'Lapse', description: 'It was true and no longer is.' });

export const Assess = z
  .strictObject({
    milestone: MilestoneKeyText,
    outcome: Outcome,
    occurredAt: OccurredAt,
    by: text(200).optional(),
    note: Prose.optional(),
  })
  .meta({ id: 'Assess', description: 'Looked at and not in place, or does not apply here.' });

export const Waive = z
  .strictObject({
    milestone: MilestoneKeyText,
    reason: Prose,
    occurredAt: OccurredAt.optional(),
    expiresOn: Day.optional(),
  })
  .meta({
    id: 'Waive',
    description: 'Counts as met by decision, to the end of the day `expiresOn` (UTC).',
  });

export const EndWaiver = z
  .strictObject({ reason: Prose, occurredAt: OccurredAt.optional() })
  .meta({ id: 'EndWaiver' });

export const Retract = z.strictObject({ event: EventIdText, reason: Prose }).meta({
  id: 'Retract',
  description:
    'Recorded in error: it stays in the log and stops counting. Milestone facts, waivers, waiver ends, moves, retirements, mergers, comments and retractions can be retracted, once while that counts.',
});

export const Correct = z
  .strictObject({
    event: EventIdText,
    reason: Prose,
    occurredAt: OccurredAt.optional(),
    milestone: MilestoneKeyText.optional(),
    degree: Degree.nullable().optional(),
    note: Prose.nullable().optional(),
    evidence: EvidenceList.nullable().optional(),
    outcome: Outcome.optional(),
    by: text(200).nullable().optional(),
    expiresOn: Day.nullable().optional(),
    parent: UnitKeyText.nullable().optional(),
  })
  .meta({
    id: 'Correct',
    description:
      'Retraction and new record at once. Fields left out stay as recorded; null takes an optional one away; a field that the kind of fact does not have is refused.',
  });

export const PreviewFlag = z.strictObject({ preview: Flag });

export const EventView = z
  .object({
    id: Id,
    position: z.number().int().min(1),
    type: z.string().meta({ examples: ['milestone.achieved'] }),
    unit: UnitKeyText.nullable(),
    occurredAt: z.string().meta({ description: 'As given.' }),
    effectiveAt: InstantText,
    recordedAt: InstantText,
    actor: z.string(),
    source: z.string(),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event', description: 'One dated fact as logged.' });

export const RecordedView = z
  .object({ event: EventView, standings: z.array(StandingView) })
  .meta({ id: 'Recorded', description: 'The event as logged, and the unit’s standings after it.' });

export const ComparisonView = z
  .object({ before: z.array(StandingView), after: z.array(StandingView) })
  .meta({ id: 'Comparison' });
