import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { endOfDay, type EventData, type UnitKey } from '#lib/domain';
import { occurred } from '../occurred.js';
import type { By, Decide, Previewed, Recorded } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { type Proposed, Proposals } from '../proposals/proposals.js';
import { Refusal } from '../refusal.js';
import { requireMilestone } from './milestone.js';

/** A milestone that counts as met by decision; without `occurredAt` from now on. */
export type WaiverOf = EventData['milestone.waived'] & { readonly occurredAt?: string };

/** Records a waiver. */
export class WaiveMilestone extends Command<Recorded | Previewed | Proposed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly waiver: WaiverOf,
  ) {
    super();
  }
}

/** @throws Refusal `milestone-unknown`, `date-invalid`, `date-in-future` */
export function waive(unit: UnitKey, { occurredAt, ...data }: WaiverOf): Decide {
  return async (known) => {
    if (occurredAt !== undefined) occurred(occurredAt, known.now);
    requireDay(data.expiresOn);
    await requireMilestone(known, data.milestone);
    return [{ type: 'milestone.waived', unit, occurredAt, data }];
  };
}

/** @throws Refusal `date-invalid` when the day a waiver expires on does not exist */
export function requireDay(day: string | undefined, pointer = '/expiresOn'): void {
  if (day === undefined || endOfDay(day) !== undefined) return;
  throw new Refusal('date-invalid', `"${day}" is not a day that exists.`, pointer);
}

@CommandHandler(WaiveMilestone)
export class WaiveMilestoneHandler implements ICommandHandler<WaiveMilestone> {
  constructor(
    private readonly recorder: Recorder,
    private readonly proposals: Proposals,
  ) {}

  execute({ by, unit, waiver }: WaiveMilestone): Promise<Recorded | Previewed | Proposed> {
    const instead = this.proposals.instead(by, unit, { kind: 'waiver', data: waiver });
    // alone: what is kept instead must not be kept by one that has to wait for a later group
    return this.recorder.record(by, unit, waive(unit, waiver), { alone: true, instead });
  }
}
