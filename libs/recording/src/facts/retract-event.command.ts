import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import { type By, type Decide, type Previewed, type Recorded, Recorder } from '../recorder.js';
import { Forest } from '../units/forest.js';
import { grow } from '../units/tree-rules.js';
import { eventOf, requireRetractable } from './named-event.js';

/** Says that an event of a unit was recorded in error: it stays in the log and stops counting. */
export class RetractEvent extends Command<Recorded | Previewed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly retraction: EventData['event.retracted'],
  ) {
    super();
  }
}

/** @throws Refusal `event-unknown`, `event-of-other-unit`, `event-not-retractable`, and of `grow` */
export function retract(unit: UnitKey, data: EventData['event.retracted']): Decide {
  return async (known) => {
    requireRetractable(await eventOf(known, unit, data.event));
    const drafts = [{ type: 'event.retracted', unit, data }] as const;
    await grow(known, new Forest(known), unit, drafts);
    return drafts;
  };
}

@CommandHandler(RetractEvent)
export class RetractEventHandler implements ICommandHandler<RetractEvent> {
  constructor(private readonly recorder: Recorder) {}

  execute({ by, unit, retraction }: RetractEvent): Promise<Recorded | Previewed> {
    return this.recorder.record(by, unit, retract(unit, retraction), { alone: true });
  }
}
