import { z } from 'zod';
import { AlertFilter } from './advice.js';
import { AsOf } from './dates.js';
import { LogQuery } from './log.js';
import { TargetStatusText } from './roadmap.js';
import { Kind, ModelIdText, Tag, text, UnitKeyText } from './text.js';

/** A tree is less deep than that. */
const MOST_LEVELS = 100;

/** What the list of alerts and the log are narrowed by narrows their files alike. */
const { severity, state, settled, rule, assignee } = AlertFilter.shape;
const { type, unit, milestone, actor, from, to } = LogQuery.shape;

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
  kind: Kind.optional().meta({ description: 'Units, heatmap, distribution and roadmap only.' }),
  tag: Tag.optional().meta({ description: 'Units, heatmap, distribution and roadmap only.' }),
  status: TargetStatusText.optional().meta({ description: 'Roadmap only.' }),
  owner: text(254).optional().meta({ description: 'Units only: the e-mail address of an owner.' }),
  q: text(200).optional().meta({
    description: 'Units and log only: looked for as `GET /units` and `GET /log` look for it.',
  }),
  severity: severity.meta({ description: 'Alerts only.' }),
  state: state.meta({ description: 'Alerts only.' }),
  settled: settled.meta({
    description: 'Alerts only: `true`: resolved or closed; `false`: neither.',
  }),
  rule: rule.meta({ description: 'Alerts only.' }),
  assignee: assignee.meta({
    description: 'Alerts only: `me`, `nobody`, or the id of a person chosen by it.',
  }),
  type: type.meta({ description: 'Log only: types of events with commas between them.' }),
  unit: unit.meta({ description: 'Log only: what was recorded of this unit.' }),
  milestone: milestone.meta({ description: 'Log only: what names this milestone.' }),
  actor: actor.meta({ description: 'Log only: `me`, or the id of a key or a person.' }),
  from: from.meta({ description: 'Log only: recorded at that instant or later.' }),
  to: to.meta({ description: 'Log only: recorded before that instant.' }),
  bom: z
    .enum(['true', 'false'], 'true or false')
    .transform((given) => given === 'true')
    .optional()
    .meta({
      description:
        'CSV only: `false` leaves out the byte order mark at its beginning, which Excel needs and scripts stumble over.',
    }),
});
