import {
  type EventId,
  Evaluator,
  type MaturityModel,
  type MilestoneFact,
  type MilestoneKey,
  type StageRef,
  stageRef,
  type UnitKey,
} from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';

const SUPPOSED = '00000000-0000-0000-0000-000000000000' as EventId;

/**
 * The stage that the unit would hold in a model if a milestone were achieved now; null where it has
 * none. Nothing is recorded.
 * @param at the unit that achieves it: itself or one above it
 */
export function supposing(
  known: KnownUnit,
  milestone: MilestoneKey,
  at: UnitKey = known.unit,
): (model: MaturityModel) => StageRef | null {
  const { facts } = known.evaluator.expressions;
  const fact: MilestoneFact = {
    id: SUPPOSED,
    at: known.now,
    freshFrom: known.now,
    position: Number.MAX_SAFE_INTEGER,
    outcome: 'achieved',
    degree: 1,
  };
  const holder = facts.units.get(at) ?? known.facts;
  const before = (holder.facts.get(milestone) ?? []).filter((one) => one.at <= known.now);
  const own = new Map(holder.facts).set(milestone, [...before, fact]);
  const units = new Map(facts.units).set(holder.unit, { ...holder, facts: own });
  const evaluator = new Evaluator(known.dictionary, { ...facts, units });
  return (model) => {
    // the stage alone: a whole standing, with its proofs, would cost several times as much
    const value = evaluator
      .timeline(model, known.unit)
      .find(({ from, until }) => from <= known.now && known.now < until);
    return value ? stageRef(model.policy === 'checklist' ? [] : model.stages, value.ordinal) : null;
  };
}
