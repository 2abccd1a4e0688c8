import { leafName, type MilestoneLeaf } from './expression-keys.js';
import type { MilestoneKey, UnitKey } from './ids.js';
import { intersect, joinSpans, type Span } from './spans.js';
import type { Tree } from './tree.js';

/** Where the tree and what units hold by themselves are read. */
export interface Holders {
  readonly tree: Tree;
  /** The stretches in which a unit answers a question by its own facts and waivers; in any order, they may overlap. */
  own(unit: UnitKey, leaf: MilestoneLeaf): readonly Span[];
}

/**
 * The stretches in which a unit, or one above it, answers a question. What the units above hand down
 * is read once, whoever gets it.
 */
export class HandedSpans {
  readonly #kept = new Map<UnitKey, Map<string, Kept>>();
  readonly #pending = new Set<UnitKey>();

  /** @returns stretches in order, none touching; undefined where the moves of units above, at whatever times, lead back to the unit */
  of(holders: Holders, unit: UnitKey, leaf: MilestoneLeaf): readonly Span[] | undefined {
    const name = leafName(leaf);
    const kept = this.#kept.get(unit)?.get(name);
    if (kept) return kept.spans;
    if (this.#pending.has(unit)) return undefined;
    this.#pending.add(unit);
    const spans = this.#read(holders, unit, leaf);
    this.#pending.delete(unit);
    if (!spans) return undefined;
    let ofUnit = this.#kept.get(unit);
    if (!ofUnit) this.#kept.set(unit, (ofUnit = new Map()));
    ofUnit.set(name, { key: leaf.milestone, spans });
    return spans;
  }

  /** Lets go of what asks for milestones of which something else is known now. */
  forget(affected: (key: MilestoneKey) => boolean): void {
    for (const ofUnit of this.#kept.values()) {
      for (const [name, { key }] of ofUnit) if (affected(key)) ofUnit.delete(name);
    }
  }

  #read(holders: Holders, unit: UnitKey, leaf: MilestoneLeaf): readonly Span[] | undefined {
    const found = [...holders.own(unit, leaf)];
    for (const stretch of holders.tree.parents(unit)) {
      if (stretch.parent === null) continue;
      const above = this.of(holders, stretch.parent, leaf);
      if (!above) return undefined;
      for (const span of above) {
        const shared = intersect(span, stretch);
        if (shared.from < shared.until) found.push(shared);
      }
    }
    return joinSpans(found);
  }
}

interface Kept {
  readonly key: MilestoneKey;
  readonly spans: readonly Span[];
}
