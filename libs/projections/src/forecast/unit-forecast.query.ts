import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Forecast, Instant, MaturityModel, StageRef, UnitKey } from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import { stageOf } from '../rollups/figures.js';
import { Rollups } from '../rollups/rollups.js';
import { Forecasts } from './forecasts.js';
import type { ForecastReading } from './forecast-reading.js';
import type { Learnt } from './ladders.js';
import type { Viewer } from '../sight.js';

/** When a unit will be at a stage. */
export interface Ahead {
  readonly stage: StageRef;
  readonly forecast: Forecast;
}

/** What lies before a unit in one model. */
export interface ModelForecast {
  readonly model: MaturityModel['id'];
  readonly modelVersion: number;
  readonly stage: StageRef;
  readonly since: Instant;
  /** The program's history as of that pair of times is what it was learnt from. */
  readonly learntFrom: Learnt;
  /** Null at the last stage. */
  readonly next: Ahead | null;
  readonly last: Ahead | null;
}

/** What lies before a unit in every model with stages in which it has a standing. */
export interface UnitForecast extends Moment {
  readonly unit: UnitKey;
  readonly items: readonly ModelForecast[];
}

/**
 * When a unit will be at its next and at its last stage. Asked for now: read from what the worker
 * computed; asked for a pair of times: forecast from what was known then. @throws UnknownUnit,
 * KnownAtInFuture, ProjectionBehind
 */
export class UnitForecastQuery extends Query<UnitForecast> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(UnitForecastQuery)
export class UnitForecastQueryHandler implements IQueryHandler<UnitForecastQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
  ) {}

  execute({ viewer, unit, asked }: UnitForecastQuery): Promise<UnitForecast> {
    return this.rollups.read(viewer, asked, unit, async (reading) => {
      const forecasts = await this.forecasts.of(reading, asked);
      const standing = await forecasts.standsIn(unit);
      const items: ModelForecast[] = [];
      for (const model of reading.models()) {
        const item = standing.has(model.id) && (await ofModel(forecasts, model, unit));
        if (item) items.push(item);
      }
      return { unit, ...reading.moment, items };
    });
  }
}

async function ofModel(
  forecasts: ForecastReading,
  model: MaturityModel,
  unit: UnitKey,
): Promise<ModelForecast | undefined> {
  if (model.policy === 'checklist' || model.stages.length === 0) return undefined;
  const line = { kind: 'stages', model: model.id } as const;
  const { climber, asOf, position } = await forecasts.learnt(line);
  const presence = (await forecasts.presences(line, climber, new Set([unit]))).get(unit);
  if (!presence) return undefined;
  const { ordinal, since } = presence;
  const ahead = (goal: number): Ahead | null =>
    goal <= ordinal || goal > model.stages.length
      ? null
      : {
          stage: stageOf(model, goal),
          forecast: forecasts.from(climber, presence, unit, line, goal),
        };
  return {
    model: model.id,
    modelVersion: model.version,
    stage: stageOf(model, ordinal),
    since,
    learntFrom: { asOf, position },
    next: ahead(ordinal + 1),
    last: ahead(model.stages.length),
  };
}
