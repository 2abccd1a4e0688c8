import {
  type AnyEvent,
  type Dictionary,
  Evaluator,
  type Expression,
  foldFacts,
  followedModels,
  type Instant,
  type MaturityModel,
  type MilestoneKey,
  type Position,
  type Span,
  type Stage,
  type StageRef,
  type Standing,
  type StandingSegment,
  type StandingValue,
  type UnitKey,
  type UnitTimeline,
  unitStateAt,
  unitTimeline,
} from '#lib/domain';

/** Which units of a subtree are asked about. */
export interface Filter {
  readonly kind?: string;
  readonly tag?: string;
}

/**
 * What a program looks like as known at one position, recomputed from its facts by the domain's pure
 * functions for every question anew: no rows, no state that follows the log.
 */
export class Recomputed {
  readonly units: readonly UnitKey[];
  /** The events that are known. */
  readonly known: readonly AnyEvent[];
  private readonly evaluator: Evaluator;
  private readonly timelines: ReadonlyMap<UnitKey, UnitTimeline>;

  constructor(
    readonly models: readonly MaturityModel[],
    private readonly dictionary: Dictionary,
    log: readonly AnyEvent[],
    readonly position: Position,
    /** Those in sight of whoever asks; absent: all. */
    private readonly seen?: ReadonlySet<UnitKey>,
  ) {
    this.known = log.filter((event) => event.position <= position);
    this.evaluator = new Evaluator(dictionary, foldFacts(this.known));
    this.units = [...this.evaluator.expressions.facts.units.keys()].sort();
    this.timelines = new Map(
      this.units.map((unit) => [unit, unitTimeline(unit, this.known) as UnitTimeline]),
    );
  }

  /** The same, for one who sees some units only. */
  narrowedTo(seen: ReadonlySet<UnitKey>): Recomputed {
    return new Recomputed(this.models, this.dictionary, this.known, this.position, seen);
  }

  /** A unit and all that lie below it by what was said last of where units lie. */
  under(unit: UnitKey): ReadonlySet<UnitKey> {
    const lies = (one: UnitKey | null): boolean =>
      one !== null && (one === unit || lies(this.tree.latestParent(one)));
    return new Set(this.units.filter(lies));
  }

  private get tree() {
    return this.evaluator.expressions.tree;
  }

  /** Whether a unit has begun and is not retired. */
  exists(unit: UnitKey, at: Instant): boolean {
    const seen = this.seen === undefined || this.seen.has(unit);
    return seen && this.tree.lives(unit).some(covers(at));
  }

  /** What a unit is called, and its kind, while it exists. */
  state(unit: UnitKey, at: Instant): { readonly name: string; readonly kind: string } {
    const timeline = this.timelines.get(unit);
    if (!timeline || !this.exists(unit, at)) return { name: unit, kind: '' };
    return unitStateAt(timeline, at);
  }

  /** The unit itself and what lies below it then, as far as it exists and passes the filter. */
  below(unit: UnitKey, at: Instant, { kind, tag }: Filter = {}): readonly UnitKey[] {
    return this.units.filter((one) => {
      const within =
        one === unit ||
        this.tree.ancestry(one).some((above) => above.unit === unit && covers(at)(above));
      if (!within || !this.exists(one, at)) return false;
      const state = unitStateAt(this.timelines.get(one) as UnitTimeline, at);
      return (
        (kind === undefined || state.kind === kind) &&
        (tag === undefined || state.tags.includes(tag))
      );
    });
  }

  /** The units right below one that exist then. */
  children(unit: UnitKey, at: Instant): readonly UnitKey[] {
    return this.units.filter(
      (one) =>
        this.exists(one, at) &&
        this.tree.parents(one).some((span) => span.parent === unit && covers(at)(span)),
    );
  }

  /** The whole step function of a unit's standing in a model; empty where it does not follow it. */
  timeline(model: MaturityModel, unit: UnitKey): readonly StandingSegment[] {
    const followed = followedModels(
      this.evaluator.expressions.facts,
      unit,
      this.models.map(({ id }) => id),
      (of) => this.tree.latestParent(of),
    );
    return followed.includes(model.id) ? this.evaluator.timeline(model, unit) : [];
  }

  value(model: MaturityModel, unit: UnitKey, at: Instant): StandingValue | undefined {
    return this.timeline(model, unit).find(covers(at));
  }

  ordinal(model: MaturityModel, unit: UnitKey, at: Instant): number | null {
    return this.value(model, unit, at)?.ordinal ?? null;
  }

  /** Where a unit stands in a model that it follows, with its proof. */
  standing(model: MaturityModel, unit: UnitKey, at: Instant): Standing | undefined {
    return this.value(model, unit, at) && this.evaluator.standing(model, unit, at);
  }

  /** Whether an expression is false for a unit: not when it does not apply. */
  isFalse(unit: UnitKey, expression: Expression, at: Instant): boolean {
    return this.evaluator.expressions.missing(unit, expression, at).length > 0;
  }

  /** The outcome of the last fact about a milestone. */
  lastSays(unit: UnitKey, milestone: MilestoneKey, at: Instant): string | undefined {
    const facts = this.evaluator.expressions.facts.units.get(unit)?.facts.get(milestone) ?? [];
    return facts.findLast((fact) => fact.at <= at)?.outcome;
  }

  /** Instants around which something is different, each with the millisecond before it. */
  get instants(): readonly Instant[] {
    const found = new Set<Instant>();
    for (const event of this.known) found.add(event.effectiveAt);
    for (const unit of this.units) {
      for (const model of this.models) {
        for (const { from, until } of this.timeline(model, unit)) found.add(from).add(until);
      }
    }
    return [...found]
      .filter(Number.isFinite)
      .flatMap((at) => [at - 1, at])
      .sort((a, b) => a - b);
  }
}

/** Stages of a model; none in a checklist. */
export function stagesOf(model: MaturityModel): readonly Stage[] {
  return model.policy === 'checklist' ? [] : model.stages;
}

/** A stage as answers name it; null where there is none. */
export function named(model: MaturityModel, ordinal: number | null): StageRef | null {
  if (ordinal === null) return null;
  const stage = stagesOf(model)[ordinal - 1];
  return stage
    ? { ordinal, id: stage.id, name: stage.name }
    : { ordinal: 0, id: 'none', name: 'Not started' };
}

function covers(at: Instant): (span: Span) => boolean {
  return ({ from, until }) => from <= at && at < until;
}
