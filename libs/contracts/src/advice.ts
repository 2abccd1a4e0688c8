import { z } from 'zod';
import { AsOf, InstantText } from './dates.js';
import { listOf, page } from './lists.js';
import { EventView } from './recording.js';
import { StageView } from './standing.js';
import { Id, MilestoneKeyText, ModelIdText, Prose, text, UnitKeyText } from './text.js';

export const RecommendationView = z
  .object({
    id: Id,
    unit: UnitKeyText,
    milestone: MilestoneKeyText,
    title: z.string(),
    why: z.array(z.string()),
    keyMove: z.boolean(),
    advances: z.array(
      z.object({
        model: ModelIdText,
        from: StageView.nullable(),
        to: StageView.nullable(),
        alone: z.boolean().meta({ description: 'It reaches `to` by itself.' }),
      }),
    ),
    effort: z.enum(['S', 'M', 'L', 'XL']).nullable(),
    level: UnitKeyText.nullable().meta({
      description: 'The unit above at whose level it is best recorded.',
    }),
    rank: z.number().int().min(1).meta({ description: '1 is the first of its unit.' }),
    precedents: z.object({ units: z.number().int().min(0), medianDays: z.number().nullable() }),
    status: z.enum(['open', 'accepted', 'dismissed']),
  })
  .meta({ id: 'Recommendation' });

export const RecommendationsView = listOf(RecommendationView);
export const RecommendationFilter = z.strictObject({ under: UnitKeyText.optional(), ...page });

export const DecideRecommendation = z
  .strictObject({ decision: z.enum(['accepted', 'dismissed']), reason: Prose.optional() })
  .meta({ id: 'DecideRecommendation' });

/** What a person did, as logged. */
export const ActView = z.object({ event: EventView }).meta({ id: 'Act' });

export const SEVERITIES = ['critical', 'warning', 'info'] as const;
export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'resolved', 'closed'] as const;

/** The rules that raise alerts. */
export const ALERT_RULES = [
  'sponsor-gone',
  'stage-lost',
  'stalled',
  'over-claiming',
  'review-overdue',
  'running-out',
  'prove-why',
  'hands-off',
  'coe-trap',
] as const;

export const AlertView = z
  .object({
    id: Id,
    rule: z.enum(ALERT_RULES),
    severity: z.enum(SEVERITIES),
    unit: UnitKeyText,
    openedAt: InstantText,
    closedAt: InstantText.nullable(),
    state: z.enum(ALERT_STATES).meta({ description: '`closed`: the cause is gone.' }),
    assignedTo: z.string().nullable(),
    snoozedUntil: InstantText.nullable(),
    summary: z.string(),
    because: z.array(z.unknown()),
  })
  .meta({ id: 'Alert' });

export const AlertsView = listOf(AlertView);

export const AlertFilter = z.strictObject({
  under: UnitKeyText.optional(),
  state: z.enum(ALERT_STATES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  rule: z.enum(ALERT_RULES, `The rules are ${ALERT_RULES.join(', ')}.`).optional(),
  ...page,
});

export const Snooze = z
  .strictObject({ until: AsOf.meta({ description: 'An instant or a day; in the future.' }) })
  .meta({ id: 'Snooze' });
export const Assign = z.strictObject({ to: text(200) }).meta({ id: 'Assign' });
