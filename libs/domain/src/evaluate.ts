import { Expressions } from './expressions.js';
import type { ProgramFacts } from './facts.js';
import type { Instant, MilestoneKey, ModelId, UnitKey } from './ids.js';
import type { Dictionary, MaturityModel } from './model.js';
import { readChecklist } from './policies/checklist.js';
import { readDimensions } from './policies/dimensions.js';
import { readGates } from './policies/gates.js';
import { type PolicyReading, stageRef } from './policies/reading.js';
import { readScored } from './policies/scored.js';
import { combineSteps, type Span } from './spans.js';
import type { Standing, StandingSegment, StandingValue } from './standing.js';

/**
 * Reads standings over one state of what is known. What it has read it remembers, so several
 * models and instants over the same facts cost little more than one.
 */
export class Evaluator {
  readonly expressions: Expressions;
  readonly #readings = new Map<
    string,
    { reading: PolicyReading; segments: readonly StandingSegment[] }
  >();

  /** @param expressions readings over these facts, where there are some already */
  constructor(
    private readonly dictionary: Dictionary,
    facts: ProgramFacts,
    expressions = new Expressions(dictionary, facts),
  ) {
    this.expressions = expressions;
  }

  /**
   * One over facts that differ in one milestone only, and not in the tree or in when units begin. It
   * takes over what does not read that milestone, so this one must not be asked again.
   */
  after(facts: ProgramFacts, milestone: MilestoneKey): Evaluator {
    return new Evaluator(this.dictionary, facts, this.expressions.after(facts, milestone));
  }

  /**
   * Where a unit stands in a model through all time, future ends of validity included.
   * @returns stretches in order, none before the unit's beginning or while it is retired
   */
  timeline(model: MaturityModel, unit: UnitKey): readonly StandingSegment[] {
    return this.#read(model, unit).segments;
  }

  /** As `timeline`, from an instant on; what is before is not read. */
  timelineFrom(model: MaturityModel, unit: UnitKey, from: Instant): readonly StandingSegment[] {
    const reading = readPolicy(model, unit, this.expressions);
    return segmentsOf(reading, this.expressions.tree.lives(unit), from);
  }

  /** Where a unit stands in a model at an instant, with its proof; undefined where it has no standing. */
  standing(model: MaturityModel, unit: UnitKey, at: Instant): Standing | undefined {
    const { reading, segments } = this.#read(model, unit);
    const index = segments.findIndex((segment) => segment.from <= at && at < segment.until);
    const value = segments[index];
    if (!value) return undefined;
    const stages = model.policy === 'checklist' ? [] : model.stages;
    return {
      model: model.id,
      modelVersion: model.version,
      policy: model.policy,
      stage: stageRef(stages, value.ordinal),
      since: runStart(segments, index, (a, b) => a.ordinal === b.ordinal),
      ...reading.detail(at, value),
      ...figures(model, segments, index),
    };
  }

  #read(model: MaturityModel, unit: UnitKey) {
    const name = `${unit} ${model.id}@${model.version}`;
    let kept = this.#readings.get(name);
    if (!kept) {
      const reading = readPolicy(model, unit, this.expressions);
      kept = { reading, segments: segmentsOf(reading, this.expressions.tree.lives(unit)) };
      this.#readings.set(name, kept);
    }
    return kept;
  }
}

/**
 * Where a unit stands in a model at an instant, with its proof.
 * @param facts cut at the position up to which things are known
 * @returns undefined before the unit's beginning and while it is retired
 * @source model-format: Standing
 */
export function evaluate(
  model: MaturityModel,
  dictionary: Dictionary,
  facts: ProgramFacts,
  unit: UnitKey,
  at: Instant,
): Standing | undefined {
  return new Evaluator(dictionary, facts).standing(model, unit, at);
}

/** The whole step function of a unit's standing in a model, with boundaries that lie in the future. */
export function timeline(
  model: MaturityModel,
  dictionary: Dictionary,
  facts: ProgramFacts,
  unit: UnitKey,
): readonly StandingSegment[] {
  return new Evaluator(dictionary, facts).timeline(model, unit);
}

/**
 * The models a unit follows, as known: its own; without any, its parent's; a root without any, the
 * program's.
 * @source model-format: Who follows what
 */
export function followedModels(
  facts: ProgramFacts,
  unit: UnitKey,
  byDefault: readonly ModelId[],
  latestParent: (unit: UnitKey) => UnitKey | null,
): readonly ModelId[] {
  const seen = new Set<UnitKey>();
  for (let current: UnitKey | null = unit; current !== null && !seen.has(current); ) {
    seen.add(current);
    const own = facts.units.get(current)?.models ?? [];
    if (own.length > 0) return own;
    current = latestParent(current);
  }
  return byDefault;
}

function readPolicy(model: MaturityModel, unit: UnitKey, expressions: Expressions): PolicyReading {
  switch (model.policy) {
    case 'gates':
      return readGates(model, unit, expressions);
    case 'dimensions':
      return readDimensions(model, unit, expressions);
    case 'checklist':
      return readChecklist(model, unit, expressions);
    case 'scored':
      return readScored(model, unit, expressions);
  }
}

function segmentsOf(
  reading: PolicyReading,
  lives: readonly Span[],
  since?: Instant,
): readonly StandingSegment[] {
  const values = combineSteps(reading.inputs, (inputs) => reading.value(inputs), sameValue, since);
  return lives.flatMap((life) => {
    const within: StandingSegment[] = [];
    values.starts.forEach((start, index) => {
      const from = Math.max(start, life.from);
      const until = Math.min(values.starts[index + 1] ?? Number.POSITIVE_INFINITY, life.until);
      if (from < until) within.push({ ...(values.values[index] as StandingValue), from, until });
    });
    return within;
  });
}

/** Whether two values of a standing are the same in everything that is kept. */
export function sameValue(a: StandingValue, b: StandingValue): boolean {
  return (
    a.ordinal === b.ordinal &&
    a.mean === b.mean &&
    a.score === b.score &&
    a.checked === b.checked &&
    a.total === b.total &&
    (a.levels ?? []).length === (b.levels ?? []).length &&
    (a.levels ?? []).every((level, index) => level === b.levels?.[index])
  );
}

function runStart(
  segments: readonly StandingSegment[],
  index: number,
  same: (a: StandingSegment, b: StandingSegment) => boolean,
): number {
  let first = index;
  for (;;) {
    const [before, current] = [segments[first - 1], segments[first] as StandingSegment];
    if (!before || before.until !== current.from || !same(before, current)) return current.from;
    first--;
  }
}

function figures(
  model: MaturityModel,
  segments: readonly StandingSegment[],
  index: number,
): Partial<Standing> {
  const value = segments[index] as StandingSegment;
  switch (model.policy) {
    case 'dimensions':
      return {
        mean: value.mean,
        dimensions: model.dimensions.map((dimension, line) => ({
          id: dimension.id,
          name: dimension.name,
          level: value.levels?.[line] ?? 0,
          since: runStart(segments, index, (a, b) => a.levels?.[line] === b.levels?.[line]),
        })),
      };
    case 'checklist':
      return { checked: value.checked, total: value.total };
    case 'scored':
      return { score: value.score };
    default:
      return {};
  }
}
