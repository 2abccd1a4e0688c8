import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type MaturityModel,
  type Missing,
  type ModelId,
  type StageRef,
  type UnitKey,
} from '#lib/domain';
import { CatalogueHistory } from '../catalogue-reader.js';
import { QuestionUnfit } from '../errors.js';
import type { Asked, Moment } from '../moment.js';
import { StandingProjection } from '../standing/standing.projection.js';
import { World } from '../world.js';
import { stageOf, stagesOf } from './figures.js';
import type { OrganisationAt, UnitFilter } from './organisation.js';
import { type RollupReading, Rollups } from './rollups.js';
import type { Viewer } from '../sight.js';

/** What is asked of disagreements. */
export interface DisagreementsQuestion extends Asked, UnitFilter {
  /** Two models with stages. */
  readonly models: readonly [ModelId, ModelId];
  readonly page: { readonly limit: number; readonly start: number };
}

/** Where a unit stands in one of the models. */
export interface View {
  readonly model: ModelId;
  readonly stage: StageRef;
  /** How many stages the model has. */
  readonly of: number;
}

/** A unit that two models place apart. */
export interface Disagreement {
  readonly unit: UnitKey;
  /** In the order asked. */
  readonly views: readonly [View, View];
  /** How far apart, as shares of each model's own way: 0–1. */
  readonly apart: number;
  /** The model that places it lower. */
  readonly behind: ModelId;
  /** What that model still asks for its next stage. */
  readonly criteria: readonly Missing[];
}

/** The units that two models place apart, furthest first. */
export interface DisagreementsAnswer extends Moment {
  readonly unit: UnitKey;
  /** Units that stand in both models. */
  readonly compared: number;
  /** Units that are placed apart. */
  readonly disagreeing: number;
  readonly items: readonly Disagreement[];
  readonly next: number | null;
}

/**
 * Where two models place one unit apart, and by which criteria: units whose shares of the way
 * through each model differ by at least a third. @throws QuestionUnfit, UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind
 */
export class DisagreementsQuery extends Query<DisagreementsAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: DisagreementsQuestion,
  ) {
    super();
  }
}

/** Ladders of different length cannot agree to the step; a third of the way is more than that. */
const APART = 1 / 3;

interface Found {
  readonly unit: number;
  readonly ordinals: readonly [number, number];
  readonly apart: number;
}

@QueryHandler(DisagreementsQuery)
export class DisagreementsQueryHandler implements IQueryHandler<DisagreementsQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: DisagreementsQuery): Promise<DisagreementsAnswer> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const models = question.models.map((id) => withStages(reading.model(id)));
      const [one, other] = models as [MaturityModel, MaturityModel];
      const chart = await reading.organisation();
      const below = chart.below(chart.indexOf(unit) ?? -1, question);
      const planes = [
        await reading.plane(one.id, { within: below }),
        await reading.plane(other.id, { within: below }),
      ] as const;
      const found: Found[] = [];
      let compared = 0;
      for (const index of below) {
        const ordinals = [planes[0].ordinal(index), planes[1].ordinal(index)] as const;
        if (ordinals[0] < 0 || ordinals[1] < 0) continue;
        compared++;
        const apart = Math.abs(share(one, ordinals[0]) - share(other, ordinals[1]));
        if (apart >= APART - 1e-9) found.push({ unit: index, ordinals, apart });
      }
      const key = ({ unit: index }: Found) => chart.keyOf(index);
      found.sort((a, b) => b.apart - a.apart || (key(a) < key(b) ? -1 : 1));
      const { start, limit } = question.page;
      const shown = found.slice(start, start + limit);
      return {
        unit,
        ...reading.moment,
        compared,
        disagreeing: found.length,
        items: await this.explained(reading, chart, [one, other], shown),
        next: start + limit < found.length ? start + limit : null,
      };
    });
  }

  private async explained(
    { tx, program, moment, known }: RollupReading,
    chart: OrganisationAt,
    models: readonly [MaturityModel, MaturityModel],
    found: readonly Found[],
  ): Promise<readonly Disagreement[]> {
    if (found.length === 0) return [];
    const { log, catalogue } = this.rollups.moments;
    const upTo = moment.position;
    const world = await World.load(tx, log, program, {
      units: found.map(({ unit }) => chart.keyOf(unit)),
      upTo,
      reach: { below: known.index.countsUnits },
    });
    const history = await CatalogueHistory.load(tx, catalogue, program, 0, upTo);
    const projection = new StandingProjection(tx, program, world, history);
    const items: Disagreement[] = [];
    for (const { unit, ordinals, apart } of found) {
      const key = chart.keyOf(unit);
      const views = models.map((model, index) => ({
        model: model.id,
        stage: stageOf(model, ordinals[index] as number),
        of: stagesOf(model).length,
      })) as unknown as readonly [View, View];
      const first = share(models[0], ordinals[0]) < share(models[1], ordinals[1]);
      const behind = first ? models[0].id : models[1].id;
      const standings = await projection.standings(key, moment.asOf, upTo);
      const standing = standings.find(({ model }) => model === behind);
      const criteria = (standing?.next?.missing ?? []).filter(({ supporting }) => !supporting);
      items.push({ unit: key, views, apart: rounded(apart), behind, criteria });
    }
    return items;
  }
}

function withStages(model: MaturityModel): MaturityModel {
  if (stagesOf(model).length > 0) return model;
  throw new QuestionUnfit(`"${model.id}" has no stages to compare.`, '?models');
}

/** How far along a model's way an ordinal is, 0–1. */
function share(model: MaturityModel, ordinal: number): number {
  return ordinal / stagesOf(model).length;
}

function rounded(ratio: number): number {
  return Math.round(ratio * 10_000) / 10_000;
}
