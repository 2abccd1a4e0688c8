import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import {
  type HeatmapCell,
  type HeatmapColumn,
  type HeatmapColumns,
  type HeatmapReader,
  heatmapReaders,
} from './heatmap-readers.js';
import type { OrganisationAt, UnitFilter } from './organisation.js';
import { Rollups } from './rollups.js';
import type { Viewer } from '../sight.js';

/** What is asked of a heatmap. */
export interface HeatmapQuestion extends Asked, UnitFilter, HeatmapColumns {}

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

@QueryHandler(HeatmapQuery)
export class HeatmapQueryHandler implements IQueryHandler<HeatmapQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: HeatmapQuery): Promise<HeatmapAnswer> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const chart = await reading.organisation();
      const top = chart.indexOf(unit) ?? -1;
      const all = chart.below(top);
      const readers = await heatmapReaders(reading, chart, all, question);
      const row = (index: number) => heatmapRow(chart, readers, index, question);
      return {
        unit,
        ...reading.moment,
        columns: readers.map(({ column }) => column),
        total: { ...row(top), unit, name: top < 0 ? unit : chart.name(top) },
        rows: chart.children(top).map(row).sort(byName),
      };
    });
  }
}

/** One subtree, by the number of its unit. */
export function heatmapRow(
  chart: OrganisationAt,
  readers: readonly HeatmapReader[],
  index: number,
  filter: UnitFilter,
): HeatmapRow {
  const below = chart.below(index, filter);
  return {
    unit: chart.keyOf(index),
    name: chart.name(index),
    kind: chart.state(index)?.kind ?? '',
    below: below.length,
    cells: readers.map((reader) => reader.cell(index, below)),
  };
}

function byName(a: HeatmapRow, b: HeatmapRow): number {
  return a.name.localeCompare(b.name, 'en') || (a.unit < b.unit ? -1 : 1);
}
