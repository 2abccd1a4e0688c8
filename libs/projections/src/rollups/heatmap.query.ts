import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type Dimension,
  lowerMedian,
  type MaturityModel,
  type ModelId,
  type StageRef,
  type UnitKey,
} from '#lib/domain';
import { QuestionUnfit } from '../errors.js';
import type { Asked, Moment } from '../moment.js';
import { countedIn, stageOf, stagesOf } from './figures.js';
import type { OrganisationAt, UnitFilter } from './organisation.js';
import { readParent, type RollupAnswer } from './rollup.query.js';
import { type RollupReading, Rollups } from './rollups.js';
import type { Plane } from './segments.js';
import type { Viewer } from '../sight.js';

/** What is asked of a heatmap. */
export interface HeatmapQuestion extends Asked, UnitFilter {
  readonly by: 'models' | 'dimensions';
  /** `dimensions`: the model; absent: the program's headline model. `models`: only this one. */
  readonly model?: ModelId;
  /** Whether columns name their stages. */
  readonly named?: boolean;
}

/** A column: a model, or a dimension of one. */
export interface HeatmapColumn {
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly title: string;
  readonly dimension?: string;
  /** How many stages or levels there are; 0: none. */
  readonly of: number;
  /** Where they are asked for: those stages, from "Not started" up; empty where there are none. */
  readonly stages?: readonly StageRef[];
}

/** What a subtree looks like in one column. */
export interface HeatmapCell {
  /** Units counted. */
  readonly units: number;
  /** The lower median stage or level; null when nobody stands there. */
  readonly median: StageRef | null;
  /** Where the unit of the row stands itself. */
  readonly own: StageRef | null;
  /** Of models: how many units stand at each stage, from "Not started" up. */
  readonly distribution?: readonly number[];
  readonly fromChildren?: RollupAnswer['fromChildren'];
  /** Of models without stages: mean share checked, or mean score. */
  readonly meanScore?: number | null;
  readonly meanChecked?: number | null;
}

/** One subtree, across the columns. */
export interface HeatmapRow {
  readonly unit: UnitKey;
  readonly name: string;
  readonly kind: string;
  /** Units of the subtree that pass the filters. */
  readonly below: number;
  readonly cells: readonly HeatmapCell[];
}

/** The unit's own subtree, then that of each of its children by name. */
export interface HeatmapAnswer extends Moment {
  readonly unit: UnitKey;
  readonly columns: readonly HeatmapColumn[];
  readonly total: HeatmapRow;
  readonly rows: readonly HeatmapRow[];
}

/** The subtrees of a unit's children across models, or across the dimensions of one. Stages of different models stand beside each other and are never averaged. @throws QuestionUnfit, UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind */
export class HeatmapQuery extends Query<HeatmapAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: HeatmapQuestion,
  ) {
    super();
  }
}

/** A column and how its cells are read. */
interface Reader {
  readonly column: HeatmapColumn;
  cell(row: number, below: readonly number[]): HeatmapCell;
}

@QueryHandler(HeatmapQuery)
export class HeatmapQueryHandler implements IQueryHandler<HeatmapQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: HeatmapQuery): Promise<HeatmapAnswer> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const chart = await reading.organisation();
      const top = chart.indexOf(unit) ?? -1;
      const all = chart.below(top);
      const readers =
        question.by === 'models'
          ? await this.models(reading, chart, all, question)
          : await this.dimensions(reading, all, question.model);
      const row = (index: number): HeatmapRow => {
        const below = chart.below(index, question);
        return {
          unit: chart.keyOf(index),
          name: chart.name(index),
          kind: chart.state(index)?.kind ?? '',
          below: below.length,
          cells: readers.map((reader) => reader.cell(index, below)),
        };
      };
      return {
        unit,
        ...reading.moment,
        columns: readers.map(({ column }) => column),
        total: { ...row(top), unit, name: top < 0 ? unit : chart.name(top) },
        rows: chart.children(top).map(row).sort(byName),
      };
    });
  }

  /** The models that somebody in the subtree stands in. */
  private async models(
    reading: RollupReading,
    chart: OrganisationAt,
    all: readonly number[],
    { model: only, named = false }: HeatmapQuestion,
  ): Promise<readonly Reader[]> {
    const readers: Reader[] = [];
    for (const model of only === undefined ? reading.models() : [reading.model(only)]) {
      const whole = model.policy === 'scored' || model.policy === 'checklist';
      const plane = await reading.plane(model.id, { within: all, whole });
      const followed = only !== undefined || all.some((unit) => plane.valueOf(unit) !== undefined);
      if (followed) readers.push(modelReader(model, plane, chart, named));
    }
    return readers;
  }

  private async dimensions(
    reading: RollupReading,
    all: readonly number[],
    asked: ModelId | undefined,
  ): Promise<readonly Reader[]> {
    const model = reading.model(asked);
    if (model.policy !== 'dimensions') {
      throw new QuestionUnfit(
        `"${model.id}" has no dimensions. Name one that has with ?model=, or ask by models.`,
        '?model',
      );
    }
    const plane = await reading.plane(model.id, { within: all, whole: true });
    return model.dimensions.map((dimension, line) =>
      dimensionReader(model, dimension, line, plane),
    );
  }
}

function modelReader(
  model: MaturityModel,
  plane: Plane,
  chart: OrganisationAt,
  naming: boolean,
): Reader {
  const { id, version, title } = model;
  const stages = stagesOf(model);
  const named = [0, ...stages.map(({ ordinal }) => ordinal)].map((at) => stageOf(model, at));
  return {
    column: {
      ...{ model: id, modelVersion: version, title, of: stages.length },
      ...(naming ? { stages: stages.length === 0 ? [] : named } : {}),
    },
    cell: (row, below) => {
      const { units, counts, median, meanScore, meanChecked } = countedIn(model, plane, below);
      const cell = {
        units,
        median: median === null ? null : (named[median] ?? null),
        own: named[plane.ordinal(row)] ?? null,
        distribution: counts,
        fromChildren: readParent(model, plane, chart, row),
      };
      if (meanScore !== undefined) return { ...cell, meanScore };
      return meanChecked === undefined ? cell : { ...cell, meanChecked };
    },
  };
}

function dimensionReader(
  model: Extract<MaturityModel, { policy: 'dimensions' }>,
  { id, name, levels }: Dimension,
  line: number,
  plane: Plane,
): Reader {
  const level = (ordinal: number | null | undefined) =>
    ordinal === null || ordinal === undefined ? null : stageOf(model, ordinal);
  return {
    column: {
      model: model.id,
      modelVersion: model.version,
      title: name,
      dimension: id,
      of: levels.length,
    },
    cell: (row, below) => {
      const levelsBelow = below.flatMap((unit) => plane.valueOf(unit)?.levels?.[line] ?? []);
      return {
        units: levelsBelow.length,
        median: level(lowerMedian(levelsBelow)),
        own: level(plane.valueOf(row)?.levels?.[line]),
      };
    },
  };
}

function byName(a: HeatmapRow, b: HeatmapRow): number {
  return a.name.localeCompare(b.name, 'en') || (a.unit < b.unit ? -1 : 1);
}
