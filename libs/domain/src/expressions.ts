import type { ProgramFacts, UnitFacts } from './facts.js';
import { type Asked, type Holding, degrees, holdings, notApplicable } from './held.js';
import {
  BEGINNING_OF_TIME,
  type EventId,
  FOREVER,
  type Instant,
  type MilestoneKey,
  type UnitKey,
} from './ids.js';
import { impliedClosure, keysOf, leafName, type MilestoneLeaf } from './expression-keys.js';
import { HandedSpans } from './handed-spans.js';
import type { Dictionary, Expression } from './model.js';
import {
  combineSteps,
  constant,
  countSpans,
  intersect,
  type Span,
  type Steps,
  spansWhere,
  stepsWithin,
  valueAt,
} from './spans.js';
import { kindsOf, Tree } from './tree.js';
import { atLeast, type Truth } from './truth.js';

/** Why an expression is true: the latest counting event of each part that is. */
export interface Proof {
  readonly by: readonly EventId[];
  /** Whether a waiver makes one of the parts true. */
  readonly waived: boolean;
}

type UnitsExpression = Extract<Expression, { form: 'units' }>;

interface Leaf {
  readonly key: MilestoneKey;
  readonly truth: Steps<Truth>;
  /** By facts first, then by waivers; in each the unit itself first, then upwards. Read when it is asked for. */
  proofs?: readonly LeafProof[];
}

type LeafProof = Holding & { readonly waived: boolean };

/** Reads expressions over the facts of a program; remembers what it has read, so facts must not change under it. */
export class Expressions {
  readonly tree: Tree;
  readonly facts: ProgramFacts;
  readonly #dictionary: Dictionary;
  readonly #leaves: Map<UnitKey, Map<string, Leaf>>;
  readonly #truths: Map<UnitKey, Map<Expression, Steps<Truth>>>;
  readonly #closures: Map<MilestoneKey, readonly MilestoneKey[]>;
  readonly #handed: HandedSpans;

  /** @param before readings to take over, from facts that differ in nothing that they read */
  constructor(dictionary: Dictionary, facts: ProgramFacts, before?: Expressions) {
    this.#dictionary = dictionary;
    this.facts = facts;
    this.tree = before?.tree ?? new Tree(facts);
    this.#leaves = before ? before.#leaves : new Map();
    this.#truths = before ? before.#truths : new Map();
    this.#closures = before ? before.#closures : new Map();
    this.#handed = before ? before.#handed : new HandedSpans();
  }

