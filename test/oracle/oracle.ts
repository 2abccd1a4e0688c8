import type {
  AnyEvent,
  Criterion,
  Dictionary,
  Instant,
  MaturityModel,
  Met,
  Missing,
  NextStage,
  Position,
  StageRef,
  Standing,
  StandingValue,
  UnitKey,
} from '#lib/domain';
import { boundaryCandidates } from './candidates.js';
import { Expressions, type Proof } from './expression.js';
import { Holdings } from './holding.js';
import { countingEvents } from './log.js';
import { Memory } from './memory.js';
import { itemProofs, itemsOf, missingItem, scores, worth } from './scores.js';
import { Tree } from './tree.js';
import { hasWhatItNeeds, levelIn, progress, type Rung, rounded, valueAt } from './value.js';

/**
 * The plain reading of the model language: for any instant it looks at the facts and says what the
 * text says, sharing nothing with the domain's evaluation. Runs are found by walking over every
 * instant at which something may change.
 * @source model-format, whole
 */
export class Oracle {
  /** Every instant at which something may change, in order. */
  readonly candidates: readonly Instant[];
  private readonly read: Expressions;
  private readonly memory = new Memory();

  /**
   * @param log events in any order
   * @param upTo the last position that is known
   */
  constructor(
    private readonly model: MaturityModel,
    dictionary: Dictionary,
    log: readonly AnyEvent[],
    upTo: Position = Number.POSITIVE_INFINITY,
  ) {
    const events = countingEvents(log, upTo);
    this.read = new Expressions(dictionary, new Tree(events), new Holdings(events, dictionary));
    this.candidates = boundaryCandidates(model, dictionary, events);
  }

  /** The units known, in the order of their registration's instants. */
  get units(): readonly UnitKey[] {
    return this.read.tree.units;
  }

  /** The values of a unit's standing at an instant; undefined: it has none. */
  value(unit: UnitKey, at: Instant): StandingValue | undefined {
    if (!this.read.tree.exists(unit, at)) return undefined;
    return this.memory.once(this.model, unit, at, () => valueAt(this.model, this.read, unit, at));
  }

  /** Where a unit stands at an instant, with its proof; undefined: it has no standing. */
  standing(unit: UnitKey, at: Instant): Standing | undefined {
    const value = this.value(unit, at);
    if (!value) return undefined;
    const { model, read } = this;
    const shared = {
      model: model.id,
      modelVersion: model.version,
      policy: model.policy,
      stage: value.ordinal === null ? null : this.stageRef(value.ordinal),
      since: this.existingRun(
        unit,
        at,
        (then) => this.value(unit, then)?.ordinal === value.ordinal,
      ),
      next: this.next(value, unit, at),
      ahead: [],
    };
    switch (model.policy) {
      case 'gates': {
        const above = model.stages.filter(({ ordinal }) => ordinal > (value.ordinal ?? 0) + 1);
        const ahead = above
          .filter((stage) => hasWhatItNeeds(stage, read, unit, at))
          .map(({ ordinal }) => this.stageRef(ordinal));
        const met = model.stages.flatMap((stage) =>
          this.metOf(stage.criteria, { stage: stage.id }, unit, at),
        );
        return { ...shared, ahead, met };
      }
      case 'dimensions': {
        const dimensions = model.dimensions.map((one, index) => ({
          id: one.id,
          name: one.name,
          level: value.levels?.[index] ?? 0,
          since: this.existingRun(
            unit,
            at,
            (then) => this.value(unit, then)?.levels?.[index] === value.levels?.[index],
          ),
        }));
        const met = model.dimensions.flatMap((one) =>
          one.levels.flatMap(({ level, criteria }) =>
            this.metOf(
              criteria,
              { stage: this.stageRef(level).id, dimension: one.id, level },
              unit,
              at,
            ),
          ),
        );
        return { ...shared, met, dimensions, mean: value.mean };
      }
      case 'checklist': {
        const { checked, total } = value;
        return {
          ...shared,
          met: this.metOf(model.items, { stage: null }, unit, at),
          checked,
          total,
        };
      }
      case 'scored': {
        const groups = scores(model, read, unit, at).groups.flatMap(({ path, score }) =>
          score === null ? [] : [{ path, score: rounded(score) as number }],
        );
        return { ...shared, met: this.metItems(unit, at), score: value.score, groups };
      }
    }
  }

