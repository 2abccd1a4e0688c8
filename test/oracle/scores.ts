import type {
  Combine,
  Group,
  Instant,
  MaturityModel,
  Missing,
  ScoredItem,
  UnitKey,
} from '#lib/domain';
import type { Expressions, Proof } from './expression.js';

type Scored = Extract<MaturityModel, { policy: 'scored' }>;

/** A part of a score: what it is worth, and its weight in what holds it. */
interface Weighed {
  readonly value: number;
  readonly weight: number;
}

/** The score of a model and of each of its groups, unrounded; null where nothing is left. */
export interface Scores {
  readonly score: number | null;
  readonly groups: readonly { readonly path: string; readonly score: number | null }[];
}

/** @source model-format: Standing, `scored` */
export function scores(model: Scored, read: Expressions, unit: UnitKey, at: Instant): Scores {
  const score = combine(
    model.combine,
    model.groups.flatMap((group) => weigh(groupScore(group, read, unit, at), group.weight)),
  );
  const list = (groups: readonly Group[], above: string): Scores['groups'] =>
    groups.flatMap((group) => {
      const path = above + group.id;
      const own = { path, score: groupScore(group, read, unit, at) };
      return [own, ...list(group.groups, `${path}/`)];
    });
  return { score, groups: list(model.groups, '') };
}

/** The items of a scored model, in order. */
export function itemsOf(groups: readonly Group[]): readonly ScoredItem[] {
  return groups.flatMap((group) => [...group.items, ...itemsOf(group.groups)]);
}

/** What an item is worth, 0–1; null when it is left out. */
export function worth(
  item: ScoredItem,
  read: Expressions,
  unit: UnitKey,
  at: Instant,
): number | null {
  if ('when' in item.worth) {
    const truth = read.truth(item.worth.when, unit, at);
    return truth === 'not applicable' ? null : truth === 'true' ? 1 : 0;
  }
  const { milestone } = item.worth;
  const degrees = read
    .keysFor(milestone)
    .map((key) => (read.holdings.waiver(unit, key, at) ? 1 : read.holdings.degree(unit, key, at)));
  const greatest = Math.max(...degrees);
  return greatest === 0 && read.holdings.notApplicable(unit, milestone, at) ? null : greatest;
}

/**
 * The events that give an item its worth: of those of the greatest degree a fact before a waiver,
 * the key before those that imply it.
 */
export function itemProofs(
  item: ScoredItem,
  read: Expressions,
  unit: UnitKey,
  at: Instant,
): readonly Proof[] {
  if ('when' in item.worth) return read.proofs(item.worth.when, unit, at);
  const keys = read.keysFor(item.worth.milestone);
  const greatest = worth(item, read, unit, at) ?? 0;
  const facts = keys.flatMap((key) => read.holdings.held(unit, key, greatest, at)?.fact ?? []);
  const waivers = keys.flatMap((key) => read.holdings.waiver(unit, key, at) ?? []);
  const proofs = [
    ...facts.map(({ id }) => ({ event: id, waived: false })),
    ...waivers.map(({ id }) => ({ event: id, waived: true })),
  ];
  return proofs.slice(0, 1);
}

/** The missing milestones of an item and what it is worth, when it is below its full worth. */
export function missingItem(
  item: ScoredItem,
  read: Expressions,
  unit: UnitKey,
  at: Instant,
): Missing[] {
  const value = worth(item, read, unit, at);
  if (value === null || value >= 1) return [];
  const milestones =
    'when' in item.worth ? read.missingKeys(item.worth.when, unit, at) : [item.worth.milestone];
  const { id: criterion, says, inferred } = item;
  const shown = { criterion, says, inferred, keyMove: false, supporting: false };
  return [{ ...shown, milestones, worth: value }];
}

function groupScore(group: Group, read: Expressions, unit: UnitKey, at: Instant): number | null {
  return combine(group.combine, [
    ...group.groups.flatMap((one) => weigh(groupScore(one, read, unit, at), one.weight)),
    ...group.items.flatMap((one) => weigh(worth(one, read, unit, at), one.weight)),
  ]);
}

function weigh(value: number | null, weight: number): readonly Weighed[] {
  return value === null ? [] : [{ value, weight }];
}

function combine(how: Combine, parts: readonly Weighed[]): number | null {
  if (parts.length === 0) return null;
  const values = parts.map((part) => part.value);
  switch (how) {
    case 'sum':
      return total(values);
    case 'lowest':
      return Math.min(...values);
    case 'highest':
      return Math.max(...values);
    case 'mean':
      return (
        total(parts.map((part) => part.value * part.weight)) /
        total(parts.map((part) => part.weight))
      );
  }
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
