import type { ProgramFacts, UnitFacts } from './facts.js';
import { BEGINNING_OF_TIME, FOREVER, type Instant, type UnitKey } from './ids.js';
import { type Span, intersect } from './spans.js';

/** A stretch of time in which `unit` lies above another, `depth` levels up (1: its parent). */
export interface Ancestry extends Span {
  readonly unit: UnitKey;
  readonly depth: number;
}

/** A stretch of time in which a unit lies under one parent; null: it is a root. */
export interface Parenthood extends Span {
  readonly parent: UnitKey | null;
}

/** The organisation tree through time, as known at one position of the log. */
export class Tree {
  readonly #facts: ProgramFacts;
  readonly #beginnings: ReadonlyMap<UnitKey, Instant>;
  readonly #parents = new Map<UnitKey, readonly Parenthood[]>();
  readonly #ancestries = new Map<UnitKey, readonly Ancestry[]>();

  constructor(facts: ProgramFacts) {
    this.#facts = facts;
    this.#beginnings = facts.beginnings ?? beginningsOf(facts);
  }

  /** The first instant at which a unit exists; `FOREVER` for a unit that is not known. */
  beginning(unit: UnitKey): Instant {
    return this.#beginnings.get(unit) ?? FOREVER;
  }

  /** The stretches in which a unit exists and is not retired. */
  lives(unit: UnitKey): readonly Span[] {
    const known = this.#facts.units.get(unit);
    if (!known) return [];
    const lives: Span[] = [];
    let from: Instant | undefined = this.beginning(unit);
    for (const { at, retired } of known.retirements) {
      if (retired && from !== undefined) {
        if (from < at) lives.push({ from, until: at });
        from = undefined;
      } else if (!retired && from === undefined) {
        from = Math.max(at, this.beginning(unit));
        const last = lives[lives.length - 1];
        if (last?.until === from) from = (lives.pop() as Span).from;
      }
    }
    if (from !== undefined) lives.push({ from, until: FOREVER });
    return lives;
  }

  /** The parents of a unit one after another, from its beginning; null where it is a root. */
  parents(unit: UnitKey): readonly Parenthood[] {
    let parents = this.#parents.get(unit);
    if (!parents) this.#parents.set(unit, (parents = this.#readParents(unit)));
    return parents;
  }

  #readParents(unit: UnitKey): readonly Parenthood[] {
    const known = this.#facts.units.get(unit);
    if (!known) return [];
    const beginning = this.beginning(unit);
    const steps = [{ at: BEGINNING_OF_TIME, parent: known.registered.parent }, ...known.moves];
    return steps
      .map(({ at, parent }, index) => ({
        from: Math.max(at, beginning),
        until: steps[index + 1]?.at ?? FOREVER,
        parent,
      }))
      .filter(({ from, until }) => from < until);
  }

  /** Every stretch in which another unit lies above this one, nearest first. */
  ancestry(unit: UnitKey): readonly Ancestry[] {
    const kept = this.#ancestries.get(unit);
    if (kept) return kept;
    const found: Ancestry[] = [];
    // Span by span, since a unit may lie above another at one time and below it at another; `line`
    // ends the walk should recorded moves ever close a circle.
    const climb = (from: UnitKey, within: Span, line: readonly UnitKey[]) => {
      for (const { parent, ...span } of this.parents(from)) {
        const shared = intersect(within, span);
        if (parent === null || shared.from >= shared.until || line.includes(parent)) continue;
        found.push({ unit: parent, depth: line.length, ...shared });
        climb(parent, shared, [...line, parent]);
      }
    };
    climb(unit, { from: BEGINNING_OF_TIME, until: FOREVER }, [unit]);
    found.sort((a, b) => a.depth - b.depth || a.from - b.from);
    this.#ancestries.set(unit, found);
    return found;
  }

  /** The units that ever lay below a unit, by the parents they ever had. */
  everBelow(unit: UnitKey): readonly UnitKey[] {
    const found = new Set<UnitKey>();
    const walk = (above: UnitKey) => {
      for (const child of this.#facts.children.get(above) ?? []) {
        if (found.has(child)) continue;
        found.add(child);
        walk(child);
      }
    };
    walk(unit);
    found.delete(unit);
    return [...found];
  }

  /** The parent as known last, whatever the date. */
  latestParent(unit: UnitKey): UnitKey | null {
    const known = this.#facts.units.get(unit);
    return known ? (known.moves[known.moves.length - 1] ?? known.registered).parent : null;
  }
}

/**
 * The kinds of a unit one after another. The registration is where a unit starts, whatever its
 * date; every change counts from its own date, as moves do.
 */
export function kindsOf(unit: UnitFacts): readonly (Span & { readonly kind: string })[] {
  const changes = unit.changes.filter((change) => change.kind !== undefined);
  const steps = [{ at: BEGINNING_OF_TIME, kind: unit.registered.kind }, ...changes];
  return steps.map(({ at, kind }, index) => ({
    from: at,
    until: steps[index + 1]?.at ?? FOREVER,
    kind: kind as string,
  }));
}

function beginningsOf(facts: ProgramFacts): ReadonlyMap<UnitKey, Instant> {
  const beginnings = new Map<UnitKey, Instant>();
  const atMost = (unit: UnitKey, at: Instant) => {
    if (at < (beginnings.get(unit) ?? FOREVER)) beginnings.set(unit, at);
  };
  for (const unit of facts.units.values()) {
    atMost(unit.unit, unit.registered.at);
    for (const at of countingInstants(unit)) {
      atMost(unit.unit, at);
      for (const above of lineAt(facts, unit, at)) atMost(above, at);
    }
  }
  return beginnings;
}

function countingInstants(unit: UnitFacts): ReadonlySet<Instant> {
  const instants = new Set<Instant>();
  for (const list of unit.facts.values()) for (const fact of list) instants.add(fact.at);
  return instants;
}

/** The units above a unit at an instant, nearest first, by the moves that count by then, whether it exists or not. */
export function lineAt(facts: ProgramFacts, unit: UnitFacts, at: Instant): readonly UnitKey[] {
  const line: UnitKey[] = [];
  const seen = new Set([unit.unit]);
  let current: UnitFacts | undefined = unit;
  while (current) {
    const moves: UnitFacts['moves'] = current.moves;
    let parent: UnitKey | null = current.registered.parent;
    for (const move of moves) {
      if (move.at > at) break;
      parent = move.parent;
    }
    if (parent === null || seen.has(parent)) break;
    seen.add(parent);
    line.push(parent);
    current = facts.units.get(parent);
  }
  return line;
}
