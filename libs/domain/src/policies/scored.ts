import type { Expressions } from '../expressions.js';
import type { Instant, MilestoneKey, UnitKey } from '../ids.js';
import type { Combine, Criterion, Expression, Group, MaturityModel, ScoredItem } from '../model.js';
import { type Steps, valueAt } from '../spans.js';
import type { Met, Missing, NextStage, StandingValue } from '../standing.js';
import { type Input, metAmong, missingAmong, type PolicyReading, type Sight } from './reading.js';

type ScoredModel = Extract<MaturityModel, { policy: 'scored' }>;
type Scores = readonly { readonly path: string; readonly score: number }[];

/** The least degree that can be held: asks whether a milestone is held at all. */
const ANY_DEGREE = Number.MIN_VALUE;

/**
 * A score from weighted items in groups, and the stage it reaches.
 * @source model-format: Standing, scored
 */
export function readScored(
  model: ScoredModel,
  unit: UnitKey,
  expressions: Expressions,
): PolicyReading {
  const items = model.groups.flatMap(itemsOf);
  const criteria = new Map(items.map((item) => [item, criterionOf(item)]));
  const inputs = items.map((item) => worthOf(item, unit, expressions));
  const scoreOf = (worths: readonly Input[]) =>
    score(model, new Map(items.map((item, index) => [item, worths[index]])));
  return {
    inputs,
    value: (worths) => valueOf(model, scoreOf(worths).score),
    detail: (at, value) => ({
      next: nextOf(at, value),
      ahead: [],
      met: items.flatMap((item, index) => metAt(item, inputs[index] as Steps<Input>, at)),
      groups: scoreOf(inputs.map((input) => valueAt(input, at))).groups,
    }),
  };

  /** The proof of an item is what gives it all of its worth: the waiver, where a fact gives less. */
  function metAt(item: ScoredItem, worth: Steps<Input>, at: Instant): readonly Met[] {
    const sight = { unit, at, expressions };
    const met = metAmong([criteria.get(item) as Criterion], { stage: null }, sight);
    if (!('milestone' in item.worth)) return met;
    const whole = heldAt(item.worth.milestone, valueAt(worth, at) as number);
    return met.map((one) => ({ ...one, ...expressions.proof(unit, whole, at) }));
  }

  function nextOf(at: Instant, value: StandingValue): NextStage | null {
    const stage = model.stages[value.ordinal ?? model.stages.length];
    if (!stage) return null;
    const reached = value.score ?? 0;
    const { ordinal, id, name, from } = stage;
    const progress = from ? Math.min(1, reached / from) : 0;
    return { ordinal, id, name, progress, missing: missingAt(at) };
  }

  function missingAt(at: Instant): readonly Missing[] {
    return items.flatMap((item, index) => {
      const worth = valueAt(inputs[index] as Steps<Input>, at);
      return missingItem(item, criteria.get(item) as Criterion, worth, { unit, at, expressions });
    });
  }
}

/** An item below full worth as something missing; none when it is whole or left out. */
export function missingItem(
  item: ScoredItem,
  criterion: Criterion,
  worth: Input,
  sight: Sight,
): readonly Missing[] {
  if (typeof worth !== 'number' || worth >= 1) return [];
  const [missing] = missingAmong([criterion], sight);
  const partly = 'milestone' in item.worth ? [item.worth.milestone] : [];
  return [
    {
      criterion: item.id,
      says: item.says,
      milestones: missing?.milestones ?? partly,
      keyMove: false,
      supporting: false,
      inferred: item.inferred,
      worth,
    },
  ];
}

/** The items of a group and of those within it, in the model's order. */
export function itemsOf(group: Group): readonly ScoredItem[] {
  return [...group.items, ...group.groups.flatMap(itemsOf)];
}

/** What asks whether an item is worth anything. */
export function criterionOf(item: ScoredItem): Criterion {
  const when = 'when' in item.worth ? item.worth.when : heldAt(item.worth.milestone, ANY_DEGREE);
  return {
    id: item.id,
    says: item.says,
    when,
    keyMove: false,
    supporting: false,
    inferred: item.inferred,
  };
}

function heldAt(milestone: MilestoneKey, degree: number): Expression {
  return { form: 'milestone', milestone, degree, scope: 'self' };
}

/** What an item is worth for a unit through time. */
export function worthOf(item: ScoredItem, unit: UnitKey, expressions: Expressions): Steps<Input> {
  if ('milestone' in item.worth) return expressions.worth(unit, item.worth.milestone);
  const truth = expressions.truth(unit, item.worth.when);
  return {
    starts: truth.starts,
    values: truth.values.map((value) =>
      value === 'not-applicable' ? undefined : value === 'true' ? 1 : 0,
    ),
  };
}

/** The score of a model and of its groups, by what each of its items is worth. */
export function score(
  model: ScoredModel,
  worths: ReadonlyMap<ScoredItem, Input>,
): { score: number | null; groups: Scores } {
  const groups: { path: string; score: number | null }[] = [];
  const visit = (group: Group, above: string): number | null => {
    const path = above === '' ? group.id : `${above}/${group.id}`;
    const entry: { path: string; score: number | null } = { path, score: null };
    groups.push(entry);
    const parts = [
      ...group.items.map((item) => ({
        weight: item.weight,
        worth: worths.get(item) as number | undefined,
      })),
      ...group.groups.map((inner) => ({ weight: inner.weight, worth: visit(inner, path) })),
    ];
    const combined = combineParts(group.combine, parts);
    entry.score = combined === null ? null : toFourDecimals(combined);
    return combined;
  };
  const whole = combineParts(
    model.combine,
    model.groups.map((group) => ({ weight: group.weight, worth: visit(group, '') })),
  );
  const scored = groups.flatMap(({ path, score }) => (score === null ? [] : [{ path, score }]));
  return { score: whole === null ? null : toFourDecimals(whole), groups: scored };
}

function combineParts(
  combine: Combine,
  parts: readonly { readonly weight: number; readonly worth: number | null | undefined }[],
): number | null {
  const left = parts.filter(
    (part): part is { weight: number; worth: number } => typeof part.worth === 'number',
  );
  if (left.length === 0) return null;
  const worths = left.map((part) => part.worth);
  switch (combine) {
    case 'sum':
      return worths.reduce((sum, worth) => sum + worth, 0);
    case 'lowest':
      return Math.min(...worths);
    case 'highest':
      return Math.max(...worths);
    case 'mean': {
      const weights = left.reduce((sum, part) => sum + part.weight, 0);
      return left.reduce((sum, part) => sum + part.worth * part.weight, 0) / weights;
    }
  }
}

function valueOf(model: ScoredModel, reached: number | null): StandingValue {
  if (model.stages.length === 0) return { ordinal: null, score: reached };
  const ordinal =
    reached === null ? 0 : model.stages.filter((stage) => (stage.from ?? 0) <= reached).length;
  return { ordinal, score: reached };
}

/** Rounded before stages are read from it, so that what is shown decides. */
function toFourDecimals(score: number): number {
  return Math.round((score + Number.EPSILON) * 10_000) / 10_000;
}
