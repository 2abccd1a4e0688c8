import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { followedModels, type Instant, stageOf, type Target, type UnitKey } from '#lib/domain';
import { Forecasts } from '../forecast/forecasts.js';
import type { Asked, Moment } from '../moment.js';
import { Rollups } from '../rollups/rollups.js';
import { GoalReadings } from './goal-readings.js';
import { goalTitle } from './goal-title.js';
import { evaluatorOf, type PlannedTarget, type PlanSource, readPlan } from './plan-reader.js';
import { earliestFirst, ownersInClear } from './planned.js';
import { targetsKnown } from './target-rows.js';
import { inSight, type Viewer } from '../sight.js';

/** A target of a share, set above a unit, of which the unit is counted. */
export interface CountedIn extends Target {
  readonly title: string;
  /** Whether the unit has reached the stage that is wanted of a share. */
  readonly reached: boolean;
}

/** What is wanted of a unit. */
export interface UnitRoadmap extends Moment {
  readonly unit: UnitKey;
  /** The earliest date first, aims last. */
  readonly targets: readonly PlannedTarget[];
  /** Those of the nearest unit above first. */
  readonly countedIn: readonly CountedIn[];
}

/**
 * The targets of a unit and how they stand, as of one instant and as known at another; which there
 * are depends on what is known alone. @throws UnknownUnit, KnownAtInFuture, ProjectionBehind
 */
export class UnitRoadmapQuery extends Query<UnitRoadmap> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly asked: Asked = {},
  ) {
    super();
  }
}

@QueryHandler(UnitRoadmapQuery)
export class UnitRoadmapQueryHandler implements IQueryHandler<UnitRoadmapQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
    private readonly readings: GoalReadings,
  ) {}

  execute({ viewer, unit, asked }: UnitRoadmapQuery): Promise<UnitRoadmap> {
    return this.rollups.read(viewer, asked, unit, async (reading) => {
      const { log } = this.rollups.moments;
      const { tx, program, moment } = reading;
      const forecasts = (open: readonly Target[]) => this.forecasts.ofTargets(reading, open, asked);
      const { readings } = this;
      const source = { reading, log, forecasts, readings };
      const targets = await targetsKnown(tx, program, moment.position, [unit]);
      const planned = await readPlan(source, targets);
      const countedIn = await countedAbove(source, unit);
      return {
        unit,
        ...moment,
        targets: (await ownersInClear(tx, log, program, planned)).toSorted(earliestFirst),
        countedIn: await ownersInClear(tx, log, program, countedIn),
      };
    });
  }
}

/** The targets of a share that are set above a unit, in sight, and count it. */
async function countedAbove(source: PlanSource, unit: UnitKey): Promise<readonly CountedIn[]> {
  const { tx, program, viewer, moment, known } = source.reading;
  const evaluator = await evaluatorOf(source, [unit], false);
  const { tree, facts } = evaluator.expressions;
  const above = tree.ancestry(unit).filter(covers(moment.asOf));
  if (above.length === 0) return [];
  const seen = await inSight(
    tx,
    viewer,
    above.map((one) => one.unit),
  );
  const line = above.map((one) => one.unit).filter((one) => seen.has(one));
  const { models, program: settings } = known.view;
  const followed = followedModels(facts, unit, settings.models, (of) => tree.latestParent(of));
  const targets = await targetsKnown(tx, program, moment.position, line);
  const counting = targets.flatMap((target) => {
    const { goal } = target;
    if (goal.kind !== 'share' || !followed.includes(goal.model)) return [];
    const model = models.get(goal.model);
    const stage = model && stageOf(model, goal.stage);
    const now = model && evaluator.timeline(model, unit).find(covers(moment.asOf));
    if (!stage || !now) return [];
    const reached = (now.ordinal ?? 0) >= stage.ordinal;
    return [{ ...target, title: goalTitle(goal, known.view), reached }];
  });
  return counting.sort((a, b) => line.indexOf(a.unit) - line.indexOf(b.unit));
}

const covers = (at: Instant) => (span: { readonly from: Instant; readonly until: Instant }) =>
  span.from <= at && at < span.until;
