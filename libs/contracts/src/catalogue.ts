import { z } from 'zod';
import { InstantText } from './dates.js';
import { Flag, listOf, page } from './lists.js';
import { ProblemDetail } from './problem.js';
import { StageView } from './standing.js';
import { MilestoneKeyText, ModelIdText, text, UnitKeyText } from './text.js';

const CriterionView = z.object({
  id: z.string(),
  says: z.string(),
  when: z.unknown().meta({ description: 'The expression, as the model file writes it.' }),
  milestones: z.array(MilestoneKeyText),
  keyMove: z.boolean(),
  supporting: z.boolean(),
  inferred: z.boolean(),
});
const NeedsView = z.union([
  z.literal('all'),
  z.object({ atLeast: z.number().int().min(1), inferred: z.boolean() }),
]);

const ModelStageView = z.object({
  ordinal: z.number().int().min(0),
  id: z.string(),
  name: z.string(),
  motto: z.string().optional(),
  summary: z.string().optional(),
  guidance: z.string().optional(),
  pitfalls: z.array(z.string()),
  inferred: z.boolean(),
  needs: NeedsView,
  from: z.number().optional(),
  criteria: z.array(CriterionView),
});

const DimensionView = z.object({
  id: z.string(),
  name: z.string(),
  inferred: z.boolean(),
  levels: z.array(
    z.object({
      level: z.number().int().min(0),
      says: z.string(),
      inferred: z.boolean(),
      needs: NeedsView,
      criteria: z.array(CriterionView),
    }),
  ),
});

export const ModelState = z.enum(['in-force', 'available', 'replaying']);

export const ModelView = z
  .object({
    id: ModelIdText,
    version: z.number().int().min(1),
    versions: z
      .array(z.number().int().min(1))
      .meta({ description: 'Every version the program can see.' }),
    state: ModelState.meta({
      description:
        '`in-force`: this version decides. `available`: another one does. `replaying`: an adoption is being built aside; this version decides until then, or is the one to come.',
    }),
    adoption: z
      .object({
        version: z.number().int().min(1),
        requestedAt: InstantText,
        state: z.enum(['replaying', 'failed']),
        reason: z.string().optional().meta({ description: 'Why it failed.' }),
      })
      .optional()
      .meta({ description: 'The version that is to be put in force, while it is built aside.' }),
    title: z.string(),
    policy: z.enum(['gates', 'dimensions', 'checklist', 'scored']),
    provenance: z.enum(['full', 'partial']),
    source: z
      .object({
        author: z.string().optional(),
        title: z.string().optional(),
        published: z.string().optional(),
        url: z.string().optional(),
      })
      .nullable(),
    summary: z.string().optional(),
    notes: z.array(z.string()),
    benchmarks: z.array(z.unknown()),
    references: z.record(z.string(), z.array(z.string())),
    rollup: z.unknown().optional(),
    overall: z.string().optional(),
    combine: z.string().optional(),
    stages: z.array(ModelStageView),
    dimensions: z.array(DimensionView),
    items: z.array(CriterionView).optional(),
    groups: z.array(z.unknown()).optional(),
  })
  .meta({ id: 'Model' });

export const ModelsView = listOf(ModelView);
export const ModelQuery = z.strictObject({
  version: z.coerce.number('A version is a whole number.').int().min(1).max(2147483647).optional(),
});
export const ListQuery = z.strictObject(page);
export const DryRun = z.strictObject({ dryRun: Flag });

export const AddedModel = z
  .object({ model: ModelIdText, version: z.number().int().min(1), dryRun: z.boolean() })
  .meta({ id: 'AddedModel' });

export const ModelFaults = z.array(ProblemDetail);

export const Adopt = z
  .strictObject({ version: z.number().int().min(1).max(2147483647) })
  .meta({ id: 'Adopt' });

export const AdoptionView = z
  .object({ model: ModelIdText, version: z.number().int().min(1), state: ModelState })
  .meta({ id: 'Adoption' });

export const UpgradeFilter = z.strictObject({
  to: z.coerce.number('A version is a whole number.').int().min(1).max(2147483647),
  ...page,
});

export const UpgradesView = listOf(
  z.object({
    unit: UnitKeyText,
    model: ModelIdText.meta({
      description: 'The model itself, or one that reads milestones which the version words anew.',
    }),
    from: StageView.nullable(),
    to: StageView.nullable(),
    criteria: z.array(z.string()).meta({
      description:
        'The ids of those that make the difference: of the version to come where it falls, of the present one where it rises.',
    }),
  }),
).meta({ id: 'Upgrades' });

const KeyList = z.array(MilestoneKeyText).max(100).optional();
export const DurationText = z
  .string()
  .max(40)
  .regex(
    /^P(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(\d+H)?(\d+M)?)?$/,
    'Not an ISO 8601 duration such as P1Y or P90D.',
  );

export const DefineMilestone = z
  .strictObject({
    title: text(200),
    means: text(2000),
    category: text(100).optional(),
    validity: DurationText.optional(),
    reviewEvery: DurationText.optional(),
    effort: z.enum(['S', 'M', 'L', 'XL']).optional(),
    impliedBy: KeyList,
    dependsOn: KeyList,
    references: z.record(text(64), z.array(text(500)).max(50)).optional(),
    undoneBy: text(1000).optional(),
    evidence: text(1000).optional(),
    source: text(1000).optional(),
    inferred: z.boolean().optional(),
  })
  .meta({ id: 'DefineMilestone' });

export const MilestoneView = z
  .object({
    key: MilestoneKeyText,
    title: z.string(),
    means: z.string(),
    category: z.string().optional(),
    validity: z.string().optional(),
    reviewEvery: z.string().optional(),
    effort: z.enum(['S', 'M', 'L', 'XL']).optional(),
    impliedBy: z.array(MilestoneKeyText),
    dependsOn: z.array(MilestoneKeyText),
    references: z.record(z.string(), z.array(z.string())),
    undoneBy: z.string().optional(),
    evidence: z.string().optional(),
    source: z.string().optional(),
    inferred: z.boolean(),
  })
  .meta({ id: 'Milestone' });

export const MilestonesQuery = z.strictObject({
  q: text(200)
    .optional()
    .meta({ description: 'Words of the key, the title, what it means, or its references.' }),
  ...page,
});

export const MilestonesView = listOf(MilestoneView);
