import { z } from 'zod';
import { AsOf, Day, InstantText, momentShape } from './dates.js';
import { StageView } from './standing.js';
import { ModelIdText, text, UnitKeyText } from './text.js';

const percentile = (percent: number) =>
  Day.nullable()
    .optional()
    .meta({
      description: `With ${percent} in 100 it is reached by that day. Null: not within what has been seen of others so far, so there is no day to give.`,
    });

export const ForecastView = z
  .object({
    basis: z.enum(['history', 'not-enough-history']).meta({
      description:
        '`history`: drawn from how long the program’s own units took. `not-enough-history`: a gate on the way has been passed less than 10 times; there is no date.',
    }),
    p10: percentile(10),
    p50: percentile(50),
    p85: percentile(85),
    p90: percentile(90),
    beyond: z.number().min(0).max(1).optional().meta({
      description:
        'The probability that it takes longer than anything seen so far, or never comes.',
    }),
    precedents: z.number().int().min(0).meta({
      description: 'How often others passed the gate on the way that the fewest have passed.',
    }),
    reachedBy: z
      .object({ units: z.number().int().min(0), of: z.number().int().min(0) })
      .meta({ description: 'Units that were ever there, of all that were ever seen.' }),
    assumes: z.enum(['shared-fate']).optional().meta({
      description:
        'What is not learnt from history. `shared-fate`: the units of a program are held up and helped on together, by a fifth or so.',
    }),
  })
  .meta({ id: 'Forecast', description: 'A range with its basis, never one date.' });

const learntFrom = z.object({ asOf: InstantText, position: z.number().int().min(0) }).meta({
  description:
    'The history that it was learnt from. Asked for now, that is what the worker computed last; asked for a pair of times, that pair.',
});

const Ahead = z.object({ stage: StageView, forecast: ForecastView });

export const ForecastQuery = z.strictObject({ asOf: AsOf.optional(), knownAt: AsOf.optional() });

export const UnitForecastView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    items: z.array(
      z.object({
        model: ModelIdText,
        modelVersion: z.number().int().min(1),
        stage: StageView,
        since: InstantText,
        next: Ahead.nullable().meta({ description: 'Null at the last stage.' }),
        last: Ahead.nullable(),
        learntFrom,
      }),
    ),
  })
  .meta({ id: 'UnitForecast' });

export const ShareForecastFilter = z.strictObject({
  model: ModelIdText.optional(),
  stage: text(64).meta({ description: 'The id of a stage.' }),
  share: z.coerce
    .number()
    .gt(0, 'A share is above 0.')
    .max(1, 'A share is at most 1.')
    .default(1)
    .meta({ description: 'Above 0 up to 1; left out: all.' }),
  asOf: AsOf.optional(),
  knownAt: AsOf.optional(),
});

export const ShareForecastView = z
  .object({
    unit: UnitKeyText,
    model: ModelIdText,
    modelVersion: z.number().int().min(1),
    stage: StageView,
    share: z.number(),
    ...momentShape,
    counted: z.number().int().min(0).meta({
      description: 'The unit and those below it that have a standing in the model.',
    }),
    reached: z.number().int().min(0).meta({ description: 'Those at the stage or above.' }),
    needed: z.number().int().min(0).meta({ description: 'How many more it takes.' }),
    forecast: ForecastView.nullable().meta({
      description: 'Null: the share is reached, or nobody is counted.',
    }),
    learntFrom,
  })
  .meta({ id: 'ShareForecast' });
