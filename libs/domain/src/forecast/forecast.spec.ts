import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf, normalQuantile, normalShare } from './chance.js';
import { arrivalsOf, Climber, forecastOf } from './forecast.js';
import { eachPresence, ladderOf, presenceOf, supposedAt } from './ladder.js';
import { shareArrivals } from './share.js';
import { climbOf, DAY, type Stretches } from './spells.js';
import { curveOf, shareLeft, survivalOf, whenLeft } from './survival.js';

const FOREVER = Number.POSITIVE_INFINITY;
const TODAY = 10_000 * DAY;

/** Units that wait at 1 for so many days and then stand at 2; null: they wait still, since so long. */
function waits(days: readonly number[], waiting: readonly number[] = []): Stretches {
  const rows: [number, number, number, number][] = [];
  days.forEach((one, unit) => {
    rows.push([unit, TODAY - 5_000 * DAY, TODAY - (5_000 - one) * DAY, 1]);
    rows.push([unit, TODAY - (5_000 - one) * DAY, FOREVER, 2]);
  });
  waiting.forEach((since, at) => rows.push([days.length + at, TODAY - since * DAY, FOREVER, 1]));
  return columns(rows);
}

function columns(rows: readonly (readonly [number, number, number, number])[]): Stretches {
  return {
    length: rows.length,
    unit: rows.map(([unit]) => unit),
    from: rows.map(([, from]) => from),
    until: rows.map(([, , until]) => until),
    ordinal: rows.map(([, , , ordinal]) => ordinal),
  };
}

/** The forecast of a unit that has waited at 1 for so long. */
function forecastAt(history: Stretches, waited: number, goal = 2) {
  const ladder = ladderOf(history, TODAY);
  const own = columns([[0, TODAY - waited * DAY, FOREVER, 1]]);
  const presence = presenceOf(ladder, own, TODAY);
  if (!presence) throw new Error('it stands at 1');
  return forecastOf(new Climber(ladder), presence, TODAY, goal, chanceOf('test'));
}

const days = (at: number | null) => (at === null ? null : (at - TODAY) / DAY);
const TENS = Array.from({ length: 19 }, (_, index) => 10 * (index + 1));

describe('a forecast', () => {
  it('is a range from what others took', () => {
    const forecast = forecastAt(waits(TENS), 0);
    expect(forecast).toMatchObject({ basis: 'history', precedents: 19 });
    if (forecast.basis !== 'history') return;
    expect([days(forecast.p10), days(forecast.p50), days(forecast.p85)]).toEqual([20, 100, 170]);
    expect(days(forecast.p90)).toBe(180);
  });

  it('is none under ten precedents', () => {
    expect(forecastAt(waits(TENS.slice(0, 9)), 0)).toEqual({
      basis: 'not-enough-history',
      precedents: 9,
      reachedBy: { units: 9, of: 9 },
    });
  });

  it('gives no date beyond what has been seen', () => {
    const history = waits(
      TENS,
      Array.from({ length: 19 }, () => 400),
    );
    const forecast = forecastAt(history, 0);
    expect(forecast).toMatchObject({ basis: 'history', p85: null, p90: null });
    if (forecast.basis === 'history') expect(forecast.beyond).toBeCloseTo(20 / 39, 1);
    expect(forecastAt(history, 300)).toMatchObject({ p10: null, p50: null, beyond: 1 });
  });

  it('reckons with how long the unit has waited already', () => {
    const fresh = forecastAt(waits(TENS), 0);
    const late = forecastAt(waits(TENS), 100);
    if (fresh.basis !== 'history' || late.basis !== 'history') throw new Error('history');
    expect(days(late.p10)).toBeGreaterThanOrEqual(1);
    expect(days(late.p50)).toBeLessThan(days(fresh.p50) ?? 0);
    expect(days(late.p50)).toBeGreaterThan((days(fresh.p50) ?? 0) - 100);
  });

  it('counts those who still wait for as long as they have waited', () => {
    const naive = forecastAt(waits(TENS), 0);
    const honest = forecastAt(
      waits(
        TENS,
        Array.from({ length: 10 }, () => 150),
      ),
      0,
    );
    if (naive.basis !== 'history' || honest.basis !== 'history') throw new Error('history');
    expect(days(honest.p50)).toBeGreaterThan(days(naive.p50) ?? 0);
  });

  it('is the same for the same question, and says how few got there', () => {
    const history = waits(TENS, [30, 60]);
    expect(forecastAt(history, 12)).toEqual(forecastAt(history, 12));
    expect(forecastAt(history, 12).reachedBy).toEqual({ units: 19, of: 21 });
  });

  it('needs ten precedents at every gate on the way', () => {
    expect(forecastAt(waits(TENS), 0, 3)).toMatchObject({
      basis: 'not-enough-history',
      precedents: 0,
    });
  });

  it('expects a unit that was slow at its other gates to be slow again, where units differ', () => {
    const pace = (unit: number) => (unit % 2 === 0 ? 1 : 4);
    const rows = Array.from({ length: 60 }, (_, unit) => {
      const [first, second] = [50 * pace(unit) + unit, 60 * pace(unit) + unit];
      const begun = TODAY - 4_000 * DAY;
      const [up, top] = [begun + first * DAY, begun + (first + second) * DAY];
      return [
        [unit, begun, up, 1],
        [unit, up, top, 2],
        [unit, top, FOREVER, 3],
      ] as const;
    }).flat();
    const ladder = ladderOf(columns(rows), TODAY);
    const climber = new Climber(ladder);
    const [fast, slow] = [50, 250].map((took) => {
      const own = columns([
        [0, TODAY - took * DAY, TODAY, 1],
        [0, TODAY, FOREVER, 2],
      ]);
      const presence = presenceOf(ladder, own, TODAY);
      if (!presence) throw new Error('it stands at 2');
      return arrivalsOf(climber, presence, TODAY, 3, chanceOf('test')).days[200] as number;
    }) as [number, number];
    expect(slow).toBeGreaterThan(2 * fast);
  });
});

