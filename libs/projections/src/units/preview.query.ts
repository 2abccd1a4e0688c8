import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProgramId, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { asIfRecorded, type BeforeAfter, suppose } from './hypothesis.js';
import { Moments } from '../moment.js';

/** What recording some drafts now would do to a unit's standings; nothing is recorded. @throws UnknownUnit */
export class PreviewQuery extends Query<BeforeAfter> {
  constructor(
    readonly program: ProgramId,
    readonly unit: UnitKey,
    readonly drafts: readonly EventDraft[],
  ) {
    super();
  }
}

@QueryHandler(PreviewQuery)
export class PreviewQueryHandler implements IQueryHandler<PreviewQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ program, unit, drafts }: PreviewQuery): Promise<BeforeAfter> {
    return suppose(
      this.moments,
      program,
      unit,
      (now) => drafts.map((draft) => asIfRecorded(draft, now)),
      (now) => now,
    );
  }
}
