import { z } from 'zod';
import { AsOf, InstantText, momentShape, OccurredAt } from './dates.js';
import { page } from './lists.js';
import { Id, MilestoneKeyText, ModelIdText, TypeList, UnitKeyText } from './text.js';

export const StageView = z
  .object({
    ordinal: z.number().int().min(0).meta({ description: '0 is "Not started" (`none`).' }),
    id: z.string(),
    name: z.string(),
  })
  .meta({ id: 'StageRef' });

const MissingView = z.object({
  criterion: z.string(),
  says: z.string(),
  milestones: z.array(MilestoneKeyText),
  keyMove: z.boolean(),
  supporting: z.boolean(),
  inferred: z.boolean(),
  dimension: z.string().optional(),
  worth: z.number().optional(),
});

const MetView = z.object({
  stage: z.string().nullable(),
  criterion: z.string(),
  dimension: z.string().optional(),
  level: z.number().int().min(0).optional(),
  by: z.array(Id),
  since: InstantText,
  until: InstantText.optional(),
  waived: z.boolean(),
  supporting: z.boolean(),
  inferred: z.boolean(),
});

export const StandingView = z
  .object({
    model: ModelIdText,
    modelVersion: z.number().int().min(1),
    policy: z.enum(['gates', 'dimensions', 'checklist', 'scored']),
    stage: StageView.nullable(),
    since: InstantText,
    next: StageView.extend({
      progress: z.number(),
      stillNeeded: z.number().int().min(0).optional().meta({
        description: 'How many of the missing criteria must become true; absent in scored models.',
      }),
      missing: z.array(MissingView),
    }).nullable(),
    ahead: z.array(StageView),
    met: z.array(MetView),
    dimensions: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          level: z.number().int().min(0),
          since: InstantText,
        }),
      )
      .optional(),
    mean: z.number().optional(),
    score: z.number().nullable().optional(),
    groups: z.array(z.object({ path: z.string(), score: z.number() })).optional(),
    checked: z.number().int().min(0).optional(),
    total: z.number().int().min(0).optional(),
  })
  .meta({
    id: 'Standing',
    description: 'Where a unit stands in a model at one instant, with its proof.',
  });

export type StandingView = z.infer<typeof StandingView>;

export const TimeQuery = z.strictObject({ asOf: AsOf.optional(), knownAt: AsOf.optional() });

export const StandingsView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    items: z.array(StandingView),
  })
  .meta({ id: 'Standings' });

export const HistoryQuery = z.strictObject({
  ...page,
  asOf: AsOf.optional(),
  knownAt: AsOf.optional(),
  type: TypeList.optional(),
  milestone: MilestoneKeyText.optional(),
  model: ModelIdText.optional(),
  from: AsOf.optional().meta({ description: 'True at that instant or later.' }),
  to: AsOf.optional().meta({ description: 'True before that instant.' }),
});

const Plan = {
  milestone: MilestoneKeyText,
  on: OccurredAt.meta({ description: 'May lie in the future; left out: now.' }).optional(),
};

export const WhatIf = z
  .strictObject({
    achieve: z
      .array(z.strictObject({ ...Plan, degree: z.number().gt(0).max(1).optional() }))
      .max(200)
      .optional(),
    lapse: z.array(z.strictObject(Plan)).max(200).optional(),
  })
  .meta({ id: 'WhatIf' });
