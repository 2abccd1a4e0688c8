import { z } from 'zod';
import { momentShape } from './dates.js';
import { Limit } from './lists.js';
import { RollupFilter } from './rollup.js';
import { StageView } from './standing.js';
import { MilestoneKeyText, ModelIdText, UnitKeyText } from './text.js';

export const GapFilter = RollupFilter.extend({ limit: Limit });

const Count = z.number().int().min(0);

const CountedModel = z.object({ model: ModelIdText, title: z.string(), units: Count });

const milestone = {
  milestone: MilestoneKeyText,
  title: z.string(),
  category: z.string().nullable(),
  effort: z.enum(['S', 'M', 'L', 'XL']).nullable(),
};

const below = Count.meta({
  description: 'Units of the subtree that pass the filters, the unit itself among them.',
});

export const BlockersView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    below,
    units: Count.meta({ description: 'Units that stand somewhere in one of the models.' }),
    heldBack: Count.meta({ description: 'Units that miss something for a next stage.' }),
    models: z.array(CountedModel),
    items: z.array(
      z.object({
        ...milestone,
        units: Count.meta({ description: 'Units whose next stage misses it, in any model.' }),
        alone: Count.meta({ description: 'Units that it would raise a stage by itself.' }),
        keyMove: z.boolean(),
        models: z.array(
          CountedModel.extend({
            alone: Count,
            keyMove: z.boolean(),
            inherited: z.boolean().meta({
              description: 'The model looks for it at the units above as well.',
            }),
            from: z.array(z.object({ stage: StageView, units: Count })),
          }),
        ),
        examples: z.array(UnitKeyText),
      }),
    ),
  })
  .meta({ id: 'Blockers' });

export const BestMovesView = z
  .object({
    unit: UnitKeyText,
    ...momentShape,
    below,
    items: z.array(
      z.object({
        ...milestone,
        at: UnitKeyText.nullable().meta({
          description: 'Where it is achieved once, for all below; null: by each unit for itself.',
        }),
        acts: Count.meta({ description: 'How many acts that is.' }),
        units: Count.meta({ description: 'Units that rise in at least one model.' }),
        models: z.array(CountedModel),
        advances: Count.meta({ description: 'Stages won: units × models.' }),
        towards: Count.meta({
          description: 'Units × models for which it is one of several things that are missing.',
        }),
        perEffort: z.number().meta({
          description: 'Stages won by an act, divided by its effort: S 1, M 2, L 4, XL 8.',
        }),
        keyMove: z.boolean(),
        why: z.array(z.string()),
        branches: z.array(z.object({ unit: UnitKeyText, advances: Count })).meta({
          description: 'With `at`: the units right below it in whose subtrees most would be won.',
        }),
        examples: z.array(UnitKeyText),
      }),
    ),
  })
  .meta({ id: 'BestMoves' });