describe('what is only supposed', () => {
  it('begins on the day on which the unit would be there', () => {
    const history = waits(TENS, [5]);
    const ladder = ladderOf(history, TODAY);
    const climber = new Climber(ladder);
    const own = columns([[0, TODAY - 90 * DAY, FOREVER, 1]]);
    const presence = presenceOf(ladder, own, TODAY);
    if (!presence) throw new Error('it stands at 1');
    const median = (since: number, ordinal: number) => {
      const supposed = supposedAt(presence, { ordinal, since });
      return arrivalsOf(climber, supposed, TODAY, 2, chanceOf('test')).days[200] as number;
    };
    expect(median(TODAY, 1)).toBeCloseTo(100, -1);
    expect(median(TODAY + 40 * DAY, 1)).toBeCloseTo(median(TODAY, 1) + 40, 6);
    expect(median(TODAY + 40 * DAY, 2)).toBe(40);
  });
});

describe('the wait at a stage', () => {
  it('ends with a rise, a fall or the unit; what comes after the day of asking is not seen', () => {
    const own = columns([
      [0, 0, 10 * DAY, 1],
      [0, 10 * DAY, 30 * DAY, 2],
      [0, 30 * DAY, 35 * DAY, 1],
      [0, 50 * DAY, 90 * DAY, 2],
    ]);
    const { spells, present } = climbOf(own, 60 * DAY, 0, own.length);
    expect(spells.map(({ ordinal, days: took, to, again }) => [ordinal, took, to, again])).toEqual([
      [1, 10, 2, false],
      [2, 20, 1, false],
      [1, 5, null, true],
      [2, 10, null, false],
    ]);
    expect(present).toBe(true);
    expect(climbOf(own, 40 * DAY, 0, own.length).present).toBe(false);
  });

  it('is never counted together with the way back after a fall', () => {
    const fallen = columns([
      ...TENS.flatMap((took, unit) => [
        [unit, 0, took * DAY, 1] as const,
        [unit, took * DAY, 1_000 * DAY, 2] as const,
        [unit, 1_000 * DAY, FOREVER, 1] as const,
      ]),
    ]);
    const ladder = ladderOf(fallen, 2_000 * DAY);
    eachPresence(ladder, fallen, 2_000 * DAY, (presence) => {
      expect(presence.again).toBe(true);
      expect(
        forecastOf(new Climber(ladder), presence, 2_000 * DAY, 2, chanceOf('test')),
      ).toMatchObject({ basis: 'not-enough-history', precedents: 0 });
    });
  });
});

describe('survival', () => {
  it('gives each gap between n others, and what lies beyond them, a share of 1 ÷ (n + 1)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 60 }),
        (took) => {
          const curve = curveOf(
            survivalOf(
              1,
              took.map((one) => ({ days: one, to: 2 })),
            ),
          );
          const sorted = took.toSorted((a, b) => a - b);
          sorted.forEach((one, index) => {
            expect(shareLeft(curve, one)).toBeCloseTo(1 - (index + 1) / (took.length + 1), 9);
          });
        },
      ),
    );
  });

  it('never rises, and is found again from what it leaves', () => {
    const wait = fc.record({
      days: fc.integer({ min: 0, max: 900 }),
      to: fc.constantFrom(null, 0, 2, 3),
    });
    fc.assert(
      fc.property(
        fc.array(wait, { maxLength: 900 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (some, share) => {
          const curve = curveOf(survivalOf(1, some));
          curve.share.forEach((left, at) =>
            expect(left).toBeLessThanOrEqual(curve.share[at - 1] ?? 1),
          );
          const when = whenLeft(curve, share);
          if (when && when.days > 0)
            expect(shareLeft(curve, when.days)).toBeLessThanOrEqual(share + 1e-9);
          else if (!when) expect(curve.share.at(-1) ?? 1).toBeGreaterThan(share);
        },
      ),
    );
  });

  it('reads the normal distribution both ways', () => {
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      expect(normalShare(normalQuantile(share))).toBeCloseTo(share, 5);
    }
  });
});

describe('a share of many', () => {
  it('arrives between its first and its last', () => {
    const history = waits(
      TENS,
      Array.from({ length: 40 }, () => 5),
    );
    const ladder = ladderOf(history, TODAY);
    const below: Parameters<typeof shareArrivals>[1][number][] = [];
    eachPresence(ladder, history, TODAY, (presence) => {
      if (presence.ordinal < 2) below.push(presence);
    });
    const [few, half, most] = [4, 20, 36].map((needed) => {
      const asked = { asOf: TODAY, goal: 2, needed };
      return shareArrivals(ladder, below, asked, chanceOf('test')).days[100] as number;
    }) as [number, number, number];
    expect(few).toBeLessThan(half);
    expect(half).toBeLessThan(most);
    expect(half).toBeGreaterThan(60);
    expect(half).toBeLessThan(140);
  });

  it('that is more than all of them never does', () => {
    const ladder = ladderOf(waits(TENS), TODAY);
    const asked = { asOf: TODAY, goal: 2, needed: 1 };
    expect(shareArrivals(ladder, [], asked, chanceOf('test')).days).toHaveLength(0);
  });
});
