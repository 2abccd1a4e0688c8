import type { MilestoneKey } from './ids.js';
import type { Dictionary, Expression } from './model.js';

export type MilestoneLeaf = Extract<Expression, { form: 'milestone' }>;

const leafNames = new WeakMap<MilestoneLeaf, string>();

/** What a leaf asks, so that models which ask the same share its reading. */
export function leafName(leaf: MilestoneLeaf): string {
  let name = leafNames.get(leaf);
  if (name === undefined) {
    const { milestone, degree, within, heldFor, scope } = leaf;
    name = `${milestone} ${degree} ${within?.iso} ${heldFor?.iso} ${scope}`;
    leafNames.set(leaf, name);
  }
  return name;
}

const keysRead = new WeakMap<Expression, readonly MilestoneKey[]>();

/** The keys that an expression asks, without those that imply them. */
export function keysOf(expression: Expression): readonly MilestoneKey[] {
  let keys = keysRead.get(expression);
  if (!keys) {
    keys =
      expression.form === 'milestone'
        ? [expression.milestone]
        : expression.form === 'units'
          ? keysOf(expression.meet)
          : expression.of.flatMap(keysOf);
    keysRead.set(expression, keys);
  }
  return keys;
}

/** A key, then those it is implied by, depth first in the dictionary's order, each once. */
export function impliedClosure(dictionary: Dictionary, key: MilestoneKey): readonly MilestoneKey[] {
  const found = new Set<MilestoneKey>();
  const visit = (next: MilestoneKey) => {
    if (found.has(next)) return;
    found.add(next);
    for (const implying of dictionary.get(next)?.impliedBy ?? []) visit(implying);
  };
  visit(key);
  return [...found];
}
