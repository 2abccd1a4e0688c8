import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { EventData } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import { type By, Recorder } from '../recorder.js';
import { recordAct } from './subject.js';

/** Accepts or dismisses a recommendation. */
export class DecideRecommendation extends Command<StoredEvent> {
  constructor(
    readonly by: By,
    readonly decision: EventData['recommendation.decided'],
  ) {
    super();
  }
}

@CommandHandler(DecideRecommendation)
export class DecideRecommendationHandler implements ICommandHandler<DecideRecommendation> {
  constructor(private readonly recorder: Recorder) {}

  /** @throws Refusal `recommendation-unknown` */
  execute({ by, decision: data }: DecideRecommendation): Promise<StoredEvent> {
    const subject = { table: 'recommendation', id: data.recommendation } as const;
    return recordAct(this.recorder, by, subject, (unit) => ({
      type: 'recommendation.decided',
      unit,
      data,
    }));
  }
}
