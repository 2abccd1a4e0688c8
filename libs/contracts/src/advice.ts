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

const acted = { by: z.string().meta({ description: 'Who did it.' }), at: InstantText };

export const AlertView = z
  .object({
    id: Id,
    rule: z.enum(ALERT_RULES),
    severity: z.enum(SEVERITIES),
    unit: UnitKeyText,
    unitName: z.string(),
    openedAt: InstantText,
    closedAt: InstantText.nullable(),
    state: z.enum(ALERT_STATES).meta({ description: '`closed`: the cause is gone.' }),
    assignedTo: z.string().nullable(),
    snoozedUntil: InstantText.nullable(),
    assigned: z
      .object({ to: z.string(), person: Id.nullable(), ...acted })
      .nullable()
      .meta({ description: '`person`: the id of their account, where they were chosen by it.' }),
    decided: z
      .object({ act: z.enum(['acknowledged', 'snoozed', 'resolved']), ...acted })
      .nullable()
      .meta({ description: 'The last acknowledgement, snooze or resolution.' }),
    summary: z.string(),
    because: z.array(z.unknown()),
  })
  .meta({ id: 'Alert' });

export const AlertsView = listOf(AlertView);

export const AlertFilter = z.strictObject({
  under: UnitKeyText.optional(),
  unit: UnitKeyText.optional(),
  settled: z
    .enum(['true', 'false'], 'true or false')
    .optional()
    .meta({ description: '`true`: resolved or closed; `false`: neither.' }),
  assignee: text(36)
    .toLowerCase()
    .refine((given) => given === 'me' || given === 'nobody' || Id.safeParse(given).success, {
      error: 'Give `me`, `nobody` or the id of a person (GET /people/names).',
    })
    .optional()
    .meta({ description: '`me`, `nobody`, or the id of a person chosen by it.' }),
  state: z.enum(ALERT_STATES).optional(),
  severity: z.enum(SEVERITIES).optional(),
  rule: z.enum(ALERT_RULES, `The rules are ${ALERT_RULES.join(', ')}.`).optional(),
  ...page,
});

export const Snooze = z
  .strictObject({ until: AsOf.meta({ description: 'An instant or a day; in the future.' }) })
  .meta({ id: 'Snooze' });
export const Assign = z
  .strictObject({
    to: text(200).optional().meta({ description: 'Whoever takes care of it, in words.' }),
    person: Id.optional().meta({
      description: 'Or the id of an account that may decide about it: GET /people/names.',
    }),
  })
  .refine(({ to, person }) => (to === undefined) !== (person === undefined), {
    error: 'Say who: either `to` or `person`.',
  })
  .meta({ id: 'Assign' });

const Count = z.number().int().min(0);
const states = {
  states: z.object({
    open: Count,
    acknowledged: Count,
    snoozed: Count,
    resolved: Count,
    closed: Count,
  }),
};

export const AlertsSummaryFilter = z.strictObject({ under: UnitKeyText.optional() });

export const AlertsSummaryView = z
  .object({
    ...states,
    severities: z
      .array(z.object({ severity: z.enum(SEVERITIES), ...states }))
      .meta({ description: 'All three, the gravest first.' }),
    rules: z
      .array(z.object({ rule: z.enum(ALERT_RULES), severity: z.enum(SEVERITIES), ...states }))
      .meta({ description: 'By rule and severity, those with alerts.' }),
  })
  .meta({ id: 'AlertsSummary', description: 'How many alerts there are.' });
