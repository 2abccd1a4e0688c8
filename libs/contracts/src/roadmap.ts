import { z } from 'zod';
import { AsOf, InstantText, momentShape } from './dates.js';
import { ForecastView } from './forecast.js';
import { listOf, page } from './lists.js';
import { StageView } from './standing.js';
import { Id, Kind, MilestoneKeyText, ModelIdText, Prose, Tag, text, UnitKeyText } from './text.js';
import { OwnerText } from './units.js';

const DUE = String.raw`^(\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{4}-Q[1-4]|\d{4})$`;

/** By when something is wanted, as roughly as that is known; kept and shown as given. */
export const DueText = z
  .string()
  .regex(
    new RegExp(DUE),
    'Not a date: give a day (2031-03-31), a month (2031-03), a quarter (2031-Q1) or a year (2031).',
  )
  .meta({
    id: 'Due',
    description:
      'A day, a month (2031-03), a quarter (2031-Q1) or a year; the whole of it is in time, in UTC. May lie in the past.',
    examples: ['2031-12-31', '2031-Q4'],
  });

export const TargetKeyText = z
  .string()
  .regex(
    /^[a-z0-9-]{1,64}$/,
    'A target key is made of lower-case letters, digits and "-", at most 64.',
  )
  .meta({
    id: 'TargetKey',
    description:
      'Chosen by the client, unique in its unit: lower-case letters, digits, "-", at most 64.',
    examples: ['hub-launched'],
  });

/** The id of a stage, or its ordinal. */
const StageText = z
  .union([text(64), z.number().int('An ordinal is a whole number.').min(1, 'Ordinals run from 1.')])
  .meta({ description: 'The id of a stage or its ordinal.' });

const planFields = {
  due: DueText.nullable()
    .optional()
    .meta({ description: '`null`: an aim, without a date; left out: as it is.' }),
  owner: OwnerText.nullable().optional(),
  reason: Prose.optional().meta({ description: 'Why the date moves; kept with the move.' }),
};

const GOALS = 'Give `milestone`, or `model` and `stage`, or `model`, `dimension` and `level`.';

export const PutTarget = z
  .strictObject({
    milestone: MilestoneKeyText.optional(),
    model: ModelIdText.optional(),
    stage: StageText.optional(),
    dimension: text(64).optional(),
    level: z.number().int().min(1).optional(),
    ...planFields,
  })
  .refine(isWholeGoal, { message: GOALS })
  .meta({
    id: 'PutTarget',
    description: `${GOALS} A new target needs one of them; fields left out of a later PUT stay as they were.`,
  });

export const PutShareTarget = z
  .strictObject({
    model: ModelIdText.optional(),
    stage: StageText.optional(),
    share: z.number().gt(0, 'A share is above 0.').max(1, 'A share is at most 1.').optional().meta({
      description: 'Of the unit and those below it that follow the model; above 0 up to 1.',
    }),
    ...planFields,
  })
  .refine(
    ({ model, stage, share }) => {
      const left = [model, stage, share].filter((part) => part === undefined);
      return left.length === 0 || left.length === 3;
    },
    { message: 'Give `model`, `stage` and `share` together.' },
  )
  .meta({
    id: 'PutShareTarget',
    description:
      'A new target needs `model`, `stage` and `share`; fields left out of a later PUT stay as they were.',
  });

const WHOLE_GOALS = ['', 'milestone', 'model stage', 'model dimension level'];

function isWholeGoal(body: Readonly<Record<string, unknown>>): boolean {
  const parts = ['milestone', 'model', 'stage', 'dimension', 'level'];
  return WHOLE_GOALS.includes(parts.filter((part) => body[part] !== undefined).join(' '));
}

export const DropTarget = z.strictObject({ reason: Prose.optional() });

const GoalView = z
  .object({
    kind: z.enum(['milestone', 'stage', 'level', 'share']),
    milestone: MilestoneKeyText.optional(),
    model: ModelIdText.optional(),
    stage: z.string().optional(),
    dimension: z.string().optional(),
    level: z.number().int().min(1).optional(),
    share: z.number().optional(),
  })
  .meta({ id: 'TargetGoal' });

const MoveView = z.object({
  from: z.string().nullable(),
  to: z.string().nullable(),
  at: InstantText,
  position: z.number().int().min(1),
  event: Id.meta({ description: 'The event that moved it, with its reason.' }),
});

