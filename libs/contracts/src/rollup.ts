import { z } from 'zod';
import { AsOf, InstantText, momentShape } from './dates.js';
import { page } from './lists.js';
import { StageView, StandingView } from './standing.js';
import { Id, Kind, MilestoneKeyText, ModelIdText, Tag, UnitKeyText } from './text.js';

/** Which units of a subtree are counted, in which model. */
const counted = { model: ModelIdText.optional(), kind: Kind.optional(), tag: Tag.optional() };
const moment = { asOf: AsOf.optional(), knownAt: AsOf.optional() };

const ofModel = { model: ModelIdText, modelVersion: z.number().int().min(1) };
const Count = z.number().int().min(0);

export const RollupFilter = z.strictObject({ ...counted, ...moment });

const Placed = z.object({ unit: UnitKeyText, stage: StageView });

const figures = {
  units: Count.meta({
    description:
      'Units that follow the model and pass the filters; the unit itself is counted. The figures are theirs.',
  }),
  distribution: z
    .array(z.object({ stage: StageView, units: Count }))
    .meta({ description: 'Every stage from "Not started" up; empty for models without stages.' }),
  median: z.number().nullable().meta({ description: 'The lower median ordinal.' }),
  mean: z.number().nullable(),
  meanScore: z.number().nullable().optional().meta({ description: 'Scored models only.' }),
  meanChecked: z
    .number()
    .nullable()
    .optional()
    .meta({ description: 'Checklists only: the mean share of what is checked, 0–1.' }),
};

const FromChildren = z
  .object({
    rule: z.union([z.enum(['weakest', 'median']), z.object({ share: z.number() })]),
    stage: StageView,
  })
  .nullable()
  .meta({
    description:
      'How the model reads the unit from its children (`rollup` in its file), beside its own standing; null where it does not.',
  });

export const RollupView = z
  .object({
    unit: UnitKeyText,
    ...ofModel,
    ...momentShape,
    below: Count.meta({
      description:
        'Units of the subtree that pass the filters, whether they follow the model or not.',
    }),
    ...figures,
    leading: z.array(Placed),
    lagging: z.array(Placed),
    own: StageView.nullable().meta({ description: 'Where the unit stands itself.' }),
    fromChildren: FromChildren,
  })
  .meta({ id: 'Rollup' });

export const TrendFilter = z.strictObject({
  ...counted,
  from: AsOf,
  to: AsOf.optional().meta({ description: 'The last instant that may be a point; absent: now.' }),
  every: z
    .string()
    .max(40, 'A duration is at most 40 characters.')
    .default('P1M')
    .meta({ description: 'An ISO 8601 duration between two points.', examples: ['P1M'] }),
  knownAt: AsOf.optional(),
});

export const TrendView = z
  .object({
    unit: UnitKeyText,
    ...ofModel,
    ...momentShape,
    points: z.array(z.object({ at: InstantText, ...figures })),
  })
  .meta({ id: 'Trend' });

export const TransitionsFilter = z.strictObject({
  ...counted,
  from: AsOf.optional().meta({ description: 'Absent: from the beginning.' }),
  to: AsOf.optional().meta({ description: 'Not included; absent: now.' }),
  knownAt: AsOf.optional(),
});

const Days = z
  .object({ count: Count, p25: Count, median: Count, p75: Count })
  .meta({ id: 'DaysSpent', description: 'Whole days: quartiles by nearest rank.' });

export const TransitionsView = z
  .object({
    unit: UnitKeyText,
    ...ofModel,
    ...momentShape,
    from: InstantText.nullable(),
    to: InstantText,
    transitions: z.array(
      z.object({
        from: StageView,
        to: StageView,
        count: Count,
        days: Days.meta({ description: 'Days at `from` until then.' }),
      }),
    ),
    stages: z.array(
      z.object({
        stage: StageView,
        left: Days.nullable().meta({ description: 'Of those who left the stage in that time.' }),
        waiting: Days.nullable().meta({ description: 'So far, of those who stand at it at `to`.' }),
      }),
    ),
  })
  .meta({ id: 'Transitions' });

