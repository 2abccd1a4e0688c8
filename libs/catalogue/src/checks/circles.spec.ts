import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesIn } from './circles.js';

const graph = fc
  .array(fc.array(fc.nat(9), { maxLength: 4 }), { minLength: 1, maxLength: 10 })
  .map((lists) => new Map(lists.map((list, key) => [String(key), list.map(String)])));

/** Whether a key leads back to itself over at least one other key. */
function leadsBack(names: ReadonlyMap<string, readonly string[]>, key: string): boolean {
  const next = (of: string) =>
    (names.get(of) ?? []).filter((other) => other !== of && names.has(other));
  const seen = new Set<string>();
  const queue = next(key);
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (at === key) return true;
    if (!seen.has(at)) {
      seen.add(at);
      queue.push(...next(at));
    }
  }
  return false;
}

describe('circles of names', () => {
  it('are found exactly where a key leads back to itself', () => {
    fc.assert(
      fc.property(graph, (names) => {
        const circles = circlesIn(names);
        expect(circles.length > 0).toBe([...names.keys()].some((key) => leadsBack(names, key)));
        for (const circle of circles) {
          circle.forEach((key, index) => {
            expect(names.get(key)).toContain(circle[(index + 1) % circle.length]);
          });
        }
      }),
    );
  });

  it('are found in a chain of many thousands', () => {
    const count = 50_000;
    const names = new Map(
      Array.from({ length: count }, (_, key) => [String(key), [String((key + 1) % count)]]),
    );
    expect(circlesIn(names).map((circle) => circle.length)).toEqual([count]);
  });
});