  private next(value: StandingValue, unit: UnitKey, at: Instant): NextStage | null {
    const { model, read } = this;
    if (model.policy === 'checklist' || value.ordinal === null) return null;
    const upcoming = model.stages.find(({ ordinal }) => ordinal === (value.ordinal ?? 0) + 1);
    if (!upcoming) return null;
    const stage = this.stageRef(upcoming.ordinal);
    switch (model.policy) {
      case 'gates': {
        const missing = this.missingOf(upcoming.criteria, unit, at);
        return { ...stage, ...this.ratio([upcoming], unit, at), missing };
      }
      case 'dimensions': {
        const raising = model.dimensions.flatMap((one) => {
          const level = levelIn(one, read, unit, at);
          const could = model.overall === 'mean' || level === value.ordinal;
          const above = one.levels.find((rung) => rung.level === level + 1);
          return could && above ? [{ ...above, dimension: one.id }] : [];
        });
        const missing = raising.flatMap(({ criteria, dimension }) =>
          this.missingOf(criteria, unit, at).map((one) => ({ ...one, dimension })),
        );
        return { ...stage, ...this.ratio(raising, unit, at), missing };
      }
      case 'scored': {
        const missing = itemsOf(model.groups).flatMap((one) => missingItem(one, read, unit, at));
        const from = upcoming.from ?? 0;
        return { ...stage, progress: from === 0 ? 0 : (value.score ?? 0) / from, missing };
      }
    }
  }

  private ratio(rungs: readonly Rung[], unit: UnitKey, at: Instant) {
    const each = rungs.map((rung) => progress(rung, this.read, unit, at));
    const met = each.reduce((sum, one) => sum + one.met, 0);
    const needed = each.reduce((sum, one) => sum + one.needed, 0);
    const lacking = each.map((one) => (one.met < one.needed ? one.needed - one.met : 0));
    const stillNeeded = lacking.reduce((sum, one) => sum + one, 0);
    return { progress: Math.min(1, met / needed), stillNeeded };
  }

  private missingOf(criteria: readonly Criterion[], unit: UnitKey, at: Instant): Missing[] {
    return criteria
      .filter((one) => this.read.truth(one.when, unit, at) === 'false')
      .map(({ id, says, when, keyMove, supporting, inferred }) => ({
        criterion: id,
        says,
        milestones: this.read.missingKeys(when, unit, at),
        keyMove,
        supporting,
        inferred,
      }));
  }

  private metOf(
    criteria: readonly Criterion[],
    place: Pick<Met, 'stage' | 'dimension' | 'level'>,
    unit: UnitKey,
    at: Instant,
  ): Met[] {
    return criteria.flatMap((criterion) => {
      const { id, when, supporting, inferred } = criterion;
      const isTrue = (then: Instant) => this.read.truth(when, unit, then) === 'true';
      if (!isTrue(at)) return [];
      const proofs = this.read.proofs(when, unit, at);
      return [{ ...place, criterion: id, ...this.proof(proofs, at, isTrue), supporting, inferred }];
    });
  }

  private metItems(unit: UnitKey, at: Instant): Met[] {
    if (this.model.policy !== 'scored') return [];
    return itemsOf(this.model.groups).flatMap((item) => {
      const isWorthSomething = (then: Instant) =>
        (this.memory.once(item, unit, then, () => worth(item, this.read, unit, then)) ?? 0) > 0;
      if (!isWorthSomething(at)) return [];
      const { id: criterion, inferred } = item;
      const proof = this.proof(itemProofs(item, this.read, unit, at), at, isWorthSomething);
      return [{ stage: null, criterion, ...proof, supporting: false, inferred }];
    });
  }

  private proof(proofs: readonly Proof[], at: Instant, isTrue: (then: Instant) => boolean) {
    const end = this.candidates.find((one) => one > at && !isTrue(one));
    return {
      by: proofs.map((one) => one.event),
      since: this.runStart(at, isTrue),
      ...(end === undefined ? {} : { until: end }),
      waived: proofs.some((one) => one.waived),
    };
  }

  private existingRun(unit: UnitKey, at: Instant, same: (then: Instant) => boolean): Instant {
    return this.runStart(at, (then) => this.read.tree.exists(unit, then) && same(then));
  }

  /** Walks back over the candidates as long as they are like the instant asked about. */
  private runStart(at: Instant, isTrue: (then: Instant) => boolean): Instant {
    const before = this.candidates.filter((one) => one <= at);
    const broken = before.findLastIndex((one) => !isTrue(one));
    const start = before[broken + 1];
    if (start === undefined)
      throw new Error('Something changed at an instant that is no candidate.');
    return start;
  }

  private stageRef(ordinal: number): StageRef {
    const stage =
      this.model.policy === 'checklist'
        ? undefined
        : this.model.stages.find((one) => one.ordinal === ordinal);
    return stage
      ? { ordinal, id: stage.id, name: stage.name }
      : { ordinal: 0, id: 'none', name: 'Not started' };
  }
}
