import type { Instant, MaturityModel, ModelId, StageRef, UnitKey } from '#lib/domain';
import { type Filter, named, type Recomputed, stagesOf } from './recomputed.js';

const DAY = 86_400_000;

/** An unbroken time of a unit at one stage, and where it went from there. */
interface Stay {
  readonly ordinal: number;
  readonly from: Instant;
  readonly until: Instant;
  readonly next: number | null;
}

function staysOf(world: Recomputed, model: MaturityModel, unit: UnitKey): readonly Stay[] {
  const timeline = world.timeline(model, unit).filter(({ ordinal }) => ordinal !== null);
  const at = (instant: Instant) =>
    timeline.find((one) => one.from <= instant && instant < one.until);
  const starts = timeline.filter((one) => at(one.from - 1)?.ordinal !== one.ordinal);
  return starts.map((one) => {
    let { until } = one;
    for (let on = at(until); on?.ordinal === one.ordinal; on = at(until)) until = on.until;
    const next = at(until)?.ordinal ?? null;
    return { ordinal: one.ordinal as number, from: one.from, until, next };
  });
}

/** What the transitions of a subtree must say: of those below the unit at `to`, which is not included. */
export function transitionsOf(
  world: Recomputed,
  model: MaturityModel,
  unit: UnitKey,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  filter: Filter,
) {
  const stays = world.below(unit, to, filter).flatMap((one) => staysOf(world, model, one));
  const left = stays.filter(({ until, next }) => next !== null && from <= until && until < to);
  const waiting = stays.filter((one) => one.from < to && to <= one.until);
  const spent = (some: readonly Stay[]) => quartiles(some.map((one) => one.until - one.from));
  const steps =
    stagesOf(model).length === 0 ? [] : [0, ...stagesOf(model).map((one) => one.ordinal)];
  return {
    transitions: steps.flatMap((before) =>
      steps.flatMap((after) => {
        const found = left.filter((one) => one.ordinal === before && one.next === after);
        const [one, other] = [named(model, before), named(model, after)];
        return found.length === 0
          ? []
          : [{ from: one, to: other, count: found.length, days: spent(found) }];
      }),
    ),
    stages: steps.map((ordinal) => ({
      stage: named(model, ordinal),
      left: spent(left.filter((one) => one.ordinal === ordinal)),
      waiting: quartiles(
        waiting.filter((one) => one.ordinal === ordinal).map((one) => to - one.from),
      ),
    })),
  };
}

/** Whole days by nearest rank; null when there are none. */
function quartiles(times: readonly number[]) {
  const days = times.map((time) => Math.floor(time / DAY)).sort((a, b) => a - b);
  if (days.length === 0) return null;
  // the least value that at least so many out of a hundred do not exceed
  const rank = (percent: number) =>
    days.find((_, index) => (index + 1) * 100 >= percent * days.length);
  return { count: days.length, p25: rank(25), median: rank(50), p75: rank(75) };
}

/** One of two looks at the same subtree. */
export interface Look {
  readonly world: Recomputed;
  readonly at: Instant;
}

type Change = 'rose' | 'fell' | 'appeared' | 'left';

interface Changed {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly change: Change;
  readonly from: StageRef | null;
  readonly to: StageRef | null;
}

/** Who stands elsewhere in the second look than in the first, without the reasons. */
export function changesOf(
  before: Look,
  after: Look,
  models: readonly MaturityModel[],
  unit: UnitKey,
  filter: Filter,
) {
  const units = [
    ...new Set([before, after].flatMap(({ world, at }) => world.below(unit, at, filter))),
  ].sort();
  const withStages = models.filter(({ policy }) => policy !== 'checklist');
  const counts: ({ model: ModelId } & Record<Change, number>)[] = [];
  const items: Changed[] = [];
  for (const model of withStages) {
    const count = { model: model.id, rose: 0, fell: 0, appeared: 0, left: 0 };
    for (const one of units) {
      const [was, is] = [before, after].map(({ world, at }) => world.ordinal(model, one, at)) as [
        number | null,
        number | null,
      ];
      if (was === is) continue;
      const change = was === null ? 'appeared' : is === null ? 'left' : was < is ? 'rose' : 'fell';
      count[change]++;
      items.push({
        unit: one,
        model: model.id,
        change,
        from: named(model, was),
        to: named(model, is),
      });
    }
    const stands = ({ world, at }: Look) => units.some((one) => world.value(model, one, at));
    if (stands(before) || stands(after)) counts.push(count);
  }
  const way = ({ from, to }: Changed) => Math.abs((to?.ordinal ?? 0) - (from?.ordinal ?? 0));
  // equals: by key, then in the order of the models
  items.sort((a, b) => way(b) - way(a) || (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0));
  return { counts, items, flows: flowsOf(before, after, models, unit, filter) };
}

/** How many units stood where and stand where, for every pair of stages that has some. */
function flowsOf(
  before: Look,
  after: Look,
  models: readonly MaturityModel[],
  unit: UnitKey,
  filter: Filter,
) {
  const units = new Set([before, after].flatMap(({ world, at }) => world.below(unit, at, filter)));
  return models.flatMap((model) => {
    const stages = stagesOf(model).map(({ ordinal }) => ordinal);
    if (model.policy === 'checklist' || stages.length === 0) return [];
    const places = [null, 0, ...stages];
    const pairs = [...units].map((one) =>
      [before, after].map(({ world, at }) => world.ordinal(model, one, at)),
    );
    return places.flatMap((was) =>
      places.flatMap((is) => {
        const found = pairs.filter(([from, to]) => from === was && to === is).length;
        if (found === 0 || (was === null && is === null)) return [];
        return [{ model: model.id, from: named(model, was), to: named(model, is), units: found }];
      }),
    );
  });
}

/** Where two models place units apart by a third of the way or more. */
export function disagreementsOf(
  world: Recomputed,
  [one, other]: readonly [MaturityModel, MaturityModel],
  unit: UnitKey,
  at: Instant,
  filter: Filter,
) {
  const share = (model: MaturityModel, ordinal: number) => ordinal / stagesOf(model).length;
  const compared = world.below(unit, at, filter).flatMap((key) => {
    const [a, b] = [world.ordinal(one, key, at), world.ordinal(other, key, at)];
    return a === null || b === null
      ? []
      : [{ key, a, b, ways: [share(one, a), share(other, b)] as const }];
  });
  const apart = ({ ways: [a, b] }: (typeof compared)[number]) => Math.abs(a - b);
  const found = compared.filter((each) => apart(each) > 1 / 3 - 1e-9);
  found.sort((a, b) => apart(b) - apart(a) || (a.key < b.key ? -1 : 1));
  return {
    compared: compared.length,
    disagreeing: found.length,
    items: found.map((each) => {
      const behind = each.ways[0] < each.ways[1] ? one : other;
      const missing = world.standing(behind, each.key, at)?.next?.missing ?? [];
      return {
        unit: each.key,
        views: [
          { model: one.id, stage: named(one, each.a), of: stagesOf(one).length },
          { model: other.id, stage: named(other, each.b), of: stagesOf(other).length },
        ],
        apart: Math.round(apart(each) * 10_000) / 10_000,
        behind: behind.id,
        criteria: missing.filter(({ supporting }) => !supporting),
      };
    }),
  };
}
