import { z } from 'zod';
import { InstantText } from './dates.js';
import { listOf, page } from './lists.js';
import { TargetKeyText } from './roadmap.js';
import { EventIdText, Id, MilestoneKeyText, ModelIdText, Prose, UnitKeyText } from './text.js';

const subject = {
  event: EventIdText.optional(),
  model: ModelIdText.optional(),
  milestone: MilestoneKeyText.optional(),
  target: TargetKeyText.optional(),
};

const CommentSubject = z
  .strictObject(subject)
  .refine((about) => Object.values(about).some((one) => one !== undefined), {
    error: 'Say what it is about: event, model, milestone or target; or leave `about` out.',
  });

export const MakeComment = z.strictObject({ text: Prose, about: CommentSubject.optional() }).meta({
  id: 'MakeComment',
  description:
    'Plain text. `about`: an event of the unit, a model, a milestone or a target of the unit; several narrow each other.',
});

export const CommentFilter = z.strictObject({ ...subject, ...page });

const CommentView = z
  .object({
    id: Id.meta({ description: 'The event that it stands in the log as.' }),
    position: z.number().int().min(1),
    unit: UnitKeyText,
    text: z.string(),
    about: z
      .object({
        event: Id.optional(),
        model: ModelIdText.optional(),
        milestone: MilestoneKeyText.optional(),
        target: z.string().optional(),
      })
      .nullable(),
    actor: z.string().meta({ description: 'Who said it.' }),
    own: z
      .boolean()
      .meta({ description: 'You said it, and may take it back: POST /units/{unit}/retractions.' }),
    recordedAt: InstantText,
  })
  .meta({ id: 'Comment' });

export const CommentsView = listOf(CommentView);
