import type { Owner, TargetGoal, UnitKey } from '#lib/domain';
import type { Author } from '../authors.js';
import type { Precision } from '../calendar.js';
import type { Chronicle, Told } from '../chronicle.js';

/** A date that is wanted: a month of the story, which may lie after its end, as roughly as people say it. */
export interface Wanted {
  readonly month: number;
  readonly precision: Exclude<Precision, 'instant'>;
}

/** A target of the story, and what became of its date. */
export interface Plan {
  readonly unit: string;
  readonly target: string;
  readonly goal: TargetGoal;
  /** The month in which it is set. */
  readonly set: number;
  /** Absent: an aim. */
  readonly due?: Wanted;
  readonly owner?: Owner;
  readonly by: Author;
  readonly moves?: readonly {
    readonly month: number;
    /** Null: it becomes an aim. */
    readonly due: Wanted | null;
    readonly reason: string;
  }[];
  readonly handedOver?: { readonly month: number; readonly to: Owner };
  readonly dropped?: { readonly month: number; readonly reason: string };
}

/** Tells a plan, event by event; all of it by one author, so that it is recorded in this order. */
export function tellPlan(chronicle: Chronicle, plan: Plan): void {
  const { unit, target, goal, due, owner, by } = plan;
  const dated = ({ month, precision }: Wanted) => chronicle.calendar.given(month, precision);
  const about = { unit: unit as UnitKey, lag: 0, by };
  const set = {
    target,
    goal,
    ...(due ? { due: dated(due) } : {}),
    ...(owner ? { owner } : {}),
  };
  const later: Told<'target.set' | 'target.moved' | 'target.dropped'>[] = [];
  for (const { month, due: to, reason } of plan.moves ?? []) {
    const data = { target, due: to && dated(to), reason };
    later.push({ ...about, type: 'target.moved', month, data });
  }
  if (plan.handedOver) {
    const { month, to } = plan.handedOver;
    later.push({ ...about, type: 'target.set', month, data: { target, goal, owner: to } });
  }
  if (plan.dropped) {
    const { month, reason } = plan.dropped;
    later.push({ ...about, type: 'target.dropped', month, data: { target, reason } });
  }
  chronicle.tell({ ...about, type: 'target.set', month: plan.set, data: set });
  for (const one of later.sort((a, b) => a.month - b.month)) chronicle.tell(one);
}
