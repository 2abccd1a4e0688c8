import type {
  Criterion,
  Dimension,
  Instant,
  MaturityModel,
  Needs,
  StandingValue,
  UnitKey,
} from '#lib/domain';
import type { Expressions } from './expression.js';
import { scores } from './scores.js';

/** What a stage or level has of what it needs. */
export interface Progress {
  readonly met: number;
  readonly needed: number;
}

/** A stage or a level: what it needs of its criteria. */
export interface Rung {
  readonly needs: Needs;
  readonly criteria: readonly Criterion[];
}

/** What a unit has of what a stage or level needs: not-applicable and supporting ones are left out. */
export function progress(rung: Rung, read: Expressions, unit: UnitKey, at: Instant): Progress {
  const truths = rung.criteria
    .filter((one) => !one.supporting)
    .map((one) => read.truth(one.when, unit, at))
    .filter((truth) => truth !== 'not applicable');
  const met = truths.filter((truth) => truth === 'true').length;
  const asked = rung.needs === 'all' ? truths.length : rung.needs.atLeast;
  return { met, needed: Math.min(asked, truths.length) };
}

/** Whether a stage or level has what it needs. */
export function hasWhatItNeeds(rung: Rung, read: Expressions, unit: UnitKey, at: Instant): boolean {
  const { met, needed } = progress(rung, read, unit, at);
  return met >= needed;
}

/** The level of a unit in one dimension. */
export function levelIn(one: Dimension, read: Expressions, unit: UnitKey, at: Instant): number {
  return rungsHeld(one.levels, read, unit, at);
}

/** The values of a standing at one instant, whether or not the unit exists then. */
export function valueAt(
  model: MaturityModel,
  read: Expressions,
  unit: UnitKey,
  at: Instant,
): StandingValue {
  switch (model.policy) {
    case 'gates':
      return { ordinal: rungsHeld(model.stages, read, unit, at) };
    case 'dimensions': {
      const levels = model.dimensions.map((one) => levelIn(one, read, unit, at));
      const mean = levels.reduce((sum, level) => sum + level, 0) / levels.length;
      return { ordinal: overall(model.overall, levels, mean), levels, mean };
    }
    case 'checklist': {
      const truths = model.items
        .map((item) => read.truth(item.when, unit, at))
        .filter((truth) => truth !== 'not applicable');
      const checked = truths.filter((truth) => truth === 'true').length;
      return { ordinal: null, checked, total: truths.length };
    }
    case 'scored': {
      const score = rounded(scores(model, read, unit, at).score);
      const reached = model.stages.filter((stage) => score !== null && (stage.from ?? 0) <= score);
      return { ordinal: model.stages.length === 0 ? null : reached.length, score };
    }
  }
}

/** To 4 decimals. */
export function rounded(score: number | null): number | null {
  return score === null ? null : Math.round(score * 10_000) / 10_000;
}

function rungsHeld(rungs: readonly Rung[], read: Expressions, unit: UnitKey, at: Instant): number {
  const lacking = rungs.findIndex((rung) => !hasWhatItNeeds(rung, read, unit, at));
  return lacking === -1 ? rungs.length : lacking;
}

function overall(how: 'lowest' | 'median' | 'mean', levels: readonly number[], mean: number) {
  const rising = [...levels].sort((a, b) => a - b);
  if (how === 'lowest') return rising[0] ?? 0;
  if (how === 'median') return rising[Math.ceil(rising.length / 2) - 1] ?? 0;
  return Math.floor(mean);
}
