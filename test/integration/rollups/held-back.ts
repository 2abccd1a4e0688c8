import {
  type AnyEvent,
  type Dictionary,
  type EventId,
  type Expression,
  type Group,
  type Instant,
  type MaturityModel,
  type MilestoneKey,
  type ModelId,
  type UnitKey,
} from '#lib/domain';
import { type Filter, named, Recomputed, stagesOf } from './recomputed.js';

type Leaf = Extract<Expression, { form: 'milestone' }>;

/** A criterion or item as far as it matters here. */
interface Asked {
  readonly id: string;
  readonly when: Expression;
  readonly keyMove: boolean;
}

interface Held {
  readonly unit: UnitKey;
  readonly model: MaturityModel;
  readonly milestone: MilestoneKey;
  readonly from: number;
  readonly keyMove: boolean;
  readonly inherited: boolean;
  readonly alone: boolean;
}

/** What the blockers of a subtree must say, without titles and examples. */
export function blockersOf(
  world: Recomputed,
  dictionary: Dictionary,
  unit: UnitKey,
  at: Instant,
  filter: Filter & { readonly model?: MaturityModel },
) {
  const models = (filter.model ? [filter.model] : world.models).filter(
    (model) => stagesOf(model).length > 0,
  );
  const below = world.below(unit, at, filter);
  const held = below.flatMap((one) =>
    models.flatMap((model) => heldBack(world, dictionary, model, one, at)),
  );
  const stand = (model: MaturityModel) =>
    below.filter((one) => world.ordinal(model, one, at) !== null).length;
  return {
    below: below.length,
    units: below.filter((one) => models.some((model) => world.ordinal(model, one, at) !== null))
      .length,
    heldBack: distinct(held),
    models: models.flatMap((model) =>
      stand(model) > 0 ? [{ model: model.id, units: stand(model) }] : [],
    ),
    items: [...new Set(held.map(({ milestone }) => milestone))]
      .map((milestone) => itemOf(milestone, held, models))
      .sort(
        (a, b) =>
          b.units - a.units ||
          b.alone - a.alone ||
          Number(b.keyMove) - Number(a.keyMove) ||
          (a.milestone < b.milestone ? -1 : 1),
      ),
  };
}

function itemOf(milestone: MilestoneKey, held: readonly Held[], models: readonly MaturityModel[]) {
  const own = held.filter((one) => one.milestone === milestone);
  return {
    milestone,
    units: distinct(own),
    alone: distinct(own.filter(({ alone }) => alone)),
    keyMove: own.some(({ keyMove }) => keyMove),
    models: models.flatMap((model) => {
      const some = own.filter((one) => one.model === model);
      const stages = [...new Set(some.map(({ from }) => from))].sort((a, b) => a - b);
      return some.length === 0
        ? []
        : [
            {
              model: model.id as ModelId,
              units: some.length,
              alone: some.filter(({ alone }) => alone).length,
              keyMove: some.some(({ keyMove }) => keyMove),
              inherited: some.some(({ inherited }) => inherited),
              from: stages.map((from) => ({
                stage: named(model, from),
                units: some.filter((one) => one.from === from).length,
              })),
            },
          ];
    }),
  };
}

/** The milestones that the next stage of a model misses at a unit and the unit could achieve. */
function heldBack(
  world: Recomputed,
  dictionary: Dictionary,
  model: MaturityModel,
  unit: UnitKey,
  at: Instant,
): readonly Held[] {
  const standing = world.standing(model, unit, at);
  const from = standing?.stage?.ordinal;
  if (!standing?.next || from === undefined) return [];
  const found = new Map<MilestoneKey, Held>();
  for (const { criterion, supporting } of standing.next.missing) {
    const asked = askedOf(model).find(({ id }) => id === criterion);
    if (supporting || !asked) continue;
    for (const leaf of ownLeaves(asked.when)) {
      const { milestone } = leaf;
      const plain: Leaf = { form: 'milestone', milestone, degree: 1, scope: 'self' };
      // what is held may have to be fresh
      const fresh = ownLeaves(asked.when).some(
        (one) => one.milestone === milestone && one.within !== undefined,
      );
      const helps = fresh || world.isFalse(unit, plain, at);
      if (!helps || !world.isFalse(unit, leaf, at)) continue;
      if (world.lastSays(unit, milestone, at) === 'not-applicable') continue;
      const had = found.get(milestone);
      found.set(milestone, {
        ...{ unit, model, milestone, from },
        keyMove: (had?.keyMove ?? false) || asked.keyMove,
        inherited:
          (had?.inherited ?? false) ||
          ownLeaves(asked.when).some((one) => one.milestone === milestone && one.scope === 'up'),
        alone: false,
      });
    }
  }
  return [...found.values()].map((one) => ({
    ...one,
    alone: raises(world, dictionary, one, at),
  }));
}

/** Whether the unit would stand higher had it achieved the milestone at that instant. */
function raises(world: Recomputed, dictionary: Dictionary, held: Held, at: Instant): boolean {
  const position = world.position + 1;
  const supposed = {
    ...{ id: 'supposed' as EventId, position, type: 'milestone.achieved', unit: held.unit },
    ...{ occurredAt: '', effectiveAt: at, recordedAt: at, data: { milestone: held.milestone } },
  } as unknown as AnyEvent;
  const then = new Recomputed(world.models, dictionary, [...world.known, supposed], position);
  return (then.ordinal(held.model, held.unit, at) ?? 0) > held.from;
}

function distinct(held: readonly Held[]): number {
  return new Set(held.map(({ unit }) => unit)).size;
}

/** The milestones an expression asks of the unit itself or of those above it. */
function ownLeaves(expression: Expression): readonly Leaf[] {
  if (expression.form === 'milestone') return [expression];
  return expression.form === 'units' ? [] : expression.of.flatMap(ownLeaves);
}

function askedOf(model: MaturityModel): readonly Asked[] {
  switch (model.policy) {
    case 'gates':
      return model.stages.flatMap(({ criteria }) => criteria);
    case 'dimensions':
      return model.dimensions.flatMap(({ levels }) => levels.flatMap(({ criteria }) => criteria));
    case 'checklist':
      return model.items;
    case 'scored':
      return model.groups.flatMap(itemsOf);
  }
}

function itemsOf(group: Group): readonly Asked[] {
  const own = group.items.map(
    ({ id, worth }): Asked => ({
      id,
      when:
        'when' in worth
          ? worth.when
          : { form: 'milestone', milestone: worth.milestone, degree: 1, scope: 'self' },
      keyMove: false,
    }),
  );
  return [...own, ...group.groups.flatMap(itemsOf)];
}
