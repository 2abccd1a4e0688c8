import type { Instant, UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import type { StageRef } from '../standing.js';
import { dimensionsApart } from './dimensions-apart.js';
import { itemsApart } from './items-apart.js';
import { rungsApart } from './rungs-apart.js';
import { holding, type SideOf, type Sides, type VersionReading } from './sides.js';

/** A unit's stage under two versions of a model, where they differ. */
export interface StageChange {
  readonly from: StageRef | null;
  readonly to: StageRef | null;
  /**
   * The ids of the criteria that make the difference: where it falls, those of the later version that
   * keep it from where it stands; where it rises, those of the earlier one that kept it there.
   */
  readonly criteria: readonly string[];
}

/** Where a unit would stand otherwise at an instant, were one version in force instead of another; undefined where it would not. */
export function stageChange(
  old: VersionReading,
  next: VersionReading,
  unit: UnitKey,
  at: Instant,
): StageChange | undefined {
  const [before, after] = [sideOf(old, unit, at), sideOf(next, unit, at)];
  const [from, to] = [before?.standing.stage ?? null, after?.standing.stage ?? null];
  if (from?.ordinal === to?.ordinal && from?.id === to?.id) return undefined;
  if (!before || !after || !from || !to) return { from, to, criteria: [] };
  const sides =
    to.ordinal < from.ordinal ? { lower: after, upper: before } : { lower: before, upper: after };
  return { from, to, criteria: [...new Set(apart(sides))] };
}

function sideOf(
  { model, evaluator }: VersionReading,
  unit: UnitKey,
  at: Instant,
): SideOf<MaturityModel> | undefined {
  const standing = evaluator.standing(model, unit, at);
  return standing && { model, evaluator, standing, unit, at };
}

/** The criteria that keep the unit in the lower place, or lift it into the upper one. */
function apart(sides: Sides): readonly string[] {
  if (isOf(sides, 'gates')) return rungsApart(sides);
  if (isOf(sides, 'dimensions')) return dimensionsApart(sides);
  if (isOf(sides, 'scored')) return itemsApart(sides);
  return holding(sides.lower);
}

function isOf<Policy extends MaturityModel['policy']>(
  sides: Sides,
  policy: Policy,
): sides is Sides<Extract<MaturityModel, { policy: Policy }>> {
  return sides.lower.model.policy === policy && sides.upper.model.policy === policy;
}
