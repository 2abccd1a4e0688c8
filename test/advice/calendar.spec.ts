import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceFor, type Look, story } from './see.js';

const MILESTONES = [
  'sponsor.approved',
  'hub.launched',
  'coe.formed',
  'operations.delegated',
  'crm.integrated',
  'readiness.audited',
  'business-value.reported',
  'listening.started',
  'governance.established',
] as const;
const LOOK: Look = {
  models: ['lithium', 'altimeter', 'quintarelli', 'altimeter-success-factors'],
  entries: {
    'hub.launched': { validity: 'P9M' },
    'listening.started': { validity: 'P3M' },
  },
};
const DAY = 86_400_000;
const FROM = Date.parse('2012-01-01');
const day = fc.integer({ min: 0, max: 3 * 365 }).map((days) => dayText(FROM + days * DAY));
const fact = fc.record({
  unit: fc.constantFrom('acme', 'care'),
  milestone: fc.constantFrom(...MILESTONES),
  kind: fc.constantFrom(
    'achieved',
    'achieved',
    'achieved',
    'lapsed',
    'no',
    'waived',
    'waived-until',
  ),
  on: day,
  until: day,
});

function dayText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

describe('what is advised', () => {
  it('stays the same until the instant that is told beforehand', () => {
    const question = fc.record({
      facts: fc.array(fact, { minLength: 1, maxLength: 14 }),
      now: fc.integer({ min: 0, max: 4 * 365 }).map((days) => FROM + days * DAY),
      later: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(question, ({ facts, now, later }) => {
        const told = story('acme', 'care<acme');
        for (const { unit, milestone, kind, on, until } of facts) {
          if (kind === 'achieved') told.achieved(unit, milestone, on);
          else if (kind === 'lapsed') told.lapsed(unit, milestone, on);
          else if (kind === 'no') told.assessed(unit, milestone, on, 'no');
          else if (kind === 'waived') told.waived(unit, milestone, on);
          else told.waived(unit, milestone, on, until > on ? until : on);
        }
        const at = (instant: number) =>
          adviceFor(told, 'care', new Date(instant).toISOString(), LOOK);
        const { sameUntil, ...first } = at(now);
        expect(sameUntil).toBeGreaterThan(now);
        const last = Math.min(sameUntil, now + 20 * 365 * DAY) - 1;
        for (const instant of [last, Math.floor(now + (last - now) * later)]) {
          const { sameUntil: _, ...again } = at(instant);
          expect(again).toEqual(first);
        }
      }),
      { numRuns: 400, seed: 2012 },
    );
  });
});
