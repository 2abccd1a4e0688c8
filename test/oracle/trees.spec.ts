import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  type AnyEvent,
  Tree as DomainTree,
  foldFacts,
  type Instant,
  type Span,
  type UnitKey,
  unitStateAt,
  unitTimeline,
} from '#lib/domain';
import { arbitraryHistory } from './index.js';
import { countingEvents } from './log.js';
import { Tree } from './tree.js';

const HISTORIES = Number(process.env.ORACLE_HISTORIES ?? 10_000) / 5;
vi.setConfig({ testTimeout: 120_000 + HISTORIES * 50 });
const SEED = Number(process.env.ORACLE_SEED ?? 20_120_611);

describe('the domain and a plain reading of the tree', () => {
  it(`agree on every unit at every boundary and 1 ms before it on ${HISTORIES} histories`, () => {
    const property = fc.property(arbitraryHistory(), (log) => {
      const tree = new Tree(countingEvents(log));
      const domain = domainTree(log);
      for (const at of new Set(log.flatMap((one) => [one.effectiveAt - 1, one.effectiveAt]))) {
        for (const unit of tree.units) {
          expect(domain(unit, at), `${unit} at ${at}`).toEqual({
            exists: tree.exists(unit, at),
            kind: tree.kind(unit, at),
            parent: tree.parent(unit, at),
            ancestors: tree.ancestors(unit, at),
          });
        }
      }
    });
    fc.assert(property, { numRuns: HISTORIES, seed: SEED });
  });
});

/** What the domain says of a unit at an instant; its own timeline and the tree must say the same. */
function domainTree(log: readonly AnyEvent[]) {
  const tree = new DomainTree(foldFacts(log));
  const covers = (at: Instant) => (span: Span) => span.from <= at && at < span.until;
  return (unit: UnitKey, at: Instant) => {
    const timeline = unitTimeline(unit, log);
    if (!timeline) throw new Error(`${unit} is registered, the domain does not know it`);
    const state = unitStateAt(timeline, at);
    const begun = at >= tree.beginning(unit);
    const lives = tree.lives(unit).some(covers(at));
    const above = tree.ancestry(unit).filter(covers(at));
    expect(lives).toBe(begun && !state.retired);
    expect(above[0]?.unit ?? null).toBe(begun ? state.parent : null);
    const ancestors = above.map((one) => one.unit);
    return { exists: lives, kind: state.kind, parent: ancestors[0] ?? null, ancestors };
  };
}
