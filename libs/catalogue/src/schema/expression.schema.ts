import { z } from 'zod';
import { DurationText, filled, MilestoneKeyText, text, wholeNumber } from './words.js';

/** An expression as a model file writes it. @source models/README.md, rules E-1 to E-6 */
export type WrittenExpression =
  | {
      milestone: string;
      degree?: number;
      within?: string;
      heldFor?: string;
      scope?: 'self' | 'up';
    }
  | { all: WrittenExpression[] }
  | { any: WrittenExpression[] }
  | { atLeast: { count: number; of: WrittenExpression[] } }
  | {
      units: {
        of: 'children' | 'descendants';
        kind?: string;
        atLeast: number;
        meet: WrittenExpression;
      };
    };

const MOST_PARTS = 1000;

const Degree = z
  .number()
  .gt(0, 'A degree lies above 0 and is at most 1.')
  .lte(1, 'A degree lies above 0 and is at most 1.');

export const ExpressionSchema: z.ZodType<WrittenExpression> = z
  .lazy(() =>
    z
      .union([
        z.strictObject({
          milestone: MilestoneKeyText,
          degree: Degree.optional(),
          within: DurationText.optional(),
          heldFor: DurationText.optional(),
          scope: z.enum(['self', 'up']).optional(),
        }),
        z.strictObject({ all: filled(ExpressionSchema, MOST_PARTS) }),
        z.strictObject({ any: filled(ExpressionSchema, MOST_PARTS) }),
        z.strictObject({
          atLeast: z.strictObject({
            count: wholeNumber(1, MOST_PARTS),
            of: filled(ExpressionSchema, MOST_PARTS),
          }),
        }),
        z.strictObject({
          units: z.strictObject({
            of: z.enum(['children', 'descendants']),
            kind: text(64).optional(),
            atLeast: wholeNumber(1, 1_000_000),
            meet: ExpressionSchema,
          }),
        }),
      ])
      .meta({
        description:
          'An expression has one of the keys `milestone`, `all`, `any`, `atLeast` and `units`. Write one.',
      }),
  )
  .meta({ id: 'expression' });
