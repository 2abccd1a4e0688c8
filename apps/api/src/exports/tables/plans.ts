import type { QueryBus } from '@nestjs/cqrs';
import type { TargetGoal } from '#lib/domain';
import { type SubtreeRoadmap, SubtreeRoadmapQuery } from '#lib/projections';
import { instantText } from '../../http/instants.js';
import { plannedView, saysOf } from '../../http/roadmap-views.js';
import { type Cell, type Column, table } from '../export-table.js';
import { type Exportable, type ExportWish, pairOf, said } from '../export-wish.js';

type Planned = SubtreeRoadmap['items'][number];

type GoalPart = 'milestone' | 'model' | 'stage' | 'dimension' | 'level' | 'share';

const goalPart = (name: GoalPart): Column<Planned> => [
  name,
  ({ goal }) => (goal as { readonly [Part in GoalPart]?: Cell })[name] ?? null,
];

const OWNER: readonly Column<Planned>[] = [
  ['ownerName', ({ owner }) => owner?.name ?? null],
  ['ownerEmail', ({ owner }) => owner?.email ?? null],
];

const TARGET_COLUMNS: readonly Column<Planned>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['target', ({ target }) => target],
  ['title', ({ title }) => title],
  ...(['milestone', 'model', 'stage', 'dimension', 'level'] as const).map(goalPart),
  ['due', ({ due }) => due, 'day'],
  ...OWNER,
];

const day = (at: number | null | undefined): Cell =>
  at === null || at === undefined ? null : instantText(at).slice(0, 10);

const forecastDay =
  (name: 'p50' | 'p85') =>
  ({ forecast }: Planned): Cell =>
    forecast?.basis === 'history' ? day(forecast[name]) : null;

const ROADMAP_COLUMNS: readonly Column<Planned>[] = [
  ['unit', ({ unit }) => unit],
  ['name', ({ name }) => name],
  ['target', ({ target }) => target],
  ['title', ({ title }) => title],
  ['wants', ({ goal }) => goal.kind],
  ...(['milestone', 'model', 'stage', 'dimension', 'level', 'share'] as const).map(goalPart),
  ['due', ({ due }) => due, 'day'],
  ['firstDue', ({ firstDue }) => firstDue, 'day'],
  ['slipDays', ({ state }) => state.slipDays],
  ['moves', ({ moves }) => moves.length],
  ['status', ({ state }) => state.status],
  ['because', ({ state }) => state.because.map(saysOf).join(' ')],
  ['progress', ({ state }) => Math.round(state.progress * 10_000) / 10_000],
  ['achievedOn', ({ state }) => day(state.achievedOn), 'day'],
  ['lostOn', ({ state }) => day(state.lostOn), 'day'],
  ['p50', forecastDay('p50'), 'day'],
  ['p85', forecastDay('p85'), 'day'],
  ...OWNER,
];

/** Targets of units as an import reads them; targets of shares of units stand in the roadmap alone. */
export const TARGETS: Exportable = {
  narrowedBy: ['under', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({
      columns: TARGET_COLUMNS,
      items: planned(queries, wish, ({ kind }) => kind !== 'share'),
      view: plannedLine,
    }),
};

/** All targets and how they stand, the earliest date first. */
export const ROADMAP: Exportable = {
  narrowedBy: ['under', 'model', 'kind', 'tag', 'status', 'asOf', 'knownAt'],
  open: (queries, wish) =>
    table({
      columns: ROADMAP_COLUMNS,
      items: planned(queries, wish, () => true),
      view: plannedLine,
    }),
};

/** A plan is small beside what was recorded: it is read in one go, of one snapshot. */
async function* planned(
  queries: QueryBus,
  wish: ExportWish,
  wanted: (goal: TargetGoal) => boolean,
): AsyncGenerator<Planned> {
  const { viewer, under, model, kind, tag, status } = wish;
  const page = { limit: Number.MAX_SAFE_INTEGER, start: 0 };
  const filter = { ...said({ model, kind, tag, status }), page };
  const { items, asOf, knownAt, position } = await queries.execute(
    new SubtreeRoadmapQuery(viewer, under ?? null, filter, pairOf(wish)),
  );
  wish.isOf({ asOf, knownAt, position });
  for (const item of items) if (wanted(item.goal)) yield item;
}

function plannedLine({ name, ...item }: Planned) {
  return { ...plannedView(item), name };
}