  /**
   * The same over facts that differ in one milestone only, and not in the tree or in when units
   * begin. It takes over what does not read that milestone, so this one must not be asked again.
   */
  after(facts: ProgramFacts, milestone: MilestoneKey): Expressions {
    const affected = (key: MilestoneKey) => this.#closure(key).includes(milestone);
    for (const ofUnit of this.#leaves.values()) {
      for (const [name, { key }] of ofUnit) if (affected(key)) ofUnit.delete(name);
    }
    for (const ofUnit of this.#truths.values()) {
      for (const expression of ofUnit.keys()) {
        if (keysOf(expression).some(affected)) ofUnit.delete(expression);
      }
    }
    this.#handed.forget(affected);
    return new Expressions(this.#dictionary, facts, this);
  }

  /** Whether an expression is true for a unit, through all time. */
  truth(unit: UnitKey, expression: Expression): Steps<Truth> {
    let ofUnit = this.#truths.get(unit);
    if (!ofUnit) this.#truths.set(unit, (ofUnit = new Map()));
    let steps = ofUnit.get(expression);
    if (!steps) ofUnit.set(expression, (steps = this.#read(unit, expression)));
    return steps;
  }

  /** Why an expression is true at an instant; parts that are not true then give nothing. */
  proof(unit: UnitKey, expression: Expression, at: Instant): Proof {
    const by = new Set<EventId>();
    let waived = false;
    const visit = (of: UnitKey, part: Expression) => {
      if (valueAt(this.truth(of, part), at) !== 'true') return;
      if (part.form === 'milestone') {
        const leaf = this.#leaf(of, part);
        leaf.proofs ??= this.#readProofs(of, part);
        const proof = leaf.proofs.find(({ from, until }) => from <= at && at < until);
        if (proof) by.add(proof.event);
        if (proof?.waived) waived = true;
      } else if (part.form === 'units') {
        for (const { unit: below, spans } of this.#unitsBelow(of, part)) {
          if (spans.some(({ from, until }) => from <= at && at < until)) visit(below, part.meet);
        }
      } else {
        for (const inner of part.of) visit(of, inner);
      }
    };
    visit(unit, expression);
    return { by: [...by], waived };
  }

  /** The keys an expression reads that are not true at an instant. */
  missing(unit: UnitKey, expression: Expression, at: Instant): readonly MilestoneKey[] {
    const keys = new Set<MilestoneKey>();
    const visit = (part: Expression, always: boolean) => {
      if (part.form === 'milestone') {
        if (always || valueAt(this.truth(unit, part), at) === 'false') keys.add(part.milestone);
      } else if (part.form === 'units') {
        if (valueAt(this.truth(unit, part), at) !== 'true') visit(part.meet, true);
      } else {
        for (const inner of part.of) visit(inner, always);
      }
    };
    visit(expression, false);
    return [...keys];
  }

  /**
   * What an item of a `scored` model is worth through time: the degree held, 1 when waived, 0 when
   * not held, the greatest of the keys it is implied by; `undefined` where it does not apply.
   * @source model-format: Standing, scored
   */
  worth(unit: UnitKey, milestone: MilestoneKey): Steps<number | undefined> {
    const known = this.facts.units.get(unit);
    if (!known) return constant(0);
    const own = stepsWithin(notApplicable(known.facts.get(milestone) ?? []), true, false);
    const worths = this.#closure(milestone).flatMap((key) => {
      const validity = this.#dictionary.get(key)?.validity;
      return [
        ...degrees(known.facts.get(key) ?? [], validity).map((held) =>
          stepsWithin([held], held.degree, 0),
        ),
        ...(known.waivers.get(key) ?? []).map((waiver) => stepsWithin([waiver], 1, 0)),
      ];
    });
    const best = combineSteps<number, number>(worths, (values) => Math.max(0, ...values));
    return combineSteps<number | boolean, number | undefined>([best, own], ([worth, excused]) =>
      worth === 0 && excused ? undefined : (worth as number),
    );
  }

  #read(unit: UnitKey, expression: Expression): Steps<Truth> {
    switch (expression.form) {
      case 'milestone':
        return this.#leaf(unit, expression).truth;
      case 'units':
        return this.#readUnits(unit, expression);
      default: {
        const parts = expression.of.map((part) => this.truth(unit, part));
        const count =
          expression.form === 'atLeast'
            ? expression.count
            : expression.form === 'any'
              ? 1
              : parts.length;
        return combineSteps(parts, (values) => atLeast(count, values));
      }
    }
  }