export const HeatmapFilter = z.strictObject({
  ...counted,
  ...moment,
  by: z
    .enum(['models', 'dimensions', 'model', 'dimension'])
    .default('models')
    .transform((by) => (by.startsWith('model') ? ('models' as const) : ('dimensions' as const)))
    .meta({ description: 'Models, or the dimensions of one `model`.' }),
});

const CellView = z.object({
  units: Count,
  median: StageView.nullable(),
  own: StageView.nullable(),
  distribution: z
    .array(Count)
    .optional()
    .meta({ description: 'Units at each stage, from "Not started" up.' }),
  fromChildren: FromChildren.optional(),
  meanScore: z.number().nullable().optional(),
  meanChecked: z.number().nullable().optional(),
});

const RowView = z.object({
  unit: UnitKeyText,
  name: z.string(),
  kind: z.string(),
  below: Count,
  cells: z.array(CellView).meta({ description: 'One for each column.' }),
});

export const HeatmapView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    columns: z.array(
      z.object({
        ...ofModel,
        title: z.string(),
        dimension: z.string().optional(),
        of: Count.meta({ description: 'How many stages or levels there are.' }),
      }),
    ),
    total: RowView,
    rows: z.array(RowView),
  })
  .meta({ id: 'Heatmap' });

const change = z.enum(['rose', 'fell', 'appeared', 'left']);

const Instants = z.union([AsOf, z.array(AsOf).min(1).max(2)]);

export const ChangesFilter = z.strictObject({
  ...counted,
  ...page,
  change: change.optional().meta({
    description: 'Which items to list; `counts` and `flows` tell of all.',
  }),
  from: AsOf.optional(),
  to: AsOf.optional().meta({ description: 'Absent: now.' }),
  asOf: AsOf.optional().meta({ description: 'With two `knownAt`: the date that was restated.' }),
  knownAt: Instants.optional().meta({
    description: 'One: as known then. Two: what was restated between them for one date.',
  }),
});

const ReasonView = z.object({
  event: Id,
  type: z.string(),
  unit: UnitKeyText.nullable(),
  milestone: MilestoneKeyText.optional(),
  occurredAt: z.string(),
});

export const ChangesView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    from: InstantText,
    to: InstantText,
    restatedSince: InstantText.nullable().meta({
      description: 'The earlier `knownAt`, where restatements were asked for.',
    }),
    counts: z.array(
      z.object({ model: ModelIdText, rose: Count, fell: Count, appeared: Count, left: Count }),
    ),
    flows: z
      .array(
        z.object({
          model: ModelIdText,
          from: StageView.nullable(),
          to: StageView.nullable(),
          units: Count,
        }),
      )
      .meta({
        description:
          'Every unit once in each model with stages: where it stood and where it stands; those that stayed are among them. Null: it had, or has, no standing.',
      }),
    items: z.array(
      z.object({
        unit: UnitKeyText,
        model: ModelIdText,
        change,
        from: StageView.nullable(),
        to: StageView.nullable(),
        because: z.array(ReasonView),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Changes' });

export const DisagreementsFilter = z.strictObject({
  models: z
    .string()
    .regex(/^[a-z0-9-]{1,64},[a-z0-9-]{1,64}$/, 'Name two models with a comma between them.')
    .meta({ description: 'Two models, with a comma.', examples: ['lithium,altimeter'] }),
  ...page,
  ...moment,
  kind: Kind.optional(),
  tag: Tag.optional(),
});

const Missing = StandingView.shape.next.unwrap().shape.missing;

export const DisagreementsView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    compared: Count.meta({ description: 'Units that stand in both models.' }),
    disagreeing: Count.meta({
      description: 'Units whose shares of the way through each model differ by a third or more.',
    }),
    items: z.array(
      z.object({
        unit: UnitKeyText,
        views: z.array(z.object({ model: ModelIdText, stage: StageView, of: Count })),
        apart: z.number(),
        behind: ModelIdText,
        criteria: Missing.meta({ description: 'What the model behind still asks next.' }),
      }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'Disagreements' });
