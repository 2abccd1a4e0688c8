import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import { occurred } from '../occurred.js';
import type { By, Decide, Previewed, Recorded } from '../recorder.js';
import { Recorder } from '../recorder.js';
import { Refusal } from '../refusal.js';
import { eventOf } from './named-event.js';

/** The end of a waiver; without `occurredAt` it ends now. */
export type EndOfWaiver = EventData['waiver.ended'] & { readonly occurredAt?: string };

/** Ends a waiver; the earliest of its ends counts. */
export class EndWaiver extends Command<Recorded | Previewed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly end: EndOfWaiver,
  ) {
    super();
  }
}

/** @throws Refusal `event-unknown`, `event-of-other-unit`, `event-not-a-waiver`, `date-invalid`, `date-in-future` */
export function endWaiver(unit: UnitKey, { occurredAt, ...data }: EndOfWaiver): Decide {
  return async (known) => {
    if (occurredAt !== undefined) occurred(occurredAt, known.now);
    const waiver = await eventOf(known, unit, data.event, '{event}');
    if (waiver.type !== 'milestone.waived') {
      const message = `Event ${data.event} is "${waiver.type}", not a waiver that could be ended.`;
      throw new Refusal('event-not-a-waiver', message, '{event}');
    }
    return [{ type: 'waiver.ended', unit, occurredAt, data }];
  };
}

@CommandHandler(EndWaiver)
export class EndWaiverHandler implements ICommandHandler<EndWaiver> {
  constructor(private readonly recorder: Recorder) {}

  execute({ by, unit, end }: EndWaiver): Promise<Recorded | Previewed> {
    return this.recorder.record(by, unit, endWaiver(unit, end), { alone: false });
  }
}
