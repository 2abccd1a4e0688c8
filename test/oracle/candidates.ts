import type {
  AnyEvent,
  Criterion,
  Dictionary,
  Expression,
  Group,
  Instant,
  MaturityModel,
} from '#lib/domain';
import { endOfDayOn, plus } from './time.js';

/**
 * Every instant at which something may change, in order: those of the events, the ends of the days
 * on which waivers expire, and each of these a duration later that the model or the dictionary uses.
 */
export function boundaryCandidates(
  model: MaturityModel,
  dictionary: Dictionary,
  events: readonly AnyEvent[],
): readonly Instant[] {
  const instants = new Set<Instant>();
  const durations = durationsOf(model, dictionary);
  for (const event of events) {
    instants.add(event.effectiveAt);
    if (event.type === 'milestone.waived' && event.data.expiresOn) {
      instants.add(endOfDayOn(event.data.expiresOn));
    }
    if (event.type !== 'milestone.achieved') continue;
    const { achievedAt } = event.data;
    for (const duration of durations) {
      instants.add(plus(event.effectiveAt, duration));
      if (achievedAt) instants.add(plus(Date.parse(achievedAt), duration));
    }
  }
  return [...instants].sort((a, b) => a - b);
}

/** Every criterion of a model, wherever it stands. */
export function criteriaOf(model: MaturityModel): readonly Criterion[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap((stage) => stage.criteria);
    case 'dimensions':
      return model.dimensions.flatMap((one) => one.levels.flatMap((level) => level.criteria));
    case 'checklist':
      return model.items;
    case 'scored':
      return [];
  }
}

function durationsOf(model: MaturityModel, dictionary: Dictionary): ReadonlySet<string> {
  const expressions =
    model.policy === 'scored'
      ? model.groups.flatMap(expressionsOf)
      : criteriaOf(model).map((one) => one.when);
  const validities = [...dictionary.values()].flatMap((entry) => entry.validity?.iso ?? []);
  return new Set([...validities, ...expressions.flatMap(durationsIn)]);
}

function expressionsOf(group: Group): readonly Expression[] {
  const own = group.items.flatMap((item) => ('when' in item.worth ? [item.worth.when] : []));
  return [...own, ...group.groups.flatMap(expressionsOf)];
}

function durationsIn(expression: Expression): readonly string[] {
  switch (expression.form) {
    case 'milestone':
      return [expression.within, expression.heldFor].flatMap((one) => one?.iso ?? []);
    case 'units':
      return durationsIn(expression.meet);
    default:
      return expression.of.flatMap(durationsIn);
  }
}
