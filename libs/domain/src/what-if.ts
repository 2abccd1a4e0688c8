import type { MilestoneFact, ProgramFacts, UnitFacts } from './facts.js';
import { type EventId, FOREVER, type Instant, type MilestoneKey, type UnitKey } from './ids.js';
import { lineAt } from './tree.js';

/** A milestone that is supposed to be achieved or to lapse at a unit, the future included. */
export interface Supposition {
  readonly unit: UnitKey;
  readonly milestone: MilestoneKey;
  readonly outcome: 'achieved' | 'lapsed';
  /** When it counts from. */
  readonly at: Instant;
  /** Above 0 up to 1 when achieved. */
  readonly degree: number;
}

/** Names every supposed fact in proofs. */
const SUPPOSED = '00000000-0000-0000-0000-000000000000' as EventId;

/**
 * What would be known if some milestones were recorded after everything else, in the order given.
 * Units that are not known are left out: nothing could be recorded about them.
 */
export function supposeFacts(
  facts: ProgramFacts,
  suppositions: readonly Supposition[],
): ProgramFacts {
  const units = new Map(facts.units);
  const drafts = new Map<UnitKey, Map<MilestoneKey, MilestoneFact[]>>();
  const beginnings = facts.beginnings && new Map(facts.beginnings);
  suppositions.forEach(({ unit, milestone, outcome, at, degree }, index) => {
    const known = facts.units.get(unit);
    if (!known) return;
    let own = drafts.get(unit);
    if (!own) {
      own = new Map();
      drafts.set(unit, own);
      const all: UnitFacts['facts'] = new Map(known.facts);
      units.set(unit, { ...known, facts: all });
    }
    const list = own.get(milestone) ?? [...(known.facts.get(milestone) ?? [])];
    const position = Number.MAX_SAFE_INTEGER - suppositions.length + index;
    list.push({
      ...{ id: SUPPOSED, at, freshFrom: at, position, outcome },
      degree: outcome === 'achieved' ? degree : 0,
    });
    own.set(milestone, list);
    if (beginnings) {
      // a fact lets the unit, and those above it then, begin no later
      for (const begun of [unit, ...lineAt(facts, known, at)]) {
        beginnings.set(begun, Math.min(at, beginnings.get(begun) ?? FOREVER));
      }
    }
  });
  for (const [unit, own] of drafts) {
    const all = units.get(unit)?.facts as Map<MilestoneKey, readonly MilestoneFact[]>;
    for (const [milestone, list] of own) {
      list.sort((a, b) => a.at - b.at || a.position - b.position);
      all.set(milestone, list);
    }
  }
  return { ...facts, units, ...(beginnings ? { beginnings } : {}) };
}
