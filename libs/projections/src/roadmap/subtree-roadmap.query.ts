import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Target, TargetStatus, UnitKey } from '#lib/domain';
import { Forecasts } from '../forecast/forecasts.js';
import type { Asked, Moment } from '../moment.js';
import { Rollups } from '../rollups/rollups.js';
import { GoalReadings } from './goal-readings.js';
import type { PlannedTarget } from './plan-reader.js';
import { earliestFirst, ownersInClear } from './planned.js';
import { type RoadmapSummary, summaryOf } from './roadmap-summary.js';
import { readSubtree, type SubtreeFilter } from './subtree-plan.js';
import type { Viewer } from '../sight.js';

/** Which targets of a subtree are asked for; what is absent does not narrow. */
export interface RoadmapFilter extends SubtreeFilter {
  readonly status?: TargetStatus;
  /** What is wanted; like `status` it narrows the items alone. */
  readonly goal?: Target['goal']['kind'];
  /** Later pages must be asked for the pair of times that the first one was for. */
  readonly page: { readonly limit: number; readonly start: number };
}

/** What is wanted of a unit and of all below it, by the tree at the moment. */
export interface SubtreeRoadmap extends Moment {
  readonly unit: UnitKey | null;
  /** Over all that fit the filter but for its status and goal. */
  readonly summary: RoadmapSummary;
  /** The earliest date first, aims last. */
  readonly items: readonly (PlannedTarget & { readonly name: string })[];
  /** Where the next page starts; null on the last. */
  readonly next: number | null;
}

/**
 * All targets of a subtree and how they stand, as of one instant and as known at another.
 * @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind
 */
export class SubtreeRoadmapQuery extends Query<SubtreeRoadmap> {
  constructor(
    readonly viewer: Viewer,
    /** Null: all units of the program that exist then. */
    readonly unit: UnitKey | null,
    readonly filter: RoadmapFilter,
    readonly asked: Asked = {},
    /** What forecasts are asked for: on a later page, what the first one was. */
    readonly forecastsFor: Asked = asked,
  ) {
    super();
  }
}

@QueryHandler(SubtreeRoadmapQuery)
export class SubtreeRoadmapQueryHandler implements IQueryHandler<SubtreeRoadmapQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
    private readonly readings: GoalReadings,
  ) {}

  execute(query: SubtreeRoadmapQuery): Promise<SubtreeRoadmap> {
    const { viewer, unit, filter, asked, forecastsFor } = query;
    const { limit, start } = filter.page;
    return this.rollups.read(viewer, asked, unit, async (reading) => {
      const { log } = this.rollups.moments;
      if (filter.model !== undefined) reading.model(filter.model);
      const forecasts = (open: readonly Target[]) =>
        this.forecasts.ofTargets(reading, open, forecastsFor);
      const { planned, nameOf } = await readSubtree(
        reading,
        { log, forecasts, readings: this.readings },
        unit,
        filter,
      );
      const shown = planned
        .filter(({ state }) => filter.status === undefined || state.status === filter.status)
        .filter(({ goal }) => filter.goal === undefined || goal.kind === filter.goal)
        .toSorted(earliestFirst);
      const items = shown.slice(start, start + limit);
      const end = start + items.length;
      const clear = await ownersInClear(reading.tx, log, viewer.program, items);
      return {
        unit,
        ...reading.moment,
        summary: summaryOf(planned, reading.moment.asOf),
        items: clear.map((item) => ({ ...item, name: nameOf(item.unit) })),
        next: end < shown.length ? end : null,
      };
    });
  }
}
