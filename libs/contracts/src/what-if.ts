import { z } from 'zod';
import { AsOf, InstantText, momentShape, OccurredAt } from './dates.js';
import { ForecastView } from './forecast.js';
import { TargetView } from './roadmap.js';
import { StageView, WhatIf } from './standing.js';
import { Kind, MilestoneKeyText, ModelIdText, Tag, UnitKeyText } from './text.js';
import { OwnerText } from './units.js';

const Each = z
  .strictObject({ under: UnitKeyText.optional(), kind: Kind.optional(), tag: Tag.optional() })
  .meta({
    description:
      'At every unit of a subtree, by the tree of now: `under` (absent: the unit asked about) and all below it, or those of a kind or tag.',
  });

const where = {
  milestone: MilestoneKeyText,
  unit: UnitKeyText.optional().meta({ description: 'Left out: the unit asked about.' }),
  each: Each.optional(),
  on: OccurredAt.meta({ description: 'May lie in the future; left out: now.' }).optional(),
};

const ONE_PLACE = 'Give `unit` or `each`, not both.';
const onePlace = (one: { readonly unit?: unknown; readonly each?: unknown }) =>
  one.unit === undefined || one.each === undefined;

const supposed = {
  achieve: z
    .array(
      z
        .strictObject({ ...where, degree: z.number().gt(0).max(1).optional() })
        .refine(onePlace, ONE_PLACE),
    )
    .max(200)
    .optional(),
  lapse: z.array(z.strictObject(where).refine(onePlace, ONE_PLACE)).max(200).optional(),
};

export const SubtreeWhatIf = z
  .strictObject({
    ...supposed,
    asOf: AsOf.optional().meta({
      description: 'What `after` is as of; left out: when all that is supposed has happened.',
    }),
  })
  .meta({ id: 'SubtreeWhatIf' });

const plan = {
  owner: OwnerText.optional(),
  prefix: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,23}$/,
      'A prefix is made of lower-case letters, digits and "-", at most 24.',
    )
    .optional()
    .meta({ description: 'Stands before the keys of new targets.', examples: ['coe-2031'] }),
};

export const Plan = z.strictObject({ ...WhatIf.shape, ...plan }).meta({ id: 'Plan' });
export const SubtreePlan = z
  .strictObject({ ...SubtreeWhatIf.shape, ...plan })
  .omit({ asOf: true })
  .meta({ id: 'SubtreePlan' });

export const PlanOutcomeView = z
  .object({
    targets: z.array(
      TargetView.omit({ version: true }).extend({
        outcome: z.enum(['set', 'moved', 'unchanged']).meta({
          description: 'A unit that has a target for the milestone keeps it; its date is moved.',
        }),
      }),
    ),
    skipped: z
      .array(
        z.object({
          unit: UnitKeyText,
          milestone: MilestoneKeyText,
          reason: z.enum(['achieved', 'lapse']),
          says: z.string(),
        }),
      )
      .meta({ description: 'What is no target: achieved already, or a lapse.' }),
  })
  .meta({ id: 'PlanOutcome' });

const Count = z.number().int().min(0);

const FiguresView = z
  .object({
    units: Count,
    distribution: z.array(z.object({ stage: StageView, units: Count })),
    median: z.number().nullable(),
    mean: z.number().nullable(),
    meanScore: z.number().nullable().optional(),
    meanChecked: z.number().nullable().optional(),
  })
  .meta({ id: 'Figures', description: 'Where the units of a subtree stand, as in its rollup.' });

const ShareAhead = z.object({
  counted: Count,
  reached: Count,
  needed: Count.meta({ description: 'How many more it takes.' }),
  forecast: ForecastView.nullable().meta({ description: 'Null: it is reached already.' }),
});

const AheadView = z
  .object({ stage: StageView, share: z.number(), before: ShareAhead, after: ShareAhead })
  .nullable()
  .meta({
    description:
      'Where something changes: when half of the subtree will be a stage further than its median is now, without and with what is supposed.',
  });

export const SubtreeWhatIfView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    at: InstantText.meta({ description: 'What `after` and `otherwise` are as of.' }),
    below: Count.meta({ description: 'Units of the subtree, the unit itself among them.' }),
    supposed: z.array(
      z.object({
        milestone: MilestoneKeyText,
        outcome: z.enum(['achieved', 'lapsed']),
        at: InstantText,
        units: Count,
      }),
    ),
    models: z.array(
      z.object({
        model: ModelIdText,
        modelVersion: z.number().int().min(1),
        title: z.string(),
        before: FiguresView.meta({ description: 'As of `asOf`.' }),
        otherwise: FiguresView.meta({ description: 'As of `at` if nothing is done.' }),
        after: FiguresView.meta({ description: 'As of `at` once all of it has happened.' }),
        rise: Count.meta({ description: 'Units that would stand higher than before.' }),
        fall: Count,
        forecast: AheadView,
      }),
    ),
    changes: z
      .array(
        z.object({
          unit: UnitKeyText,
          model: ModelIdText,
          change: z.enum(['rises', 'falls']),
          from: StageView,
          to: StageView,
          otherwise: StageView.nullable(),
        }),
      )
      .meta({ description: 'The first 500, by unit; `rise` and `fall` count all.' }),
  })
  .meta({ id: 'SubtreeComparison' });
