import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { StageRef, UnitKey } from '#lib/domain';
import type { Moment } from '../moment.js';
import type { Viewer } from '../sight.js';
import { type HeatmapQuestion, type HeatmapRow, heatmapRow } from './heatmap.query.js';
import {
  type HeatmapCell,
  type HeatmapColumn,
  type HeatmapReader,
  heatmapReaders,
} from './heatmap-readers.js';
import type { OrganisationAt } from './organisation.js';
import { Rollups } from './rollups.js';

/** A subtree in one column of a heatmap. */
export interface HeatmapSquare {
  readonly row: Omit<HeatmapRow, 'cells'>;
  /** The unit it lies right below; null for one that the list begins with. */
  readonly parent: UnitKey | null;
  /** How many levels below the one that the list begins with: from 0. */
  readonly depth: number;
  readonly column: HeatmapColumn;
  readonly modelTitle: string;
  /** Of models: their stages, from "Not started" up; empty where there are none. */
  readonly stages: readonly StageRef[];
  readonly cell: HeatmapCell;
}

/** The squares of many subtrees at one moment. */
export interface HeatmapListAnswer extends Moment {
  /** A unit, then those below it by name, each followed by its own. Made as they are taken. */
  readonly items: Iterable<HeatmapSquare>;
}

/** What is asked of a list of squares. */
export interface HeatmapListQuestion extends HeatmapQuestion {
  /** So many levels below the unit are told; 0: the unit alone. */
  readonly depth: number;
}

/**
 * The subtrees of a unit and of those below it, level after level, across models or across the
 * dimensions of one: all of one snapshot, held in compact arrays.
 * @throws QuestionUnfit, UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind
 */
export class HeatmapListQuery extends Query<HeatmapListAnswer> {
  constructor(
    readonly viewer: Viewer,
    /** Null: the topmost units in sight. */
    readonly under: UnitKey | null,
    readonly question: HeatmapListQuestion,
  ) {
    super();
  }
}

/** A unit of the list, by its number. */
interface Place {
  readonly unit: number;
  readonly parent: number | null;
  readonly depth: number;
}

@QueryHandler(HeatmapListQuery)
export class HeatmapListQueryHandler implements IQueryHandler<HeatmapListQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, under, question }: HeatmapListQuery): Promise<HeatmapListAnswer> {
    return this.rollups.read(viewer, question, under, async (reading) => {
      const chart = await reading.organisation();
      const tops = under === null ? topmost(chart) : [chart.indexOf(under) ?? -1];
      const all = tops.flatMap((top) => chart.below(top));
      const readers = await heatmapReaders(reading, chart, all, question);
      return { ...reading.moment, items: itemsOf() };

      function* itemsOf(): Generator<HeatmapSquare> {
        for (const top of tops) {
          const below = chart.below(top);
          const shown = readers.filter((reader) => reader.concerns(below));
          for (const place of placesFrom(chart, top, question.depth)) {
            yield* squaresAt(place, shown);
          }
        }
      }

      function* squaresAt({ unit, parent, depth }: Place, shown: readonly HeatmapReader[]) {
        const { cells, ...found } = heatmapRow(chart, shown, unit, question);
        // one that was not known then has no number
        const row = unit < 0 && under !== null ? { ...found, unit: under, name: under } : found;
        const above = parent === null ? null : chart.keyOf(parent);
        for (const [index, { column, modelTitle, stages }] of shown.entries()) {
          const cell = cells[index];
          if (cell) yield { row, parent: above, depth, column, modelTitle, stages, cell };
        }
      }
    });
  }
}

/** Those in sight that lie below none in sight. */
function topmost(chart: OrganisationAt): readonly number[] {
  const found = Array.from({ length: chart.size }, (_, unit) => unit).filter(
    (unit) => chart.exists(unit) && chart.parent(unit) === undefined,
  );
  return byName(chart, found);
}

function* placesFrom(chart: OrganisationAt, top: number, most: number): Generator<Place> {
  const open: Place[] = [{ unit: top, parent: null, depth: 0 }];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    yield place;
    const { unit, depth } = place;
    if (depth === most) continue;
    for (const child of byName(chart, chart.children(unit)).toReversed()) {
      open.push({ unit: child, parent: unit, depth: depth + 1 });
    }
  }
}

function byName(chart: OrganisationAt, units: readonly number[]): readonly number[] {
  return units.toSorted(
    (a, b) =>
      chart.name(a).localeCompare(chart.name(b), 'en') ||
      (chart.keyOf(a) < chart.keyOf(b) ? -1 : 1),
  );
}
