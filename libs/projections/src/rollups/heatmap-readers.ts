import {
  type Dimension,
  lowerMedian,
  type MaturityModel,
  type ModelId,
  type StageRef,
} from '#lib/domain';
import { QuestionUnfit } from '../errors.js';
import { countedIn, stageOf, stagesOf } from './figures.js';
import type { OrganisationAt } from './organisation.js';
import { readParent, type RollupAnswer } from './rollup.query.js';
import type { RollupReading } from './rollups.js';
import type { Plane } from './segments.js';

/** What the columns of a heatmap are. */
export interface HeatmapColumns {
  readonly by: 'models' | 'dimensions';
  /** `dimensions`: the model; absent: the program's headline model. `models`: only this one. */
  readonly model?: ModelId;
}

/** A column: a model, or a dimension of one. */
export interface HeatmapColumn {
  readonly model: ModelId;
  readonly modelVersion: number;
  readonly title: string;
  readonly dimension?: string;
  /** How many stages or levels there are; 0: none. */
  readonly of: number;
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

/** A column and how its cells are read. */
export interface HeatmapReader {
  readonly column: HeatmapColumn;
  readonly modelTitle: string;
  /** Of models: its stages, from "Not started" up; empty where there are none. */
  readonly stages: readonly StageRef[];
  /** Whether the column is shown for a subtree: somebody stands in its model, or it was asked for. */
  concerns(below: readonly number[]): boolean;
  cell(row: number, below: readonly number[]): HeatmapCell;
}

/**
 * The columns of some units.
 * @param all the numbers of those that matter
 * @throws QuestionUnfit, UnknownModel
 */
export function heatmapReaders(
  reading: RollupReading,
  chart: OrganisationAt,
  all: readonly number[],
  { by, model }: HeatmapColumns,
): Promise<readonly HeatmapReader[]> {
  return by === 'models' ? models(reading, chart, all, model) : dimensions(reading, all, model);
}

async function models(
  reading: RollupReading,
  chart: OrganisationAt,
  all: readonly number[],
  only: ModelId | undefined,
): Promise<readonly HeatmapReader[]> {
  const readers: HeatmapReader[] = [];
  for (const model of only === undefined ? reading.models() : [reading.model(only)]) {
    const whole = model.policy === 'scored' || model.policy === 'checklist';
    const plane = await reading.plane(model.id, { within: all, whole });
    const reader = modelReader(model, plane, chart, only !== undefined);
    if (reader.concerns(all)) readers.push(reader);
  }
  return readers;
}

async function dimensions(
  reading: RollupReading,
  all: readonly number[],
  asked: ModelId | undefined,
): Promise<readonly HeatmapReader[]> {
  const model = reading.model(asked);
  if (model.policy !== 'dimensions') {
    throw new QuestionUnfit(
      `"${model.id}" has no dimensions. Name one that has with ?model=, or ask by models.`,
      '?model',
    );
  }
  const plane = await reading.plane(model.id, { within: all, whole: true });
  return model.dimensions.map((dimension, line) => dimensionReader(model, dimension, line, plane));
}

function modelReader(
  model: MaturityModel,
  plane: Plane,
  chart: OrganisationAt,
  askedFor: boolean,
): HeatmapReader {
  const { id, version, title } = model;
  const stages = stagesOf(model);
  const named = [0, ...stages.map(({ ordinal }) => ordinal)].map((at) => stageOf(model, at));
  return {
    column: { model: id, modelVersion: version, title, of: stages.length },
    modelTitle: title,
    stages: stages.length === 0 ? [] : named,
    concerns: (below) => askedFor || below.some((unit) => plane.valueOf(unit) !== undefined),
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
): HeatmapReader {
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
    modelTitle: model.title,
    stages: [],
    concerns: () => true,
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
