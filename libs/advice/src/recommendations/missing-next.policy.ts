import { type MaturityModel, type MilestoneKey, type Missing, spansWhere } from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';
import { covers } from '../milestones.js';
import { askingsOf, readingsOf } from '../readings.js';
import type { Ask, NextStep, RecommendationPolicy } from './next-step.js';

/** The steps are what the next stage of each followed model still misses, and what a checklist leaves open. */
export const missingNext: RecommendationPolicy = {
  id: 'missing-next',
  source: 'Waymark: a next step is one that the next stage of a followed model asks for.',
  apply(steps, known) {
    const asks = new Map<MilestoneKey, Ask[]>();
    for (const model of known.models) {
      for (const ask of asksOf(known, model)) {
        for (const milestone of ask.missing.milestones) {
          const own = asks.get(milestone);
          if (own) own.push(ask);
          else asks.set(milestone, [ask]);
        }
      }
    }
    const found = [...asks].map(
      ([milestone, own]): NextStep => ({
        milestone,
        entry: known.dictionary.get(milestone),
        asks: own,
        keyMove: false,
        advances: [],
        waitsFor: [],
        level: null,
        why: [],
      }),
    );
    return [...steps, ...found];
  },
};

function asksOf(known: KnownUnit, model: MaturityModel): readonly Ask[] {
  const standing = known.standings.find((one) => one.model === model.id);
  if (!standing) return [];
  if (model.policy === 'checklist') {
    return openItems(known, model).map((missing) => ({ model, standing: undefined, missing }));
  }
  return (standing.next?.missing ?? []).map((missing) => ({ model, standing, missing }));
}

function openItems(known: KnownUnit, model: MaturityModel): readonly Missing[] {
  const { expressions } = known.evaluator;
  return readingsOf(model).flatMap(({ criterion }) => {
    const { id, says, when, keyMove, supporting } = criterion;
    const open = spansWhere(expressions.truth(known.unit, when), (truth) => truth === 'false');
    if (!covers(open, known.now)) return [];
    const milestones = expressions.missing(known.unit, when, known.now);
    return [{ criterion: id, says, milestones, keyMove, supporting, inferred: false }];
  });
}

/** Whether holding the milestone itself, not units below holding it, is what an ask wants. */
export function asksOfUnit({ model, missing }: Ask, milestone: MilestoneKey): boolean {
  const reading = readingsOf(model).find(
    ({ criterion, dimension }) =>
      criterion.id === missing.criterion && dimension === missing.dimension,
  );
  if (!reading) return false;
  return askingsOf(reading.criterion.when).some(
    ({ leaf, ofUnitsBelow }) => leaf.milestone === milestone && !ofUnitsBelow,
  );
}
