import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { asIfRecorded, type BeforeAfter, suppose } from './hypothesis.js';
import { Moments } from '../moment.js';
import type { Viewer } from '../sight.js';

/** What recording some drafts now would do to a unit's standings; nothing is recorded. @throws UnknownUnit */
export class PreviewQuery extends Query<BeforeAfter> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly drafts: readonly EventDraft[],
  ) {
    super();
  }
}

@QueryHandler(PreviewQuery)
export class PreviewQueryHandler implements IQueryHandler<PreviewQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, unit, drafts }: PreviewQuery): Promise<BeforeAfter> {
    return suppose(
      this.moments,
      viewer,
      unit,
      (now) => drafts.map((draft) => asIfRecorded(draft, now)),
      (now) => now,
    );
  }
}
