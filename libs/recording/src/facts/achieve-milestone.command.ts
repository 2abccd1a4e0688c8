import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import { occurred } from '../occurred.js';
import type { By, Decide, Previewed, Recorded } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { offeringTarget } from '../roadmap/offer-target.js';
import { requireMilestone } from './milestone.js';

/** A milestone as reached, dated as roughly as it is known. */
export type Achievement = EventData['milestone.achieved'] & { readonly occurredAt: string };

/** Records that a unit reached a milestone. */
export class AchieveMilestone extends Command<Recorded | Previewed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly achievement: Achievement,
  ) {
    super();
  }
}

/** @throws Refusal `milestone-unknown`, `date-invalid`, `date-in-future` */
export function achieve(unit: UnitKey, { occurredAt, ...data }: Achievement): Decide {
  return async (known) => {
    const planned = { milestone: data.milestone, occurredAt };
    await offeringTarget(known, unit, planned, () => occurred(occurredAt, known.now));
    await requireMilestone(known, data.milestone);
    return [{ type: 'milestone.achieved', unit, occurredAt, data }];
  };
}

@CommandHandler(AchieveMilestone)
export class AchieveMilestoneHandler implements ICommandHandler<AchieveMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute({ by, unit, achievement }: AchieveMilestone): Promise<Recorded | Previewed> {
    return this.recorder.record(by, unit, achieve(unit, achievement), { alone: false });
  }
}
