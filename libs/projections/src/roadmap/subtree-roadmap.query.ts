import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ProgramId, TargetStatus, UnitKey } from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import { Rollups } from '../rollups/rollups.js';
import type { PlannedTarget } from './plan-reader.js';
import { earliestFirst, ownersInClear } from './planned.js';
import { type RoadmapSummary, summaryOf } from './roadmap-summary.js';
import { readSubtree, type SubtreeFilter } from './subtree-plan.js';

/** Which targets of a subtree are asked for; what is absent does not narrow. */
export interface RoadmapFilter extends SubtreeFilter {
  readonly status?: TargetStatus;
  readonly limit: number;
  /** Where the page before ended. */
  readonly after?: string;
}

/** What is wanted of a unit and of all below it, by the tree at the moment. */
export interface SubtreeRoadmap extends Moment {
  readonly unit: UnitKey;
  /** Over all that fit the filter but for its status. */
  readonly summary: RoadmapSummary;
  /** The earliest date first, aims last. */
  readonly items: readonly (PlannedTarget & { readonly name: string })[];
  readonly next: string | null;
}

/**
 * All targets of a subtree and how they stand, as of one instant and as known at another.
 * @throws UnknownUnit, KnownAtInFuture, ProjectionBehind
 */
export class SubtreeRoadmapQuery extends Query<SubtreeRoadmap> {
  constructor(
    readonly program: ProgramId,
    readonly unit: UnitKey,
    readonly filter: RoadmapFilter,
    readonly asked: Asked = {},
  ) {
    super();
  }
}

@QueryHandler(SubtreeRoadmapQuery)
export class SubtreeRoadmapQueryHandler implements IQueryHandler<SubtreeRoadmapQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ program, unit, filter, asked }: SubtreeRoadmapQuery): Promise<SubtreeRoadmap> {
    const from = parsePage(filter.after);
    // later pages read what the first one saw, so that nothing is shown twice or left out
    const pair = from ?? asked;
    return this.rollups.read(program, pair, unit, async (reading) => {
      const { log } = this.rollups.moments;
      const { planned, nameOf } = await readSubtree(reading, log, unit, filter);
      const shown = planned
        .filter(({ state }) => filter.status === undefined || state.status === filter.status)
        .toSorted(earliestFirst);
      const start = from?.start ?? 0;
      const items = shown.slice(start, start + filter.limit);
      const end = start + items.length;
      const { asOf, knownAt } = reading.moment;
      const clear = await ownersInClear(reading.tx, log, program, items);
      return {
        unit,
        ...reading.moment,
        summary: summaryOf(planned, asOf),
        items: clear.map((item) => ({ ...item, name: nameOf(item.unit) })),
        next: end < shown.length ? `${asOf}.${knownAt}.${end}` : null,
      };
    });
  }
}

function parsePage(after: string | undefined) {
  const [asOf, knownAt, start] = (after ?? '').split('.').map(Number);
  if (asOf === undefined || knownAt === undefined || start === undefined) return undefined;
  return { asOf, knownAt, start };
}
