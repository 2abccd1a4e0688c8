import type { Schemas } from '#lib/client';
import type { Fact, Facts } from './facts.js';

export type Standing = Schemas['Standing'];
export type Met = Standing['met'][number];

/** What a model asks in one place: a criterion of a stage or level, an item of a list or group. */
export interface Asked {
  readonly id: string;
  readonly says: string;
  readonly when?: unknown;
  readonly milestones: readonly string[];
  readonly keyMove: boolean;
  readonly supporting: boolean;
  readonly inferred: boolean;
  /** Where it is asked, so that the same id in another dimension is another criterion. */
  readonly dimension?: string;
}

/** How it stands with one criterion. */
export type State =
  /** It is so: shown by facts. */
  | 'met'
  /** It counts as met by decision. */
  | 'waived'
  /** It is not asked of this unit. */
  | 'not-applicable'
  /** Somebody looked, and it is not so. */
  | 'not-in-place'
  /** It was so, and ended. */
  | 'ended'
  /** Something of it is so, and more is asked. */
  | 'in-part'
  /** It happened, and that is too long ago. */
  | 'ran-out'
  /** Nobody said anything about it. */
  | 'no-facts';

/** A criterion with how it stands, and what says so. */
export interface Criterion extends Asked {
  readonly state: State;
  /** The proof of what is met. */
  readonly met?: Met;
  /** The facts that show it; of what is not met, the last ones about its milestones. */
  readonly facts: readonly Fact[];
  /** How many facts show it that are out of sight here: of units below, say. */
  readonly elsewhere: number;
  /** Of what is not met: the milestones about which nothing was said. */
  readonly silent: readonly string[];
  /** How much of it is so, in scored models. */
  readonly worth?: number;
}

/** What is asked of one unit in one model, and what answers it. */
export interface Case {
  readonly standing: Standing;
  readonly facts: Facts;
  /** The unit, then those above it from the nearest up. */
  readonly units: readonly string[];
}

/** How it stands with a criterion of a unit. */
export function criterionOf(asked: Asked, { standing, facts, units }: Case): Criterion {
  const same = (one: { readonly criterion: string; readonly dimension?: string }) =>
    one.criterion === asked.id && one.dimension === asked.dimension;
  const met = standing.met.find(same);
  if (met) {
    const shown = met.by.flatMap((id) => facts.byId(id) ?? []);
    return {
      ...asked,
      state: met.waived ? 'waived' : 'met',
      met,
      facts: shown,
      elsewhere: met.by.length - shown.length,
      silent: [],
    };
  }
  const upward = upwardIn(asked.when);
  const lasts = asked.milestones.map((key) =>
    lastOf(key, upward.has(key) ? units : units.slice(0, 1), facts),
  );
  const worth = standing.next?.missing.find(same)?.worth;
  return {
    ...asked,
    state: stateOf(asked, lasts),
    facts: lasts.filter((fact) => fact !== undefined),
    elsewhere: 0,
    silent: asked.milestones.filter((_, at) => lasts[at] === undefined),
    ...(worth === undefined ? {} : { worth }),
  };
}

function lastOf(milestone: string, reach: readonly string[], facts: Facts): Fact | undefined {
  for (const unit of reach) {
    const last = facts.last(unit, milestone);
    if (last) return last;
  }
  return undefined;
}

/** What the last facts about the milestones of something that is not met say of it. */
function stateOf({ when }: Asked, lasts: readonly (Fact | undefined)[]): State {
  const said = lasts.filter((fact) => fact !== undefined);
  if (said.length === 0) return 'no-facts';
  // a part that does not apply is left out: only if all are, nothing is asked
  if (!asksOfUnits(when) && said.length === lasts.length && said.every(isNotApplicable)) {
    return 'not-applicable';
  }
  if (said.some(({ type }) => type === 'milestone.achieved')) {
    return lasts.every(isWhole) && !isPatient(when) ? 'ran-out' : 'in-part';
  }
  if (said.some((fact) => fact.type === 'milestone.assessed' && !isNotApplicable(fact))) {
    return 'not-in-place';
  }
  return said.some(({ type }) => type === 'milestone.lapsed') ? 'ended' : 'no-facts';
}

const isNotApplicable = ({ type, data }: Fact) =>
  type === 'milestone.assessed' && data.outcome === 'not-applicable';

const isWhole = (fact: Fact | undefined) =>
  fact?.type === 'milestone.achieved' && (fact.data.degree ?? 1) === 1;

/** Whether an expression asks that something be so for a time. */
const isPatient = (when: unknown) => JSON.stringify(when ?? null).includes('"heldFor":');

/** The milestones that an expression also looks for in the units above. */
function upwardIn(when: unknown): ReadonlySet<string> {
  if (typeof when !== 'object' || when === null) return new Set();
  const { milestone, scope } = when as { readonly milestone?: unknown; readonly scope?: unknown };
  const own = typeof milestone === 'string' && scope === 'up' ? [milestone] : [];
  return new Set([...own, ...Object.values(when).flatMap((part) => [...upwardIn(part)])]);
}

/** Whether an expression counts units below. */
const asksOfUnits = (when: unknown) => JSON.stringify(when ?? null).includes('"units":');
