import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AdviceProjector,
  adviceHash,
  type BestMove,
  BestMovesQuery,
  BestMovesQueryHandler,
  BlockersQuery,
  BlockersQueryHandler,
  GapReader,
  rebuildAdvice,
} from '#lib/advice';
import { openCatalogue } from '#lib/catalogue';
import type { UnitKey } from '#lib/domain';
import type { Foundation } from '#lib/platform';
import { Moments, Rollups, TreeProjector, wholeOf } from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';

const HISTORIES = Number(process.env.ADVICE_HISTORIES ?? 15);
const DAY = 86_400_000;
const UNITS = ['acme', 'europe', 'care', 'desk', 'sales'] as const;
const MILESTONES = [
  'sponsor.approved',
  'hub.launched',
  'coe.formed',
  'crm.integrated',
  'readiness.audited',
  'listening.started',
  'pilots.completed',
  'governance.established',
] as const;

const step = fc.record({
  act: fc.constantFrom('achieve', 'achieve', 'achieve', 'lapse', 'move', 'waive', 'follow'),
  unit: fc.constantFrom(...UNITS),
  milestone: fc.constantFrom(...MILESTONES),
  daysOn: fc.integer({ min: 0, max: 120 }),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

describe('what holds a subtree back', () => {
  let test: TestDatabase;
  let foundation: Foundation;
  let records: Records;
  const clock = { at: Date.parse('2013-01-01'), now: () => clock.at };

  beforeAll(async () => {
    test = await startTestDatabase();
    foundation = await foundationOn('postgres', test, clock);
    records = openRecords(foundation, await openCatalogue(foundation));
    await records.wakeups.close();
  });
  afterAll(async () => {
    await records.log.close();
    foundation.queue.close();
    await test.close();
  });

  const parts = () => {
    const { log, catalogue } = records;
    return { database: foundation.database, log, catalogue, clock };
  };
  const reader = () => {
    const { database, log, catalogue } = parts();
    return new GapReader(new Rollups(new Moments(database, log, catalogue as never, clock)));
  };
  async function follow(office: Office): Promise<void> {
    const { database, log, catalogue } = parts();
    await new TreeProjector(database, log, catalogue).run(office.program);
    await new AdviceProjector(parts()).run(office.program);
  }
  async function acme(): Promise<Office> {
    clock.at = Date.parse('2013-01-01');
    const office = await Office.open(records);
    await office.unit('acme', null, '2010-01-01');
    for (const unit of ['europe', 'sales']) await office.unit(unit, 'acme', '2010-01-01');
    for (const unit of ['care', 'desk']) await office.unit(unit, 'europe', '2010-01-01');
    return office;
  }

  it('names what most units miss, and what would do alone', async () => {
    const office = await acme();
    await follow(office);
    const gaps = reader();
    const blockers = new BlockersQueryHandler(gaps);
    const asked = { model: 'lithium' as never };
    const { program } = office;
    const answer = await blockers.execute(
      new BlockersQuery(wholeOf(program), 'acme' as UnitKey, asked, 10),
    );
    expect(answer).toMatchObject({ below: 5, units: 5, heldBack: 5 });
    expect(answer.items[0]).toMatchObject({
      milestone: 'sponsor.approved',
      units: 5,
      alone: 5,
      keyMove: true,
      models: [{ inherited: true, from: [{ stage: { ordinal: 1 }, units: 5 }] }],
    });
    const europe = new BlockersQuery(wholeOf(program), 'europe' as UnitKey, asked, 10);
    expect(await blockers.execute(europe)).toMatchObject({ units: 3 });
    await office.achieve('care', 'sponsor.approved', '2012-01-01');
    expect((await blockers.execute(europe)).position).toBe((await office.head()) - 1);
    await follow(office);
    const later = await blockers.execute(europe);
    expect(later.position).toBe(await office.head());
    expect(later.items.find(({ keyMove }) => keyMove)).toMatchObject({
      milestone: 'sponsor.approved',
      units: 2,
    });
  });

  it('gives moves that do what they promise once they are recorded', async () => {
    const office = await acme();
    await office.achieve('care', 'hub.launched', '2012-01-01');
    await follow(office);
    const moves = new BestMovesQueryHandler(reader());
    const { program } = office;
    const ask = () =>
      moves.execute(new BestMovesQuery(wholeOf(program), 'acme' as UnitKey, {}, 500));
    const won = (await ask()).items.filter(({ advances }) => advances > 0);
    expect(won.map(({ at }) => at)).toContain('acme');
    const [first] = won as [BestMove];
    expect(first).toMatchObject({ milestone: 'sponsor.approved', at: 'acme', acts: 1, units: 5 });
    expect(first.why[0]).toContain('Achieved once at acme');
    const stages = () =>
      office.rows<{ unit: string; model: string; ordinal: number }>(
        `SELECT unit, model, ordinal FROM standing WHERE program_id = $1
            AND known_until = 9007199254740991 AND valid_from <= '2013-01-01'
            AND valid_until > '2013-01-01' AND ordinal IS NOT NULL ORDER BY unit, model`,
      );
    const before = await stages();
    await office.achieve('acme', first.milestone, '2013-01-01T00:00:00Z');
    await follow(office);
    const after = await stages();
    const risen = after.filter(({ ordinal }, index) => ordinal > (before[index]?.ordinal ?? 0));
    expect(risen).toHaveLength(first.advances);
    const { items } = await ask();
    expect(items.map(({ milestone }) => milestone)).not.toContain(first.milestone);
  });

  it('is the same in memory, evaluated at once and after a rebuild, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        const office = await acme();
        const gaps = reader();
        const blockers = new BlockersQueryHandler(gaps);
        const moves = new BestMovesQueryHandler(gaps);
        const { program } = office;
        for (const taken of steps) {
          clock.at += taken.daysOn * DAY;
          await take(office, taken);
          await follow(office);
          for (const unit of ['acme', 'europe'] as UnitKey[]) {
            const held = await blockers.execute(new BlockersQuery(wholeOf(program), unit, {}, 500));
            const { asOf, knownAt } = held;
            const pair = { asOf, knownAt };
            expect(held.position).toBe(await office.head());
            expect(
              await blockers.execute(new BlockersQuery(wholeOf(program), unit, pair, 500)),
            ).toEqual(held);
            const best = await moves.execute(new BestMovesQuery(wholeOf(program), unit, {}, 500));
            expect(
              await moves.execute(new BestMovesQuery(wholeOf(program), unit, pair, 500)),
            ).toEqual(best);
          }
        }
        const hash = () => foundation.database.inProgram(program, (tx) => adviceHash(tx, program));
        const before = await hash();
        await rebuildAdvice(parts(), program);
        expect(await hash()).toBe(before);
        const [kept, anew] = [gaps, reader()].map((one) =>
          new BlockersQueryHandler(one).execute(
            new BlockersQuery(wholeOf(program), 'acme' as UnitKey, {}, 500),
          ),
        );
        expect(await kept).toEqual(await anew);
      }),
      { numRuns: HISTORIES, seed: 2013 },
    );
  }, 600_000);

  it('of many units at another time is refused with what to do', async () => {
    const office = await acme();
    const many = Array.from({ length: 1_999 }, (_, index) => `team-${index}`);
    await office.units(many, 'sales');
    await follow(office);
    const blockers = new BlockersQueryHandler(reader());
    const then = { asOf: Date.parse('2012-01-01') };
    const ask = (unit: string) =>
      blockers.execute(new BlockersQuery(wholeOf(office.program), unit as UnitKey, then, 10));
    await expect(ask('acme')).rejects.toMatchObject({ code: 'too-much-asked' });
    expect(await ask('europe')).toMatchObject({ units: 3 });
  }, 120_000);
});

async function take(office: Office, { act, unit, milestone }: Step): Promise<void> {
  const about = { unit: unit as UnitKey };
  switch (act) {
    case 'achieve':
      await office.achieve(unit, milestone);
      return;
    case 'lapse':
      await office.lapse(unit, milestone);
      return;
    case 'waive': {
      const data = { milestone: milestone as never, reason: 'decided' };
      await office.record({ ...about, type: 'milestone.waived', data });
      return;
    }
    case 'move': {
      const parent = (unit === 'sales' ? 'europe' : 'acme') as UnitKey;
      if (unit === 'acme') return;
      await office.record({ ...about, type: 'unit.moved', data: { parent } });
      return;
    }
    case 'follow': {
      const models = ['lithium', 'quintarelli'] as never;
      await office.record({ ...about, type: 'unit.changed', data: { models } });
    }
  }
}
