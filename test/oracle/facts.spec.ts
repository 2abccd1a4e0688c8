import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldUnit, withFact } from '#lib/domain';
import { arbitraryQuestion } from './index.js';

it('a unit folded fact by fact is the unit folded at once', () => {
  let added = 0;
  fc.assert(
    fc.property(arbitraryQuestion(), ({ log }) => {
      const units = new Set(log.flatMap(({ unit }) => unit ?? []));
      for (const unit of units) {
        const events = log.filter((event) => event.unit === unit);
        for (const [index, event] of events.entries()) {
          const before = foldUnit(events.slice(0, index));
          const after = before && withFact(before, event);
          if (!after) continue;
          added += 1;
          expect(after).toEqual(foldUnit(events.slice(0, index + 1)));
          expect(before).toEqual(foldUnit(events.slice(0, index)));
        }
      }
    }),
    { numRuns: 300, seed: 2012 },
  );
  expect(added).toBeGreaterThan(1_000);
});
