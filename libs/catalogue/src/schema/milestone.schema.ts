import { z } from 'zod';
import {
  DurationText,
  filled,
  Inferred,
  MilestoneKeyText,
  Prose,
  References,
  text,
  Title,
} from './words.js';

const Keys = z.array(MilestoneKeyText).max(100, 'This list has more than 100 entries. Shorten it.');

/** A dictionary entry as a file writes it. @source models/README.md, rules M-1 to M-8 */
export const MilestoneSchema = z
  .strictObject({
    key: MilestoneKeyText,
    title: Title,
    means: Prose.meta({ description: 'What must be true to record it.' }),
    category: text(100).optional(),
    validity: DurationText.optional().meta({
      description: 'It stops being held when this has passed.',
    }),
    reviewEvery: DurationText.optional().meta({
      description: 'Nothing stops; an alert asks to look again.',
    }),
    effort: z.enum(['S', 'M', 'L', 'XL']).optional(),
    impliedBy: Keys.optional().meta({ description: 'Held, too, when one of these is held.' }),
    dependsOn: Keys.optional().meta({ description: 'Advice only.' }),
    references: References.optional(),
    undoneBy: Prose.optional().meta({ description: 'For people: what ends it.' }),
    evidence: Prose.optional(),
    source: Prose.optional(),
    inferred: Inferred.optional(),
  })
  .meta({ id: 'milestone' });

export type WrittenMilestone = z.infer<typeof MilestoneSchema>;

/** `milestones.yaml`: the shared dictionary. */
export const DictionarySchema = z.strictObject({ milestones: filled(MilestoneSchema, 5000) });
