import { z } from 'zod';
import { AlertView, SEVERITIES } from './advice.js';
import { AsOf, InstantText, momentShape } from './dates.js';
import { BestMovesView, BlockersView } from './gaps.js';
import { Cursor, Limit } from './lists.js';
import { PlannedTargetView, SubtreeRoadmapView, TargetKeyText } from './roadmap.js';
import { ChangesView, HeatmapView, RollupView } from './rollup.js';
import { StageView } from './standing.js';
import { Id, ModelIdText, Name, Prose, UnitKeyText } from './text.js';

const Count = z.number().int().min(0);
const MODELS_AT_MOST = 40;

export const MakeBoardPack = z
  .strictObject({
    unit: UnitKeyText.meta({ description: 'The unit whose subtree the pack is about.' }),
    title: Name.optional().meta({ description: 'Left out: the name of the unit.' }),
    text: Prose.optional().meta({ description: 'What the office says of it, in a few lines.' }),
    asOf: AsOf.optional().meta({ description: 'Not in the future; left out: now.' }),
    models: z
      .array(ModelIdText)
      .min(1, 'Name a model, or leave it out for all of them.')
      .max(MODELS_AT_MOST, `A pack is about ${MODELS_AT_MOST} models at most.`)
      .optional()
      .meta({ description: 'Left out: every model that a unit of the subtree follows.' }),
  })
  .meta({ id: 'MakeBoardPack' });

const PackModel = RollupView.omit({
  unit: true,
  asOf: true,
  knownAt: true,
  position: true,
  leading: true,
  lagging: true,
})
  .extend({
    title: z.string(),
    of: Count.meta({ description: 'How many stages there are; 0: none.' }),
    changes: z
      .object({ rose: Count, fell: Count, appeared: Count, left: Count })
      .nullable()
      .meta({ description: 'Since `changes.from`; null for models without stages.' }),
  })
  .meta({ id: 'BoardPackModel' });

const PackTarget = PlannedTargetView.pick({
  unit: true,
  target: true,
  goal: true,
  title: true,
  due: true,
  firstDue: true,
  status: true,
  because: true,
  achievedOn: true,
  progress: true,
  slipDays: true,
  reached: true,
  counted: true,
  forecast: true,
})
  .extend({ name: z.string() })
  .meta({ id: 'BoardPackTarget' });

const PackAlert = AlertView.pick({
  id: true,
  rule: true,
  severity: true,
  unit: true,
  openedAt: true,
  summary: true,
})
  .extend({ name: z.string() })
  .meta({ id: 'BoardPackAlert' });

const change = ChangesView.shape.items.element;

export const BoardPackFigures = z
  .object({
    program: z.string(),
    unit: z.string().meta({ description: 'The name of the unit then.' }),
    kind: z.string(),
    below: Count,
    headline: ModelIdText.nullable().meta({ description: 'The model that comes first.' }),
    models: z.array(PackModel),
    heatmap: HeatmapView.pick({ columns: true, total: true, rows: true }).extend({
      children: Count.meta({ description: 'Units right below; rows are those with most below.' }),
    }),
    changes: z.object({
      from: InstantText,
      since: z.enum(['last-pack', 'quarter']).meta({
        description: 'The date of the last pack of the unit; without one, 90 days before.',
      }),
      all: Count,
      items: z.array(change.extend({ name: z.string() })),
    }),
    blockers: BlockersView.omit({ unit: true }).nullable().meta({
      description: 'Null: so many units of the past are not gone through.',
    }),
    bestMoves: BestMovesView.omit({ unit: true }).nullable(),
    roadmap: z.object({
      summary: SubtreeRoadmapView.shape.summary,
      items: z.array(PackTarget).meta({
        description: 'Shares of a subtree first, then late ones, then those at risk.',
      }),
    }),
    alerts: z.object({
      at: InstantText.meta({ description: 'Alerts are those that were open then.' }),
      bySeverity: z.record(z.enum(SEVERITIES), Count),
      items: z.array(PackAlert).meta({ description: 'Critical ones first.' }),
    }),
    names: z
      .object({
        units: z.record(z.string(), z.string()),
        milestones: z.record(z.string(), z.string()),
      })
      .meta({ description: 'What the units and milestones of facts are called.' }),
  })
  .meta({ id: 'BoardPackFigures' });

const Told = z.union([z.number(), z.string(), StageView]).nullable();

export const BoardPackRestated = z
  .object({
    since: z
      .object({ id: Id, madeAt: InstantText, ...momentShape })
      .meta({ description: 'The last pack of the unit, whose figures are told anew.' }),
    models: z
      .array(z.object({ model: ModelIdText, title: z.string(), was: Count, is: Count }))
      .meta({ description: 'Models adopted in another version since.' }),
    figures: z.array(
      z.object({
        figure: z
          .enum([
            ...['below', 'units', 'stage', 'median', 'own', 'from-children'],
            ...['mean-score', 'mean-checked', 'rose', 'fell', 'target'],
          ] as const)
          .meta({ description: '`stage`: how many units stand there.' }),
        unit: UnitKeyText,
        name: z.string(),
        model: ModelIdText.nullable(),
        stage: StageView.nullable(),
        target: TargetKeyText.nullable(),
        title: z.string().nullable().meta({ description: 'What a target wants.' }),
        was: Told.meta({ description: 'As it was known when the last pack was made.' }),
        is: Told.meta({ description: 'As it is known by now, for the same date.' }),
        facts: z.array(change.shape.because.element).meta({
          description: 'The facts responsible, ten at most.',
        }),
      }),
    ),
    unexplained: Count.meta({
      description: 'Units whose facts were not looked for, since there are too many.',
    }),
  })
  .meta({ id: 'BoardPackRestated' });

const head = {
  id: Id,
  unit: UnitKeyText,
  title: z.string().nullable().meta({ description: 'Null: the author was erased.' }),
  text: z.string().nullable(),
  author: z.object({ id: Id, name: z.string() }),
  erased: z.boolean().meta({ description: 'Whether what the author wrote was erased.' }),
  madeAt: InstantText,
  ...momentShape,
  modelVersions: z.array(
    z.object({ model: ModelIdText, modelVersion: z.number().int().min(1), title: z.string() }),
  ),
};

export const BoardPackHead = z.object(head).meta({ id: 'BoardPackHead' });

export const BoardPackView = z
  .object({
    ...head,
    restated: BoardPackRestated.nullable().meta({
      description:
        'What of the last pack would read differently by now, for its date; null in the first pack of a unit.',
    }),
    figures: BoardPackFigures,
  })
  .meta({ id: 'BoardPack' });

export const BoardPackFilter = z.strictObject({
  unit: UnitKeyText.optional().meta({ description: 'Of this unit alone.' }),
  limit: Limit,
  cursor: Cursor.optional(),
});
