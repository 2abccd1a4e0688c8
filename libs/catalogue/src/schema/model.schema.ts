import { z } from 'zod';
import { ExpressionSchema } from './expression.schema.js';
import { MilestoneSchema } from './milestone.schema.js';
import {
  filled,
  Inferred,
  MilestoneKeyText,
  ModelIdText,
  PartId,
  Prose,
  References,
  text,
  textOrNumber,
  Title,
  WebAddress,
  wholeNumber,
} from './words.js';

const MOST_STEPS = 100;
const MOST_CRITERIA = 1000;

const CriterionSchema = z
  .strictObject({
    id: PartId,
    says: Prose,
    when: ExpressionSchema,
    keyMove: z.boolean().optional().meta({ description: 'The move this stage hangs on.' }),
    supporting: z.boolean().optional().meta({ description: 'Shown and advised, not counted.' }),
    inferred: Inferred.optional(),
  })
  .meta({ id: 'criterion' });

const Needs = z
  .union([
    z.literal('all'),
    z.strictObject({ atLeast: wholeNumber(1, MOST_CRITERIA), inferred: Inferred.optional() }),
  ])
  .meta({ description: 'Write `all`, or a count such as `{ atLeast: 2 }`.' });

const described = {
  id: PartId,
  name: Title,
  motto: text(500).optional(),
  summary: Prose.optional(),
  guidance: Prose.optional(),
  pitfalls: z.array(Prose).max(100).optional(),
  inferred: Inferred.optional(),
};

const GateSchema = z
  .strictObject({
    ...described,
    needs: Needs.optional(),
    criteria: z.array(CriterionSchema).max(MOST_CRITERIA).optional(),
  })
  .meta({ id: 'gate' });

const PhaseSchema = z.strictObject(described).meta({ id: 'phase' });

const ScoreStageSchema = z
  .strictObject({ ...described, from: z.number().min(0, 'A score is never below 0.') })
  .meta({ id: 'scoreStage' });

const LevelSchema = z
  .strictObject({
    level: wholeNumber(1, MOST_STEPS),
    says: Prose,
    inferred: Inferred.optional(),
    needs: Needs.optional(),
    criteria: z.array(CriterionSchema).max(MOST_CRITERIA).optional(),
  })
  .meta({ id: 'level' });

const DimensionSchema = z
  .strictObject({ id: PartId, name: Title, levels: filled(LevelSchema, MOST_STEPS) })
  .meta({ id: 'dimension' });

const ChecklistItemSchema = z
  .strictObject({ id: PartId, says: Prose, when: ExpressionSchema, inferred: Inferred.optional() })
  .meta({ id: 'checklistItem' });

const Weight = z
  .number()
  .gt(0, 'A weight lies above 0.')
  .max(1_000_000, 'At most 1000000 goes here.');
const CombineSchema = z.enum(['mean', 'sum', 'lowest', 'highest']);

const ScoredItemSchema = z
  .strictObject({
    id: PartId,
    says: Prose.optional(),
    weight: Weight.optional(),
    milestone: MilestoneKeyText.optional().meta({ description: 'Worth the degree held.' }),
    when: ExpressionSchema.optional().meta({ description: 'Worth 1 when true, else 0.' }),
    inferred: Inferred.optional(),
  })
  .meta({ id: 'scoredItem' });

/** A group of a scored model as a file writes it. */
export interface WrittenGroup {
  id: string;
  name?: string;
  weight?: number;
  combine?: z.infer<typeof CombineSchema>;
  inferred?: boolean;
  groups?: WrittenGroup[];
  items?: z.infer<typeof ScoredItemSchema>[];
}

const GroupSchema: z.ZodType<WrittenGroup> = z
  .lazy(() =>
    z.strictObject({
      id: PartId,
      name: Title.optional(),
      weight: Weight.optional(),
      combine: CombineSchema.optional(),
      inferred: Inferred.optional(),
      groups: filled(GroupSchema, MOST_CRITERIA).optional(),
      items: filled(ScoredItemSchema, MOST_CRITERIA).optional(),
    }),
  )
  .meta({ id: 'group' });

const head = {
  id: ModelIdText,
  version: wholeNumber(1, 2_147_483_647).meta({
    description: 'A published version never changes.',
  }),
  title: Title,
  source: z
    .strictObject({
      author: Title.optional(),
      title: text(500).optional(),
      published: textOrNumber(50).optional(),
      url: WebAddress.optional(),
    })
    .optional(),
  provenance: z.enum(['full', 'partial']).optional(),
  summary: Prose.optional(),
  notes: z.array(Prose).max(200).optional(),
  benchmarks: z
    .array(
      z.strictObject({
        says: Prose,
        value: textOrNumber(200).optional(),
        source: Prose.optional(),
      }),
    )
    .max(500)
    .optional(),
  references: References.optional(),
  rollup: z
    .union([
      z.enum(['weakest', 'median']),
      z.strictObject({
        share: z
          .number()
          .gt(0, 'A share lies above 0 and is at most 1.')
          .lte(1, 'A share lies above 0 and is at most 1.'),
      }),
    ])
    .meta({ description: 'Write `weakest`, `median`, or a share such as `{ share: 0.8 }`.' })
    .optional(),
  milestones: z.array(MilestoneSchema).max(5000).optional(),
};

const stages = <Stage extends z.ZodType>(stage: Stage) => filled(stage, MOST_STEPS);

/** A model as a file writes it. @source models/README.md, rules S-1 to S-12 */
export const ModelSchema = z.discriminatedUnion('policy', [
  z.strictObject({ ...head, policy: z.literal('gates'), stages: stages(GateSchema) }),
  z.strictObject({
    ...head,
    policy: z.literal('dimensions'),
    stages: stages(PhaseSchema),
    overall: z.enum(['lowest', 'median', 'mean']),
    dimensions: filled(DimensionSchema, MOST_STEPS),
  }),
  z.strictObject({
    ...head,
    policy: z.literal('checklist'),
    items: filled(ChecklistItemSchema, 10_000),
  }),
  z.strictObject({
    ...head,
    policy: z.literal('scored'),
    combine: CombineSchema.optional(),
    groups: filled(GroupSchema, MOST_CRITERIA),
    stages: stages(ScoreStageSchema).optional(),
  }),
]);

export type WrittenModel = z.infer<typeof ModelSchema>;
export type WrittenCriterion = z.infer<typeof CriterionSchema>;
export type WrittenNeeds = z.infer<typeof Needs>;
export type WrittenScoredItem = z.infer<typeof ScoredItemSchema>;
