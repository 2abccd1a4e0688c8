import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import { occurred } from '../occurred.js';
import type { By, Decide, Previewed, Recorded } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { requireMilestone } from './milestone.js';

/** A milestone that was true and no longer is. */
export type LapseOf = EventData['milestone.lapsed'] & { readonly occurredAt: string };

/** Records that something a unit had reached stopped being true. */
export class LapseMilestone extends Command<Recorded | Previewed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly lapse: LapseOf,
  ) {
    super();
  }
}

/** @throws Refusal `milestone-unknown`, `date-invalid`, `date-in-future` */
export function lapse(unit: UnitKey, { occurredAt, ...data }: LapseOf): Decide {
  return async (known) => {
    occurred(occurredAt, known.now);
    await requireMilestone(known, data.milestone);
    return [{ type: 'milestone.lapsed', unit, occurredAt, data }];
  };
}

@CommandHandler(LapseMilestone)
export class LapseMilestoneHandler implements ICommandHandler<LapseMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute(command: LapseMilestone): Promise<Recorded | Previewed> {
    const { by, unit } = command;
    return this.recorder.record(by, unit, lapse(unit, command.lapse), { alone: false });
  }
}
