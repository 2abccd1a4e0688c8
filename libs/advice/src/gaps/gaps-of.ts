import type { MilestoneKey, ModelId, UnitKey } from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';
import { couldRaise } from '../recommendations/advances.policy.js';
import { readsFromAbove } from '../recommendations/from-above.policy.js';
import type { Ask, NextStep } from '../recommendations/next-step.js';
import { supposing } from '../recommendations/supposing.js';

/** What there is to say of a milestone that the next stage of a model misses at a unit; they add up. */
export const MARK = {
  /** A criterion that it is for is the key move of the stage. */
  keyMove: 1,
  /** Achieved at the unit, it raises the unit's stage by itself. */
  alone: 2,
  /** A criterion reads it with `scope: up`, so that an act at a unit above would do. */
  inherited: 4,
  /** Achieved at a unit above, it raises the unit's stage by itself. */
  aloneFromAbove: 8,
} as const;

/** What a unit misses for its next stage in one model. */
export interface ModelGaps {
  /** Ordinal of the stage that is held. */
  readonly at: number;
  /** Ordinal of the next stage; null at the last. */
  readonly to: number | null;
  /** The sum of the marks of each milestone that counts for the next stage and is missing. */
  readonly missing: Readonly<Record<MilestoneKey, number>>;
}

/** By model, of those with stages in which the unit stands somewhere. */
export type UnitGaps = Readonly<Record<ModelId, ModelGaps>>;

/**
 * What holds a unit back: for each model the milestones that its next stage misses and the unit, or
 * one above it, could achieve. What supports without counting, what is held or does not apply, and
 * what units below must have is left out.
 * @param steps what `missingSteps` found
 */
export function gapsOf(known: KnownUnit, steps: readonly NextStep[]): UnitGaps {
  const gaps: Record<ModelId, { at: number; to: number | null; missing: Record<string, number> }> =
    {};
  for (const { model, stage, next } of known.standings) {
    if (stage) gaps[model] = { at: stage.ordinal, to: next?.ordinal ?? null, missing: {} };
  }
  const parent = parentOf(known);
  for (const step of steps) {
    for (const { model, alone, to } of step.advances) {
      const gap = gaps[model];
      if (!gap || !to) continue;
      const asks = step.asks.filter((ask) => ask.model.id === model && !ask.missing.supporting);
      gap.missing[step.milestone] = marksOf(known, step.milestone, { asks, alone, parent });
    }
  }
  return gaps;
}

function marksOf(
  known: KnownUnit,
  milestone: MilestoneKey,
  { asks, alone, parent }: { asks: readonly Ask[]; alone: boolean; parent: UnitKey | null },
): number {
  const inherited = asks.some((ask) => readsFromAbove(ask, milestone));
  let marks = inherited ? MARK.inherited : 0;
  if (asks.some(({ missing }) => missing.keyMove)) marks += MARK.keyMove;
  if (alone) marks += MARK.alone;
  const [{ model, standing } = {}] = asks;
  if (inherited && parent !== null && model && standing) {
    const could = couldRaise(known, model, standing, milestone);
    const raised = could ? supposing(known, milestone, parent)(model) : null;
    if (raised && raised.ordinal > (standing.stage?.ordinal ?? 0)) marks += MARK.aloneFromAbove;
  }
  return marks;
}

/** The unit above now; null at a root. */
function parentOf(known: KnownUnit): UnitKey | null {
  const above = known.evaluator.expressions.tree
    .ancestry(known.unit)
    .find(({ depth, from, until }) => depth === 1 && from <= known.now && known.now < until);
  return above?.unit ?? null;
}
