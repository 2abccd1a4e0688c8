import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Target, UnitKey } from '#lib/domain';
import { Forecasts } from '../forecast/forecasts.js';
import { Rollups } from '../rollups/rollups.js';
import { GoalReadings } from './goal-readings.js';
import { earliestFirst } from './planned.js';
import type { PlannedTarget } from './plan-reader.js';
import { readSubtree } from './subtree-plan.js';
import type { Viewer } from '../sight.js';

/** A target with a date; its owner stays sealed. */
export type DatedTarget = PlannedTarget & {
  readonly due: string;
  /** What its unit is called. */
  readonly name: string;
};

/** The dates of a roadmap as it stands now, the earliest first. @throws UnknownUnit, ProjectionBehind */
export class RoadmapDatesQuery extends Query<readonly DatedTarget[]> {
  constructor(
    readonly viewer: Viewer,
    /** Null: of the whole program. */
    readonly under: UnitKey | null,
  ) {
    super();
  }
}

@QueryHandler(RoadmapDatesQuery)
export class RoadmapDatesQueryHandler implements IQueryHandler<RoadmapDatesQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
    private readonly readings: GoalReadings,
  ) {}

  execute({ viewer, under }: RoadmapDatesQuery): Promise<readonly DatedTarget[]> {
    return this.rollups.read(viewer, {}, under, async (reading) => {
      const { log } = this.rollups.moments;
      const forecasts = (open: readonly Target[]) => this.forecasts.ofTargets(reading, open, {});
      const { planned, nameOf } = await readSubtree(
        reading,
        { log, forecasts, readings: this.readings },
        under,
      );
      return planned
        .flatMap((target) =>
          target.due === null ? [] : [{ ...target, due: target.due, name: nameOf(target.unit) }],
        )
        .toSorted(earliestFirst);
    });
  }
}
