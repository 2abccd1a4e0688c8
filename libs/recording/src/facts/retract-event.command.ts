import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData, UnitKey } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { type By, type Decide, type Previewed, type Recorded, Recorder } from '../recorder.js';
import { type Proposed, Proposals } from '../proposals/proposals.js';
import { Forest } from '../units/forest.js';
import { grow } from '../units/tree-rules.js';
import { eventOf, requireNotRetracted, requireRetractable } from './named-event.js';

/** Says that an event of a unit was recorded in error: it stays in the log and stops counting. */
export class RetractEvent extends Command<Recorded | Previewed | Proposed> {
  constructor(
    readonly by: By,
    readonly unit: UnitKey,
    readonly retraction: EventData['event.retracted'],
  ) {
    super();
  }
}

/**
 * @param origin of a retraction that another system tells
 * @throws Refusal `event-unknown`, `event-of-other-unit`, `event-not-retractable`,
 * `already-retracted`, and of `grow`
 */
export function retract(
  unit: UnitKey,
  data: EventData['event.retracted'],
  origin?: Pick<StoredEvent, 'source' | 'sourceId'>,
): Decide {
  return async (known) => {
    const event = await eventOf(known, unit, data.event);
    requireRetractable(event);
    const forest = new Forest(known);
    await requireNotRetracted(known, forest, event, origin);
    const drafts = [{ type: 'event.retracted', unit, data }] as const;
    await grow(known, forest, unit, drafts);
    return drafts;
  };
}

@CommandHandler(RetractEvent)
export class RetractEventHandler implements ICommandHandler<RetractEvent> {
  constructor(
    private readonly recorder: Recorder,
    private readonly proposals: Proposals,
  ) {}

  execute({ by, unit, retraction }: RetractEvent): Promise<Recorded | Previewed | Proposed> {
    const instead = this.proposals.instead(by, unit, {
      kind: 'retraction',
      event: retraction.event,
      data: retraction,
    });
    return this.recorder.record(by, unit, retract(unit, retraction), { alone: true, instead });
  }
}
