import { z } from 'zod';
import { AsOf } from './dates.js';
import { TargetStatusText } from './roadmap.js';
import { Kind, ModelIdText, Tag, UnitKeyText } from './text.js';

/** A tree is less deep than that. */
const MOST_LEVELS = 100;

export const ExportTableQuery = z.strictObject({
  under: UnitKeyText.optional().meta({
    description:
      'Of this unit and all below it; of a heatmap or distribution: this unit and so many levels below it as `depth` says. Not for the log.',
  }),
  depth: z.coerce
    .number('A depth is a whole number.')
    .int()
    .min(0)
    .max(MOST_LEVELS)
    .optional()
    .meta({
      description: `Heatmap and distribution only: how many levels below the unit, or below the topmost ones, have rows of their own; 1 when left out, 0 for the unit alone, ${MOST_LEVELS} for all there are.`,
    }),
  asOf: AsOf.optional().meta({
    description: 'When it was true. Not for alerts, recommendations and the log.',
  }),
  knownAt: AsOf.optional().meta({
    description: 'What had been recorded by then. Not for alerts and recommendations.',
  }),
  model: ModelIdText.optional().meta({
    description: 'Standings, heatmap, distribution and roadmap only.',
  }),
  by: z.enum(['models', 'dimensions'], 'models or dimensions').optional().meta({
    description: 'Heatmap only: models, or the dimensions of one `model`.',
  }),
  kind: Kind.optional().meta({ description: 'Heatmap, distribution and roadmap only.' }),
  tag: Tag.optional().meta({ description: 'Heatmap, distribution and roadmap only.' }),
  status: TargetStatusText.optional().meta({ description: 'Roadmap only.' }),
  bom: z
    .enum(['true', 'false'], 'true or false')
    .transform((given) => given === 'true')
    .optional()
    .meta({
      description:
        'CSV only: `false` leaves out the byte order mark at its beginning, which Excel needs and scripts stumble over.',
    }),
});
