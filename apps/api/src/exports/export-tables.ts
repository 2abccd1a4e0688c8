import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { UnitKey } from '#lib/domain';
import { type Moment, TitlesQuery, type Viewer } from '#lib/projections';
import { aboutOf, type ExportFrom, type TableName } from './about.js';
import type { About } from './workbook/workbook.js';
import type { ExportTable } from './export-table.js';
import type { Exportable, ExportWish } from './export-wish.js';
import { ALERTS, RECOMMENDATIONS } from './tables/advice.js';
import { ASSESSMENTS, LOG, MILESTONES } from './tables/facts.js';
import { ROADMAP, TARGETS } from './tables/plans.js';
import { DISTRIBUTION, HEATMAP } from './tables/rollups.js';
import { STANDINGS } from './tables/standings.js';
import { UNITS } from './tables/units.js';

/** What can be exported as a table. */
export const TABLES = {
  units: UNITS,
  milestones: MILESTONES,
  assessments: ASSESSMENTS,
  targets: TARGETS,
  standings: STANDINGS,
  heatmap: HEATMAP,
  distribution: DISTRIBUTION,
  roadmap: ROADMAP,
  recommendations: RECOMMENDATIONS,
  alerts: ALERTS,
  log: LOG,
} as const satisfies Readonly<Record<TableName, Exportable>>;

/** Tables of what a viewer sees, read while they are sent. */
@Injectable()
export class ExportTables {
  constructor(private readonly queries: QueryBus) {}

  /** @throws UnknownUnit for `under`, and whatever the read model throws, when the first row is asked for */
  of(name: TableName, wish: ExportWish): ExportTable {
    return TABLES[name].open(this.queries, wish);
  }

  /** What a workbook of a table says of itself. @param moment the pair of times that it is of */
  async about(viewer: Viewer, from: ExportFrom, moment: Moment): Promise<(rows: number) => About> {
    const { under } = from.asked;
    const titles = await this.queries.execute(
      new TitlesQuery(viewer, under === undefined ? [] : [under as UnitKey]),
    );
    return (rows) => aboutOf(viewer.program, from, { moment, titles, rows });
  }
}