const targetFields = {
  unit: UnitKeyText,
  target: TargetKeyText,
  goal: GoalView,
  due: z.string().nullable().meta({ description: 'As given; null: an aim.' }),
  firstDue: z.string().nullable().meta({ description: 'The first date it ever had.' }),
  moves: z.array(MoveView),
  owner: z.object({ name: z.string(), email: z.string() }).nullable(),
  setAt: InstantText,
};

export const TargetView = z
  .object({
    ...targetFields,
    version: z.number().int().min(1).meta({ description: 'Of the unit.' }),
  })
  .meta({ id: 'Target', description: 'A plan entry.' });

export const TargetStatusText = z
  .enum(['done', 'on-track', 'at-risk', 'late', 'aim'])
  .meta({ id: 'TargetStatus' });

const BecauseView = z
  .object({
    rule: z.enum([
      'reached',
      'lost-again',
      'due-passed',
      'forecast-after-due',
      'forecast-in-time',
      'step-due-later',
      'little-time-left',
      'goal-unknown',
    ]),
    says: z.string(),
  })
  .loose()
  .meta({ id: 'TargetReason', description: 'Why a target has its status; figures by rule.' });

const StepView = z
  .object({
    stage: StageView.nullable().meta({ description: 'The stage whose gate it is.' }),
    dimension: z.string().optional(),
    level: z.number().int().min(1).optional(),
    stillNeeded: z.number().int().min(1).optional().meta({
      description: 'How many of the missing must become true; absent in scored models.',
    }),
    missing: z.array(
      z.object({
        criterion: z.string(),
        says: z.string(),
        milestones: z.array(MilestoneKeyText),
        keyMove: z.boolean(),
        supporting: z.boolean(),
        inferred: z.boolean(),
        dimension: z.string().optional(),
        worth: z.number().optional(),
        adds: z.number().optional().meta({ description: 'Scored models: what the score gains.' }),
      }),
    ),
  })
  .meta({ id: 'TargetStep', description: 'A gate on the way, with what it still lacks.' });

export const PlannedTargetView = z
  .object({
    ...targetFields,
    title: z.string(),
    status: TargetStatusText,
    because: z.array(BecauseView),
    achievedOn: InstantText.optional(),
    lostOn: InstantText.optional().meta({ description: 'It had been reached, until then.' }),
    progress: z.number(),
    slipDays: z.number().int().nullable().meta({
      description:
        'Whole days from the first date to the day on which it was reached, else to the present date, or to the day asked for once that is over; below 0 when it was brought forward.',
    }),
    steps: z.array(StepView),
    reached: z.number().int().min(0).optional().meta({ description: 'Shares: units there.' }),
    counted: z.number().int().min(0).optional().meta({ description: 'Shares: units in all.' }),
    forecast: ForecastView.optional(),
  })
  .meta({ id: 'PlannedTarget', description: 'A target and how it stands.' });

const CountedInView = z.object({ ...targetFields, title: z.string(), reached: z.boolean() });

export const RoadmapQuery = z.strictObject({ asOf: AsOf.optional(), knownAt: AsOf.optional() });

export const RoadmapView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    targets: z.array(PlannedTargetView),
    countedIn: z.array(CountedInView).meta({
      description: 'Targets for a share of a subtree, set above this unit, that count it.',
    }),
  })
  .meta({ id: 'Roadmap' });

export const RoadmapFilter = z.strictObject({
  asOf: AsOf.optional(),
  knownAt: AsOf.optional(),
  status: TargetStatusText.optional(),
  goal: z
    .enum(['milestone', 'stage', 'level', 'share'])
    .optional()
    .meta({ description: 'What is wanted: `share` lists targets for a share of a subtree.' }),
  owner: text(254).optional(),
  model: ModelIdText.optional(),
  milestone: MilestoneKeyText.optional(),
  kind: Kind.optional(),
  tag: Tag.optional(),
  ...page,
});

const Named = { unit: UnitKeyText, target: TargetKeyText, title: z.string() };
const Count = z.number().int().min(0);

export const SubtreeRoadmapView = listOf(PlannedTargetView.extend({ name: z.string() }))
  .extend({
    unit: UnitKeyText,
    ...momentShape,
    summary: z.object({
      targets: Count,
      byStatus: z.object({
        done: Count,
        'on-track': Count,
        'at-risk': Count,
        late: Count,
        aim: Count,
      }),
      nextDue: z.object({ ...Named, due: z.string() }).nullable(),
      mostSlipped: z.array(z.object({ ...Named, slipDays: z.number().int() })),
      moves: Count,
    }),
  })
  .meta({ id: 'SubtreeRoadmap' });
