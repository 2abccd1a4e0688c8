import type { MaturityModel, MilestoneKey, Standing } from '#lib/domain';
import type { KnownUnit } from '../known-unit.js';
import { readingsOf, turnsOn } from '../readings.js';
import {
  type Advance,
  type Ask,
  named,
  type NextStep,
  type RecommendationPolicy,
  saying,
} from './next-step.js';
import { supposing } from './supposing.js';

/**
 * What a step does in each model, really evaluated: it reaches a higher stage by itself, is one of
 * several that are still needed for the next, or supports it without counting.
 */
export const advances: RecommendationPolicy = {
  id: 'advances',
  source: 'Waymark: one milestone moves every model that reads it.',
  apply: (steps, known) => steps.map((step) => withAdvances(step, known)),
};

function withAdvances(step: NextStep, known: KnownUnit): NextStep {
  const found: Advance[] = [];
  const why: string[] = [];
  let evaluated: ReturnType<typeof supposing> | undefined;
  for (const [model, asks] of byModel(step.asks)) {
    const standing = asks[0]?.standing;
    if (!standing) {
      found.push({ model: model.id, from: null, to: null, alone: true });
      why.push(`Checks an item of ${model.title}.`);
      continue;
    }
    const { stage: from, next } = standing;
    if (!next) continue;
    const counted = asks.filter(({ missing }) => !missing.supporting);
    if (counted.length === 0) {
      why.push(`Helps on the way to ${named(next)}, in ${model.title}, without counting for it.`);
      continue;
    }
    const open = stillNeeded(model, standing);
    if (couldRaise(known, model, standing, step.milestone)) {
      evaluated ??= supposing(known, step.milestone);
      const to = evaluated(model);
      if (to && to.ordinal > (from?.ordinal ?? 0)) {
        found.push({ model: model.id, from, to, alone: true });
        why.push(`By itself it takes the unit to ${named(to)}, in ${model.title}.`);
        continue;
      }
    }
    const to = { ordinal: next.ordinal, id: next.id, name: next.name };
    found.push({ model: model.id, from, to, alone: false });
    why.push(
      open === undefined
        ? `Counts towards ${named(next)}, in ${model.title}.`
        : `One of ${open} still needed for ${named(next)}, in ${model.title}.`,
    );
  }
  return saying({ ...step, advances: found }, ...why);
}

function byModel(asks: readonly Ask[]): ReadonlyMap<MaturityModel, readonly Ask[]> {
  const models = new Map<MaturityModel, Ask[]>();
  for (const ask of asks) {
    const own = models.get(ask.model);
    if (own) own.push(ask);
    else models.set(ask.model, [ask]);
  }
  return models;
}

/** Whether a milestone may take a unit to the next stage, by what it implies too; only evaluating it tells. */
export function couldRaise(
  { dictionary }: KnownUnit,
  model: MaturityModel,
  standing: Standing,
  milestone: MilestoneKey,
): boolean {
  const open = stillNeeded(model, standing);
  if (open === undefined) return true;
  const have = new Set(standing.met.map(({ criterion }) => criterion));
  const could = readingsOf(model).filter(
    ({ criterion, stage }) =>
      stage === standing.next?.id &&
      !criterion.supporting &&
      !have.has(criterion.id) &&
      turnsOn(criterion.when, milestone, dictionary),
  );
  return open <= could.length;
}

/** How many more criteria the next stage of a ladder needs; undefined where stages are read otherwise. */
export function stillNeeded(model: MaturityModel, { next, met }: Standing): number | undefined {
  const stage = model.policy === 'gates' && next ? model.stages[next.ordinal - 1] : undefined;
  if (!stage || !next) return undefined;
  const have = met.filter((one) => one.stage === stage.id && !one.supporting).length;
  const left = have + next.missing.filter(({ supporting }) => !supporting).length;
  const needed = stage.needs === 'all' ? left : Math.min(stage.needs.atLeast, left);
  return Math.max(0, needed - have);
}
