import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Instant, type MilestoneKey, parseOccurrence, type UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { type BeforeAfter, type Supposed, suppose } from './hypothesis.js';
import { Moments } from '../moment.js';
import type { Viewer } from '../sight.js';

/** Milestones that are supposed to be achieved or to lapse; `on` as people give dates, the future included, absent: now. */
export interface WhatIf {
  readonly achieve: readonly {
    readonly milestone: MilestoneKey;
    readonly on?: string;
    readonly degree?: number;
  }[];
  readonly lapse: readonly { readonly milestone: MilestoneKey; readonly on?: string }[];
}

/** Where a unit stands now, and where it would stand once all that is supposed has happened. @throws UnknownUnit */
export class WhatIfQuery extends Query<BeforeAfter> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly whatIf: WhatIf,
  ) {
    super();
  }
}

@QueryHandler(WhatIfQuery)
export class WhatIfQueryHandler implements IQueryHandler<WhatIfQuery> {
  constructor(private readonly moments: Moments) {}

  execute({ viewer, unit, whatIf }: WhatIfQuery): Promise<BeforeAfter> {
    return suppose(
      this.moments,
      viewer,
      unit,
      (now) => supposedEvents(unit, whatIf, now),
      (now, supposed) => Math.max(now, ...supposed.map(({ effectiveAt }) => effectiveAt)),
    );
  }
}

function supposedEvents(unit: UnitKey, whatIf: WhatIf, now: Instant): readonly Supposed[] {
  const on = (given: string | undefined) =>
    (given === undefined ? undefined : parseOccurrence(given)?.counts) ?? now;
  const achieved = whatIf.achieve.map(({ milestone, degree, on: given }) => ({
    draft: { type: 'milestone.achieved', unit, data: { milestone, degree } } as EventDraft,
    effectiveAt: on(given),
  }));
  const lapsed = whatIf.lapse.map(({ milestone, on: given }) => ({
    draft: { type: 'milestone.lapsed', unit, data: { milestone } } as EventDraft,
    effectiveAt: on(given),
  }));
  return [...achieved, ...lapsed];
}
