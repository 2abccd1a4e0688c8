import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { requireMilestone } from '../facts/milestone.js';
import { eventOf } from '../facts/named-event.js';
import type { Known } from '../known.js';
import { type By, Recorder, requireUnit } from '../recorder.js';
import { Refusal } from '../refusal.js';

/** Records what somebody says about a unit. It changes no standing. */
export class MakeComment extends Command<StoredEvent> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly comment: EventData['comment.made'],
  ) {
    super();
  }
}

@CommandHandler(MakeComment)
export class MakeCommentHandler implements ICommandHandler<MakeComment> {
  constructor(private readonly recorder: Recorder) {}

  /**
   * @throws Refusal `unit-unknown`, and for what it is about `event-unknown`, `event-of-other-unit`,
   * `model-unknown`, `milestone-unknown`, `target-unknown`
   */
  async execute({ by, unit, comment: data }: MakeComment): Promise<StoredEvent> {
    const { answer } = await this.recorder.append(by, {
      units: [unit],
      alone: false,
      decide: async (known) => {
        requireUnit(known, unit);
        await requireSubject(known, unit, data.about ?? {});
        return [{ type: 'comment.made', unit, data }];
      },
      answer: ({ events }) => events[0] as StoredEvent,
    });
    return answer;
  }
}

async function requireSubject(
  known: Known,
  unit: UnitKey,
  { event, model, milestone, target }: NonNullable<EventData['comment.made']['about']>,
): Promise<void> {
  if (event !== undefined) await eventOf(known, unit, event, '/about/event');
  if (milestone !== undefined) await requireMilestone(known, milestone, '/about/milestone');
  if (model !== undefined && !(await known.catalogue()).models.has(model)) {
    const message = `There is no model "${model}". GET /models lists them.`;
    throw new Refusal('model-unknown', message, '/about/model');
  }
  if (target !== undefined) await requireTarget(known, unit, target);
}

/** One that was dropped can be spoken of, too. */
async function requireTarget(known: Known, unit: UnitKey, target: string): Promise<void> {
  const events = await known.eventsOf([unit]);
  if (events.some(({ type, data }) => type === 'target.set' && nameIn(data) === target)) return;
  const message = `"${unit}" never had a target "${target}". GET /units/${unit}/roadmap lists them.`;
  throw new Refusal('target-unknown', message, '/about/target');
}

function nameIn(data: unknown): string {
  return (data as EventData['target.set']).target;
}
