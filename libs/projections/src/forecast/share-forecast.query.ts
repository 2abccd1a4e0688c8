import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { ModelId, StageRef, UnitKey } from '#lib/domain';
import { QuestionUnfit } from '../errors.js';
import type { Asked, Moment } from '../moment.js';
import { stageOf, stagesOf } from '../rollups/figures.js';
import { Rollups } from '../rollups/rollups.js';
import { Forecasts } from './forecasts.js';
import type { ShareForecast } from './forecast-reading.js';
import type { Learnt } from './ladders.js';
import type { Viewer } from '../sight.js';

/** What is asked of a subtree. */
export interface ShareQuestion extends Asked {
  /** Absent: the program's headline model, else the first that it follows. */
  readonly model?: ModelId;
  /** The id of a stage. */
  readonly stage: string;
  /** Above 0, up to 1. */
  readonly share: number;
}

/** When a share of a subtree will be at a stage. */
export interface ShareForecastAnswer extends Moment, ShareForecast {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly stage: StageRef;
  readonly share: number;
  readonly learntFrom: Learnt;
}

/**
 * When a share of a unit and those below it that follow a model will be at a stage or above.
 * @throws UnknownUnit, UnknownModel, QuestionUnfit, KnownAtInFuture, ProjectionBehind
 */
export class ShareForecastQuery extends Query<ShareForecastAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: ShareQuestion,
  ) {
    super();
  }
}

@QueryHandler(ShareForecastQuery)
export class ShareForecastQueryHandler implements IQueryHandler<ShareForecastQuery> {
  constructor(
    private readonly rollups: Rollups,
    private readonly forecasts: Forecasts,
  ) {}

  execute({ viewer, unit, question }: ShareForecastQuery): Promise<ShareForecastAnswer> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const model = reading.model(question.model);
      const stage = stagesOf(model).find(({ id }) => id === question.stage);
      if (!stage) {
        const ids = stagesOf(model).map(({ id }) => id);
        const known = ids.length > 0 ? `It has ${ids.join(', ')}.` : 'It has none.';
        const says = `The model "${model.id}" has no stage "${question.stage}". ${known}`;
        throw new QuestionUnfit(says, '?stage');
      }
      const line = { kind: 'stages', model: model.id } as const;
      const forecasts = await this.forecasts.of(reading, question);
      const found = await forecasts.ofShare(unit, line, stage.ordinal, question.share);
      const { asOf, position } = await forecasts.learnt(line);
      return {
        unit,
        model: model.id,
        modelVersion: model.version,
        stage: stageOf(model, stage.ordinal),
        share: question.share,
        ...reading.moment,
        ...found,
        learntFrom: { asOf, position },
      };
    });
  }
}
