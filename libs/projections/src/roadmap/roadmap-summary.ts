import { type Instant, parseDue, type Target, type TargetStatus, type UnitKey } from '#lib/domain';
import type { PlannedTarget } from './plan-reader.js';

/** A target as a summary names it. */
export interface NamedTarget {
  readonly unit: UnitKey;
  readonly target: string;
  readonly title: string;
}

/** Many targets at a glance. */
export interface RoadmapSummary {
  readonly targets: number;
  readonly byStatus: Readonly<Record<TargetStatus, number>>;
  /** The earliest date that is not over, of those not reached. */
  readonly nextDue: (NamedTarget & { readonly due: string }) | null;
  /** Those whose dates slipped most, at most ten, the most first. */
  readonly mostSlipped: readonly (NamedTarget & { readonly slipDays: number })[];
  /** How often dates were moved. */
  readonly moves: number;
}

const SHOWN = 10;

/** Sums up some targets at an instant. */
export function summaryOf(planned: readonly PlannedTarget[], at: Instant): RoadmapSummary {
  const byStatus = { done: 0, 'on-track': 0, 'at-risk': 0, late: 0, aim: 0 };
  for (const { state } of planned) byStatus[state.status]++;
  const slipped = planned.flatMap((target) => {
    const { slipDays } = target.state;
    return slipDays !== null && slipDays > 0 ? [{ ...named(target), slipDays }] : [];
  });
  return {
    targets: planned.length,
    byStatus,
    nextDue: nextDue(planned, at),
    mostSlipped: slipped.toSorted((a, b) => b.slipDays - a.slipDays).slice(0, SHOWN),
    moves: planned.reduce((sum, { moves }) => sum + moves.length, 0),
  };
}

function nextDue(planned: readonly PlannedTarget[], at: Instant): RoadmapSummary['nextDue'] {
  let next: { target: PlannedTarget; due: string; deadline: Instant } | undefined;
  for (const target of planned) {
    const due = target.due === null ? undefined : parseDue(target.due);
    if (!due || due.deadline <= at || target.state.status === 'done') continue;
    if (!next || due.deadline < next.deadline) {
      next = { target, due: due.given, deadline: due.deadline };
    }
  }
  return next ? { ...named(next.target), due: next.due } : null;
}

function named({ unit, target, title }: Target & { readonly title: string }): NamedTarget {
  return { unit, target, title };
}
