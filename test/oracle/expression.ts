import type {
  AnyEvent,
  Dictionary,
  EventId,
  Expression,
  Instant,
  MilestoneKey,
  UnitKey,
} from '#lib/domain';
import { freshFrom, type Holdings } from './holding.js';
import { Memory } from './memory.js';
import { plus } from './time.js';
import type { Tree } from './tree.js';

/** What an expression is at an instant. */
export type Truth = 'true' | 'false' | 'not applicable';

/** An event that makes a part of an expression true. */
export interface Proof {
  readonly event: EventId;
  readonly waived: boolean;
}

type Milestone = Extract<Expression, { form: 'milestone' }>;
type Units = Extract<Expression, { form: 'units' }>;

/** Reads expressions for a unit at an instant, as the text says them. */
export class Expressions {
  private readonly truths = new Memory();
  private readonly proven = new Memory();

  constructor(
    readonly dictionary: Dictionary,
    readonly tree: Tree,
    readonly holdings: Holdings,
  ) {}

  /** @source model-format: Expressions */
  truth(expression: Expression, unit: UnitKey, at: Instant): Truth {
    return this.truths.once(expression, unit, at, () => this.findTruth(expression, unit, at));
  }

  private findTruth(expression: Expression, unit: UnitKey, at: Instant): Truth {
    switch (expression.form) {
      case 'milestone':
        if (this.proofOf(expression, unit, at)) return 'true';
        return this.holdings.notApplicable(unit, expression.milestone, at)
          ? 'not applicable'
          : 'false';
      case 'units':
        return this.meeting(expression, unit, at).length >= expression.atLeast ? 'true' : 'false';
      default: {
        const parts = expression.of
          .map((part) => this.truth(part, unit, at))
          .filter((truth) => truth !== 'not applicable');
        if (parts.length === 0) return 'not applicable';
        const met = parts.filter((truth) => truth === 'true').length;
        if (expression.form === 'all') return met === parts.length ? 'true' : 'false';
        const count = expression.form === 'atLeast' ? expression.count : 1;
        return met >= Math.min(count, parts.length) ? 'true' : 'false';
      }
    }
  }

  /** The events that make the true parts of true parts true, in their order, each once. */
  proofs(expression: Expression, unit: UnitKey, at: Instant): readonly Proof[] {
    const all = this.allProofs(expression, unit, at);
    return all.filter((one, index) => all.findIndex(({ event }) => event === one.event) === index);
  }

  /** The keys of the parts that are false; for `units`, all that is to be met by units. */
  missingKeys(expression: Expression, unit: UnitKey, at: Instant): readonly MilestoneKey[] {
    if (expression.form !== 'milestone' && expression.form !== 'units') {
      return [...new Set(expression.of.flatMap((part) => this.missingKeys(part, unit, at)))];
    }
    if (this.truth(expression, unit, at) !== 'false') return [];
    return expression.form === 'units' ? keysIn(expression.meet) : [expression.milestone];
  }

  /** The key and those that imply it, depth first in the dictionary's order, each once. */
  keysFor(key: MilestoneKey): readonly MilestoneKey[] {
    const implying = this.dictionary.get(key)?.impliedBy ?? [];
    return [...new Set([key, ...implying.flatMap((one) => this.keysFor(one))])];
  }

  private allProofs(expression: Expression, unit: UnitKey, at: Instant): readonly Proof[] {
    if (this.truth(expression, unit, at) !== 'true') return [];
    switch (expression.form) {
      case 'milestone':
        return [this.proofOf(expression, unit, at) ?? []].flat();
      case 'units':
        return this.meeting(expression, unit, at).flatMap((one) =>
          this.allProofs(expression.meet, one, at),
        );
      default:
        return expression.of.flatMap((part) => this.allProofs(part, unit, at));
    }
  }

  private meeting(expression: Units, unit: UnitKey, at: Instant): readonly UnitKey[] {
    const below =
      expression.of === 'children' ? this.tree.children(unit, at) : this.tree.descendants(unit, at);
    return below
      .filter((one) => this.tree.exists(one, at))
      .filter((one) => !expression.kind || this.tree.kind(one, at) === expression.kind)
      .filter((one) => this.truth(expression.meet, one, at) === 'true');
  }

  /**
   * What makes a milestone true: a fact before a waiver, the unit before its ancestors, the key
   * before those that imply it.
   */
  private proofOf(asked: Milestone, unit: UnitKey, at: Instant): Proof | undefined {
    return this.proven.once(asked, unit, at, () => this.findProof(asked, unit, at));
  }

  private findProof(asked: Milestone, unit: UnitKey, at: Instant): Proof | undefined {
    const units = asked.scope === 'up' ? [unit, ...this.tree.ancestors(unit, at)] : [unit];
    const keys = this.keysFor(asked.milestone);
    const places = units.flatMap((one) => keys.map((key) => ({ unit: one, key })));
    for (const place of places) {
      const fact = this.factFor(asked, place.unit, place.key, at);
      if (fact) return { event: fact.id, waived: false };
    }
    for (const place of places) {
      const waiver = this.holdings.waiver(place.unit, place.key, at);
      if (waiver) return { event: waiver.id, waived: true };
    }
    return undefined;
  }

  private factFor(
    asked: Milestone,
    unit: UnitKey,
    key: MilestoneKey,
    at: Instant,
  ): AnyEvent | undefined {
    const held = this.holdings.held(unit, key, asked.degree, at);
    if (!held) return undefined;
    if (asked.within && at >= plus(freshFrom(held.fact), asked.within.iso)) return undefined;
    if (asked.heldFor && at < plus(held.since, asked.heldFor.iso)) return undefined;
    return held.fact;
  }
}

function keysIn(expression: Expression): readonly MilestoneKey[] {
  switch (expression.form) {
    case 'milestone':
      return [expression.milestone];
    case 'units':
      return keysIn(expression.meet);
    default:
      return [...new Set(expression.of.flatMap(keysIn))];
  }
}
