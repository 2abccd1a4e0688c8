import type { Instant, MaturityModel, UnitKey } from '#lib/domain';
import { type Filter, named, type Recomputed, stagesOf } from './recomputed.js';

/** What a rollup must say of a subtree in one model. */
export function rollupOf(
  world: Recomputed,
  model: MaturityModel,
  unit: UnitKey,
  at: Instant,
  filter: Filter,
) {
  const below = world.below(unit, at, filter);
  const placed = below.flatMap((one) => {
    const ordinal = world.ordinal(model, one, at);
    return ordinal === null ? [] : [{ unit: one, ordinal }];
  });
  const byKey = (a: { unit: UnitKey }, b: { unit: UnitKey }) => (a.unit < b.unit ? -1 : 1);
  const shown = (list: typeof placed) =>
    list.slice(0, 10).map((one) => ({ unit: one.unit, stage: named(model, one.ordinal) }));
  return {
    unit,
    model: model.id,
    modelVersion: model.version,
    below: below.length,
    ...figuresOf(world, model, below, at),
    leading: shown([...placed].sort((a, b) => b.ordinal - a.ordinal || byKey(a, b))),
    lagging: shown([...placed].sort((a, b) => a.ordinal - b.ordinal || byKey(a, b))),
    own: named(model, world.ordinal(model, unit, at)),
    fromChildren: fromChildren(world, model, unit, at),
  };
}

/** The counts of some units at an instant. */
export function figuresOf(
  world: Recomputed,
  model: MaturityModel,
  units: readonly UnitKey[],
  at: Instant,
) {
  const values = units.flatMap((unit) => world.value(model, unit, at) ?? []);
  const ordinals = values.flatMap(({ ordinal }) => ordinal ?? []).sort((a, b) => a - b);
  const steps =
    stagesOf(model).length === 0 ? [] : [0, ...stagesOf(model).map((one) => one.ordinal)];
  const shares = values.flatMap(({ checked, total }) => (total ? [(checked ?? 0) / total] : []));
  const scores = values.flatMap(({ score }) => score ?? []);
  return {
    units: values.length,
    distribution: steps.map((ordinal) => ({
      stage: named(model, ordinal),
      units: ordinals.filter((one) => one === ordinal).length,
    })),
    median: lowerMedian(ordinals),
    mean: meanOf(ordinals),
    ...(model.policy === 'scored' ? { meanScore: toFour(meanOf(scores)) } : {}),
    ...(model.policy === 'checklist' ? { meanChecked: toFour(meanOf(shares)) } : {}),
  };
}

/** How a model reads a parent from its children. @source model-format: Standing, rollup */
function fromChildren(world: Recomputed, model: MaturityModel, unit: UnitKey, at: Instant) {
  const { rollup } = model;
  const ordinals = world
    .children(unit, at)
    .flatMap((child) => world.ordinal(model, child, at) ?? [])
    .sort((a, b) => a - b);
  if (rollup === undefined || ordinals.length === 0) return null;
  if (rollup === 'weakest') return { rule: rollup, stage: named(model, ordinals[0] ?? 0) };
  if (rollup === 'median') return { rule: rollup, stage: named(model, lowerMedian(ordinals)) };
  const holds = (ordinal: number) =>
    ordinals.filter((one) => one >= ordinal).length >= rollup.share * ordinals.length - 1e-9;
  const steps = stagesOf(model).map(({ ordinal }) => ordinal);
  return { rule: rollup, stage: named(model, steps.findLast(holds) ?? 0) };
}

/** What a heatmap across models must say. */
export function heatmapByModels(
  world: Recomputed,
  unit: UnitKey,
  at: Instant,
  filter: Filter & { readonly model?: MaturityModel },
) {
  const everybody = world.below(unit, at);
  const models = filter.model
    ? [filter.model]
    : world.models.filter((model) => everybody.some((one) => world.value(model, one, at)));
  return {
    ...heatmap(world, unit, at, (row) => {
      const below = world.below(row, at, filter);
      const cells = models.map((model) => {
        const { distribution, median, mean: _mean, ...rest } = figuresOf(world, model, below, at);
        return {
          ...rest,
          median: named(model, median),
          own: named(model, world.ordinal(model, row, at)),
          distribution: distribution.map((step) => step.units),
          fromChildren: fromChildren(world, model, row, at),
        };
      });
      return { below: below.length, cells };
    }),
    columns: models.map((model) => ({
      model: model.id,
      modelVersion: model.version,
      title: model.title,
      of: stagesOf(model).length,
    })),
  };
}

/** What a heatmap across the dimensions of a model must say. */
export function heatmapByDimensions(
  world: Recomputed,
  model: Extract<MaturityModel, { policy: 'dimensions' }>,
  unit: UnitKey,
  at: Instant,
  filter: Filter,
) {
  return {
    ...heatmap(world, unit, at, (row) => {
      const below = world.below(row, at, filter);
      const cells = model.dimensions.map((_, line) => {
        const levelOf = (one: UnitKey) => world.value(model, one, at)?.levels?.[line] ?? null;
        const levels = below.flatMap((one) => levelOf(one) ?? []).sort((a, b) => a - b);
        return {
          units: levels.length,
          median: named(model, lowerMedian(levels)),
          own: named(model, levelOf(row)),
        };
      });
      return { below: below.length, cells };
    }),
    columns: model.dimensions.map((dimension) => ({
      model: model.id,
      modelVersion: model.version,
      title: dimension.name,
      dimension: dimension.id,
      of: dimension.levels.length,
    })),
  };
}

function heatmap<Row extends object>(
  world: Recomputed,
  unit: UnitKey,
  at: Instant,
  rowOf: (unit: UnitKey) => Row,
) {
  const row = (one: UnitKey) => {
    const { name, kind } = world.state(one, at);
    return { unit: one, name, kind, ...rowOf(one) };
  };
  const rows = world.children(unit, at).map(row);
  return {
    unit,
    total: row(unit),
    rows: rows.sort((a, b) => a.name.localeCompare(b.name, 'en') || (a.unit < b.unit ? -1 : 1)),
  };
}

function lowerMedian(rising: readonly number[]): number | null {
  return rising.length === 0 ? null : (rising[Math.ceil(rising.length / 2) - 1] as number);
}

function meanOf(list: readonly number[]): number | null {
  return list.length === 0 ? null : list.reduce((sum, one) => sum + one, 0) / list.length;
}

function toFour(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000;
}
