import { z } from 'zod';
import { AsOf } from './dates.js';
import { TargetStatusText } from './roadmap.js';
import { Kind, ModelIdText, Tag, UnitKeyText } from './text.js';

export const ExportTableQuery = z.strictObject({
  under: UnitKeyText.optional().meta({
    description:
      'Of this unit and all below it; of a heatmap or distribution: this unit and those right below it. Not for the log.',
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
});
