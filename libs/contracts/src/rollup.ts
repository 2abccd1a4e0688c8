import { z } from 'zod';
import { AsOf, InstantText } from './dates.js';
import { StageView } from './standing.js';
import { Kind, ModelIdText, Tag, UnitKeyText } from './text.js';

export const RollupFilter = z.strictObject({
  model: ModelIdText.optional(),
  asOf: AsOf.optional(),
  knownAt: AsOf.optional(),
  kind: Kind.optional(),
  tag: Tag.optional(),
});

const Placed = z.object({ unit: UnitKeyText, stage: StageView });

export const RollupView = z
  .object({
    unit: UnitKeyText,
    model: ModelIdText,
    modelVersion: z.number().int().min(1),
    asOf: InstantText,
    knownAt: InstantText,
    position: z.number().int().min(0),
    units: z
      .number()
      .int()
      .min(0)
      .meta({ description: 'Units that follow the model, the unit itself counted.' }),
    distribution: z.array(z.object({ stage: StageView, units: z.number().int().min(0) })),
    median: z.number().nullable(),
    mean: z.number().nullable(),
    leading: z.array(Placed),
    lagging: z.array(Placed),
  })
  .meta({ id: 'Rollup' });
