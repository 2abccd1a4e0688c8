import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type {
  Instant,
  MaturityModel,
  ModelId,
  StageRef,
  StandingValue,
  UnitKey,
} from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import type { Viewer } from '../sight.js';
import { stageOf, stagesOf } from './figures.js';
import { listedUnder } from './listed-units.js';
import { Rollups } from './rollups.js';
import { runsAt } from './runs.js';

/** Where a unit stands in one model, without the proof. */
export interface ListedStanding extends Omit<StandingValue, 'ordinal' | 'levels'> {
  readonly unit: UnitKey;
  readonly name: string;
  readonly model: ModelId;
  readonly modelTitle: string;
  readonly modelVersion: number;
  /** Null where the model has no stages. */
  readonly stage: StageRef | null;
  /** How many stages the model has. */
  readonly of: number;
  /** Start of the present unbroken run at this stage. */
  readonly since: Instant;
  readonly next: StageRef | null;
  /** `dimensions` only: the level of each, in the model's order. */
  readonly dimensions?: readonly { readonly id: string; readonly level: number }[];
}

/** The standings of many units at one moment. */
export interface StandingListAnswer extends Moment {
  /** By key of the unit; its models in the order in which the program follows them. Made as they are taken. */
  readonly items: Iterable<ListedStanding>;
}

/**
 * Where all units of a subtree stand in the models they follow, by the tree at one pair of times:
 * all of one snapshot, held in compact arrays.
 * @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind
 */
export class StandingListQuery extends Query<StandingListAnswer> {
  constructor(
    readonly viewer: Viewer,
    /** Null: of the whole program. */
    readonly under: UnitKey | null,
    readonly asked: Asked = {},
    /** Absent: every model that anybody follows. */
    readonly model?: ModelId,
  ) {
    super();
  }
}

@QueryHandler(StandingListQuery)
export class StandingListQueryHandler implements IQueryHandler<StandingListQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, under, asked, model }: StandingListQuery): Promise<StandingListAnswer> {
    return this.rollups.read(viewer, asked, under, async (reading) => {
      const chart = await reading.organisation();
      const units = listedUnder(chart, under);
      const models = model === undefined ? reading.models() : [reading.model(model)];
      const found: (readonly [MaturityModel, ReturnType<typeof runsAt>])[] = [];
      for (const one of models) {
        const segments = await reading.segments(one.id, units);
        const runs = runsAt(segments, reading.moment.asOf, chart.size);
        if (units.some((index) => runs.valueOf(index) !== undefined)) found.push([one, runs]);
      }
      return { ...reading.moment, items: itemsOf() };

      function* itemsOf() {
        for (const index of units) {
          const [unit, name] = [chart.keyOf(index), chart.name(index)];
          for (const [one, runs] of found) {
            const value = runs.valueOf(index);
            if (value) yield { unit, name, ...standingIn(one, value), since: runs.since(index) };
          }
        }
      }
    });
  }
}

function standingIn(model: MaturityModel, { ordinal, levels, ...figures }: StandingValue) {
  const stages = stagesOf(model);
  const next = ordinal === null ? undefined : stages.find((one) => one.ordinal === ordinal + 1);
  return {
    model: model.id,
    modelTitle: model.title,
    modelVersion: model.version,
    stage: ordinal === null ? null : stageOf(model, ordinal),
    of: stages.length,
    next: next ? stageOf(model, next.ordinal) : null,
    ...figures,
    ...(levels && model.policy === 'dimensions'
      ? { dimensions: model.dimensions.map(({ id }, line) => ({ id, level: levels[line] ?? 0 })) }
      : {}),
  };
}
