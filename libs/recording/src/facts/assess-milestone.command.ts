import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import { occurred } from '../occurred.js';
import type { By, Decide, Previewed, Recorded } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { requireMilestone } from './milestone.js';

/** A milestone that was looked at and is not in place, or does not apply. */
export type Assessment = EventData['milestone.assessed'] & { readonly occurredAt: string };

/** Records what an assessment of a unit found. */
export class AssessMilestone extends Command<Recorded | Previewed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly assessment: Assessment,
  ) {
    super();
  }
}

/** @throws Refusal `milestone-unknown`, `date-invalid`, `date-in-future` */
export function assess(unit: UnitKey, { occurredAt, ...data }: Assessment): Decide {
  return async (known) => {
    occurred(occurredAt, known.now);
    await requireMilestone(known, data.milestone);
    return [{ type: 'milestone.assessed', unit, occurredAt, data }];
  };
}

@CommandHandler(AssessMilestone)
export class AssessMilestoneHandler implements ICommandHandler<AssessMilestone> {
  constructor(private readonly recorder: Recorder) {}

  execute({ by, unit, assessment }: AssessMilestone): Promise<Recorded | Previewed> {
    return this.recorder.record(by, unit, assess(unit, assessment), { alone: false });
  }
}