  #leaf(unit: UnitKey, leaf: MilestoneLeaf): Leaf {
    let ofUnit = this.#leaves.get(unit);
    if (!ofUnit) this.#leaves.set(unit, (ofUnit = new Map()));
    const name = leafName(leaf);
    let kept = ofUnit.get(name);
    if (!kept) ofUnit.set(name, (kept = this.#readLeaf(unit, leaf)));
    return kept;
  }

  #readLeaf(unit: UnitKey, leaf: MilestoneLeaf): Leaf {
    const { milestone: key, scope } = leaf;
    const spans =
      scope === 'up'
        ? (this.#handed.of(this, unit, leaf) ?? this.#readProofs(unit, leaf))
        : this.own(unit, leaf);
    const excused = notApplicable(this.facts.units.get(unit)?.facts.get(key) ?? []);
    return { key, truth: leafTruth(spans, excused) };
  }

  /** The stretches in which a unit answers a question by its own facts and waivers; they may overlap. */
  own(unit: UnitKey, leaf: MilestoneLeaf): readonly Span[] {
    const known = this.facts.units.get(unit);
    let found = NOWHERE;
    if (!known) return found;
    for (const key of this.#closure(leaf.milestone)) {
      const waivers = known.waivers.get(key);
      if (known.facts.has(key)) found = [...found, ...this.#held(known, key, leaf)];
      if (waivers) found = [...found, ...waivers];
    }
    return found;
  }

  #readProofs(unit: UnitKey, leaf: MilestoneLeaf): readonly LeafProof[] {
    const line: readonly (Span & { readonly unit: UnitKey })[] = [
      { unit, from: BEGINNING_OF_TIME, until: FOREVER },
      ...(leaf.scope === 'up' ? this.tree.ancestry(unit) : []),
    ];
    const byFact: LeafProof[] = [];
    const byWaiver: LeafProof[] = [];
    for (const { unit: holder, ...span } of line) {
      const known = this.facts.units.get(holder);
      if (!known) continue;
      for (const key of this.#closure(leaf.milestone)) {
        for (const held of this.#held(known, key, leaf)) addCut(byFact, held, span, false);
        for (const waiver of known.waivers.get(key) ?? []) {
          addCut(
            byWaiver,
            { event: waiver.id, from: waiver.from, until: waiver.until },
            span,
            true,
          );
        }
      }
    }
    return [...byFact, ...byWaiver];
  }

  #held(known: UnitFacts, key: MilestoneKey, asked: Asked): readonly Holding[] {
    const facts = known.facts.get(key);
    return facts ? holdings(facts, this.#dictionary.get(key)?.validity, asked) : [];
  }

  /** A key, then those it is implied by, depth first in the dictionary's order. */
  #closure(key: MilestoneKey): readonly MilestoneKey[] {
    let keys = this.#closures.get(key);
    if (!keys) this.#closures.set(key, (keys = impliedClosure(this.#dictionary, key)));
    return keys;
  }

  #readUnits(unit: UnitKey, expression: UnitsExpression): Steps<Truth> {
    const meeting = this.#unitsBelow(unit, expression).flatMap(({ unit: below, spans }) => {
      const met = spansWhere(this.truth(below, expression.meet), (truth) => truth === 'true');
      return crossings(spans, met);
    });
    return combineSteps([countSpans(meeting)], ([count]) =>
      (count as number) >= expression.atLeast ? 'true' : 'false',
    );
  }

  /** The units that count for a `units` expression, with the stretches in which they do. */
  #unitsBelow(unit: UnitKey, expression: UnitsExpression): { unit: UnitKey; spans: Span[] }[] {
    return this.tree.everBelow(unit).flatMap((below) => {
      const known = this.facts.units.get(below);
      if (!known) return [];
      let spans: Span[] = this.tree
        .ancestry(below)
        .filter(
          (above) => above.unit === unit && (expression.of === 'descendants' || above.depth === 1),
        );
      spans = crossings(spans, this.tree.lives(below));
      if (expression.kind !== undefined) {
        spans = crossings(
          spans,
          kindsOf(known).filter(({ kind }) => kind === expression.kind),
        );
      }
      return spans.length > 0 ? [{ unit: below, spans }] : [];
    });
  }
}

const NOWHERE: readonly Span[] = [];
/** A milestone nobody has said anything about. */
const UNSPOKEN: Steps<Truth> = constant<Truth>('false');

function leafTruth(proofs: readonly Span[], excused: readonly Span[]): Steps<Truth> {
  if (excused.length === 0) {
    return proofs.length === 0 ? UNSPOKEN : stepsWithin<Truth>(proofs, 'true', 'false');
  }
  return combineSteps([countSpans(proofs), countSpans(excused)], ([held, out]) =>
    (held as number) > 0 ? 'true' : (out as number) > 0 ? 'not-applicable' : 'false',
  );
}

function addCut(list: LeafProof[], held: Holding, span: Span, waived: boolean): void {
  const cut = intersect(held, span);
  if (cut.from < cut.until) list.push({ ...cut, event: held.event, waived });
}

function crossings(a: readonly Span[], b: readonly Span[]): Span[] {
  return a
    .flatMap((one) => b.map((other) => intersect(one, other)))
    .filter(({ from, until }) => from < until);
}
