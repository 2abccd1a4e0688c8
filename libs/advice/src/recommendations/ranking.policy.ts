import type { MilestoneKey } from '#lib/domain';
import type { NextStep, RecommendationPolicy } from './next-step.js';

/** Ours: an entry that says nothing of effort is taken for a middling one. */
const EFFORT = { S: 0, M: 1, L: 2, XL: 3 } as const;

/**
 * The order of the steps: key moves, then those that reach most stages by themselves, then those
 * that count in most models, then less effort; equals stay in the order of the models. What is
 * missing before a step comes before it.
 */
export const ranking: RecommendationPolicy = {
  id: 'ranking',
  source:
    'Lithium: the key move outranks everything else. The order of the rest, and that prerequisites come first, are ours.',
  apply(steps) {
    const sorted = [...steps].sort(compare);
    const byKey = new Map(sorted.map((step) => [step.milestone, step]));
    const placed = new Set<MilestoneKey>();
    const order: NextStep[] = [];
    const place = (step: NextStep) => {
      if (placed.has(step.milestone)) return;
      placed.add(step.milestone);
      for (const key of step.waitsFor) {
        const before = byKey.get(key);
        if (before) place(before);
      }
      order.push(step);
    };
    for (const step of sorted) place(step);
    return order;
  },
};

function compare(a: NextStep, b: NextStep): number {
  return (
    Number(b.keyMove) - Number(a.keyMove) ||
    raised(b) - raised(a) ||
    b.advances.length - a.advances.length ||
    effort(a) - effort(b)
  );
}

/** How many stages, over all models, it reaches by itself. */
function raised({ advances }: NextStep): number {
  return advances
    .filter(({ alone }) => alone)
    .reduce((sum, { from, to }) => sum + Math.max(0, (to?.ordinal ?? 0) - (from?.ordinal ?? 0)), 0);
}

function effort({ entry }: NextStep): number {
  return EFFORT[entry?.effort ?? 'M'];
}
