import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Instant, ModelId, UnitKey } from '#lib/domain';
import {
  type Asked,
  type ChangesAnswer,
  ChangesQuery,
  type CountedTree,
  type HeatmapAnswer,
  HeatmapQuery,
  type Moment,
  Moments,
  Packs,
  RollupQuery,
  UnknownModel,
  type Viewer,
} from '#lib/projections';
import { instantText } from '../http/instants.js';
import { type Figures, KEPT } from './figures.js';
import { Gaps } from './gaps.js';
import { alertsOf, roadmapOf } from './plan.js';

/** Of what a pack is to be. */
export interface PackChoice {
  readonly unit: UnitKey;
  /** Absent: now. */
  readonly asOf?: Instant;
  /** Absent: every model that somebody follows there. */
  readonly models?: readonly ModelId[];
  /** The date of the last pack; absent: there is none. */
  readonly lastAsOf?: Instant;
}

/** Figures, the pair of times that they are for, and the trees that they count units by. */
export interface Gathered {
  readonly moment: Moment;
  readonly figures: Omit<Figures, 'names'>;
  readonly trees: readonly CountedTree[];
}

const QUARTER_MS = 90 * 86_400_000;

/** Asks for the figures of a pack what the pages of the dashboard ask, all for one pair of times. */
@Injectable()
export class Gather {
  constructor(
    private readonly queries: QueryBus,
    private readonly gaps: Gaps,
    private readonly packs: Packs,
    private readonly moments: Moments,
  ) {}

  /** @throws UnknownUnit, UnknownModel, ProjectionBehind */
  async figures(viewer: Viewer, choice: PackChoice): Promise<Gathered> {
    const { unit, asOf } = choice;
    const heatmap = await this.queries.execute(
      new HeatmapQuery(viewer, unit, { by: 'models', asOf }),
    );
    const moment: Moment = pick(heatmap);
    const pair = { asOf: moment.asOf, knownAt: moment.knownAt };
    const chosen = choose(heatmap, choice.models);
    const from = fromOf(moment, choice.lastAsOf);
    const models = chosen.columns.map(({ model }) => model);
    const changes = await this.changes(viewer, unit, pair, from, choice.models && models);
    const roadmap = await roadmapOf(this.queries, viewer, unit, pair);
    const now = this.moments.clock.now();
    const alerts = await alertsOf(this.queries, viewer, unit);
    const keys = [...changes.items, ...alerts.items].map((one) => one.unit);
    const { program, headline, unit: nameOf } = await this.packs.names(viewer, moment, keys);
    const figures: Gathered['figures'] = {
      program,
      unit: heatmap.total.name,
      kind: heatmap.total.kind,
      below: heatmap.total.below,
      headline,
      models: await this.models(viewer, unit, pair, chosen.columns, changes.counts),
      heatmap: chosen,
      changes: {
        from: instantText(from),
        since: choice.lastAsOf === from ? 'last-pack' : 'quarter',
        all: changes.all,
        items: changes.items.map((item) => ({ ...item, name: nameOf(item.unit) })),
      },
      ...(await this.gaps.of(viewer, unit, { pair, isNow: asOf === undefined, models })),
      roadmap,
      alerts: {
        at: instantText(now),
        bySeverity: alerts.bySeverity,
        items: alerts.items.map((item) => ({ ...item, name: nameOf(item.unit) })),
      },
    };
    const { position } = moment;
    const trees = [moment.asOf, from, now].map((at) => ({ asOf: at, position }));
    return { moment, figures, trees };
  }

  private async models(
    viewer: Viewer,
    unit: UnitKey,
    pair: Asked,
    columns: HeatmapAnswer['columns'],
    counts: ChangesAnswer['counts'],
  ): Promise<Figures['models']> {
    const models: Figures['models'][number][] = [];
    for (const { model, title, of } of columns) {
      const answer = await this.queries.execute(
        new RollupQuery(viewer, unit, { ...pair, model: model as ModelId }),
      );
      const { modelVersion, below, units, distribution, median, mean } = answer;
      const { meanScore, meanChecked, own, fromChildren } = answer;
      const count = counts.find((one) => one.model === model);
      const none = of === 0 ? null : { rose: 0, fell: 0, appeared: 0, left: 0 };
      const changes = count ? counted(count) : none;
      models.push({
        ...{ model, modelVersion, title, of, below, units, distribution, median, mean },
        ...(meanScore === undefined ? {} : { meanScore }),
        ...(meanChecked === undefined ? {} : { meanChecked }),
        ...{ own, fromChildren, changes },
      });
    }
    return models;
  }

  private async changes(
    viewer: Viewer,
    unit: UnitKey,
    { asOf: to, knownAt }: Asked,
    from: Instant,
    models: readonly ModelId[] | undefined,
  ): Promise<Pick<ChangesAnswer, 'counts' | 'items'> & { readonly all: number }> {
    const page = { limit: KEPT.changes, start: 0 };
    const times = { from, to, knownAt: knownAt === undefined ? [] : [knownAt], page };
    const answers: ChangesAnswer[] = [];
    for (const model of models ?? [undefined]) {
      answers.push(await this.queries.execute(new ChangesQuery(viewer, unit, { ...times, model })));
    }
    const counts = answers.flatMap((answer) => answer.counts);
    const items = answers.flatMap((answer) => answer.items).slice(0, KEPT.changes);
    const all = counts.reduce(
      (sum, { rose, fell, appeared, left }) => sum + rose + fell + appeared + left,
      0,
    );
    return { counts, items, all };
  }
}

const pick = ({ asOf, knownAt, position }: Moment): Moment => ({ asOf, knownAt, position });

const counted = ({ rose, fell, appeared, left }: ChangesAnswer['counts'][number]) => ({
  ...{ rose, fell, appeared, left },
});

/** Since when changes are told: since the last pack, unless that is not before. */
function fromOf({ asOf }: Moment, last: Instant | undefined): Instant {
  return last !== undefined && last < asOf ? last : asOf - QUARTER_MS;
}

/** The columns asked for, and the rows with most units, in the order in which they came. @throws UnknownModel */
function choose(
  { columns, total, rows }: HeatmapAnswer,
  models: readonly ModelId[] | undefined,
): Pick<HeatmapAnswer, 'columns' | 'total' | 'rows'> & { readonly children: number } {
  const unknown = models?.find((id) => !columns.some(({ model }) => model === id));
  if (unknown !== undefined) throw new UnknownModel(unknown);
  const kept = columns.flatMap(({ model }, index) =>
    models === undefined || models.includes(model) ? [index] : [],
  );
  const narrowed = (row: HeatmapAnswer['total']) => ({
    ...row,
    cells: kept.map((index) => row.cells[index] as (typeof row.cells)[number]),
  });
  const largest = new Set(rows.toSorted((a, b) => b.below - a.below).slice(0, KEPT.rows));
  return {
    columns: kept.map((index) => columns[index] as (typeof columns)[number]),
    total: narrowed(total),
    rows: rows.filter((row) => largest.has(row)).map(narrowed),
    children: rows.length,
  };
}
