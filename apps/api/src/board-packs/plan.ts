import type { QueryBus } from '@nestjs/cqrs';
import { type AlertStanding, AlertsQuery, AlertsSummaryQuery } from '#lib/advice';
import type { TargetStatus, UnitKey } from '#lib/domain';
import { type Asked, type PlannedTarget, SubtreeRoadmapQuery, type Viewer } from '#lib/projections';
import { instantText } from '../http/instants.js';
import { plannedView } from '../http/roadmap-views.js';
import { type Figures, KEPT } from './figures.js';

/** All targets of a subtree: nobody plans more than can be gone through. */
const ALL = 10_000;

/** The roadmap of a subtree: shares first, then what is late, then what is at risk. */
export async function roadmapOf(
  queries: QueryBus,
  viewer: Viewer,
  unit: UnitKey,
  pair: Asked,
): Promise<Figures['roadmap']> {
  const filter = { page: { limit: ALL, start: 0 } };
  const { summary, items } = await queries.execute(
    new SubtreeRoadmapQuery(viewer, unit, filter, pair),
  );
  const first = items.toSorted((a, b) => weightOf(a) - weightOf(b)).slice(0, KEPT.targets);
  return { summary, items: first.map((item) => targetView(item, item.name)) };
}

const URGENCY: Readonly<Record<TargetStatus, number>> = {
  late: 1,
  'at-risk': 2,
  'on-track': 3,
  aim: 4,
  done: 5,
};

/** Shares first, unless they are reached; what is wanted, by its date; what is reached last. */
function weightOf({ goal, state }: PlannedTarget): number {
  const open = state.status !== 'done';
  return goal.kind === 'share' && open ? 0 : URGENCY[state.status];
}

/** A target without who owns it and why it moved: that is theirs to erase. */
function targetView(target: PlannedTarget, name: string): Figures['roadmap']['items'][number] {
  const {
    moves: _,
    owner: __,
    setAt: ___,
    lostOn: ____,
    steps: _____,
    ...view
  } = plannedView(target);
  return { ...view, name };
}

type OpenAlert = Omit<Figures['alerts']['items'][number], 'name'> & { readonly unit: UnitKey };

const SEVERE = ['critical', 'warning', 'info'] as const;

/**
 * What is open below a unit now, critical alerts first; told as to somebody who sees the unit and all
 * below it, since others than its maker read a pack.
 */
export async function alertsOf(
  queries: QueryBus,
  { program }: Viewer,
  unit: UnitKey,
): Promise<Pick<Figures['alerts'], 'bySeverity'> & { readonly items: readonly OpenAlert[] }> {
  const bySeverity = { critical: 0, warning: 0, info: 0 };
  const items: OpenAlert[] = [];
  const viewer = { program, sight: [unit] };
  for (const { severity, state, alerts } of await queries.execute(
    new AlertsSummaryQuery(viewer, unit),
  )) {
    if (state === 'open') bySeverity[severity] += alerts;
  }
  for (const severity of SEVERE) {
    const left = KEPT.alerts - items.length;
    if (left === 0) break;
    const filter = { under: unit, state: 'open', severity } as const;
    const page = await queries.execute(new AlertsQuery(viewer, filter, left));
    items.push(...page.items.map(alertView));
  }
  return { bySeverity, items };
}

function alertView({ id, rule, severity, unit, openedAt, summary }: AlertStanding): OpenAlert {
  return {
    id,
    rule: rule as OpenAlert['rule'],
    severity,
    unit,
    openedAt: instantText(openedAt),
    summary,
  };
}
