import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AdviceProjector, adviceHash, rebuildAdvice } from '#lib/advice';
import { openCatalogue } from '#lib/catalogue';
import type { EventDraft } from '#lib/event-log';
import type { EventId } from '#lib/domain';
import type { Foundation } from '#lib/platform';
import { TreeProjector } from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { rebuildAll } from '../../../apps/worker/src/rebuild-all.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';

const HISTORIES = Number(process.env.ADVICE_HISTORIES ?? 25);
const DAY = 86_400_000;
const BEGIN = Date.parse('2012-01-01');

const UNITS = ['acme', 'europe', 'care', 'desk', 'sales'] as const;
const MILESTONES = [
  'sponsor.approved',
  'hub.launched',
  'coe.formed',
  'operations.delegated',
  'crm.integrated',
  'readiness.audited',
  'business-value.reported',
  'listening.started',
  'pilots.completed',
] as const;

const step = fc.record({
  act: fc.constantFrom(
    'achieve',
    'achieve',
    'achieve',
    'lapse',
    'waive',
    'retract',
    'move',
    'retire',
    'follow',
  ),
  unit: fc.constantFrom(...UNITS),
  other: fc.constantFrom(...UNITS),
  milestone: fc.constantFrom(...MILESTONES),
  daysBack: fc.integer({ min: 0, max: 500 }),
  daysOn: fc.integer({ min: 0, max: 60 }),
  run: fc.boolean(),
});
interface Made {
  readonly event: EventId;
  readonly unit: string;
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const history = fc.record({
  steps: fc.array(step, { minLength: 4, maxLength: 24 }),
  farBehind: fc.constantFrom(2, undefined),
});

describe('the advice of a program', () => {
  let test: TestDatabase;
  let foundation: Foundation;
  let records: Records;
  const clock = { at: BEGIN, now: () => clock.at };
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

  it('is the same however its events and instants came, and after a rebuild', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ steps, farBehind }) => {
        clock.at = BEGIN;
        const office = await Office.open(records);
        const { database } = foundation;
        const { log, catalogue } = records;
        const parts = { database, log, catalogue, clock, farBehind };
        const follow = async () => {
          await new TreeProjector(database, log, catalogue).run(office.program);
          await new AdviceProjector(parts).run(office.program);
        };
        await office.unit('acme', null, '2010-01-01');
        for (const unit of ['europe', 'sales']) await office.unit(unit, 'acme', '2010-01-01');
        for (const unit of ['care', 'desk']) await office.unit(unit, 'europe', '2010-01-01');
        // what units above are told depends on those below from the first step on
        await office.achieve('acme', 'sponsor.approved', '2010-02-01');
        await office.achieve('acme', 'coe.formed', '2010-03-01');
        await office.achieve('europe', 'coe.formed', '2010-03-01');
        const made: Made[] = [];
        const parents = new Map<string, string | null>([
          ['acme', null],
          ['europe', 'acme'],
          ['sales', 'acme'],
          ['care', 'europe'],
          ['desk', 'europe'],
        ]);
        for (const taken of steps) {
          clock.at += taken.daysOn * DAY;
          const draft = draftOf(taken, made, parents, clock.at);
          if (draft) {
            const id = await office.record(draft);
            if (draft.type.startsWith('milestone.')) made.push({ event: id, unit: taken.unit });
          }
          if (taken.run) await follow();
        }
        await follow();
        const hash = () =>
          database.inProgram(office.program, (tx) => adviceHash(tx, office.program));
        const before = await hash();
        await rebuildAdvice(parts, office.program);
        expect(await hash()).toBe(before);
      }),
      { numRuns: HISTORIES, seed: 2012 },
    );
  }, 600_000);

  it('is shown as it was until all of it is there again', async () => {
    const office = await Office.open(records);
    await office.unit('acme', null, '2010-01-01');
    await office.units(
      Array.from({ length: 120 }, (_, at) => `team-${at}`),
      'acme',
    );
    await office.achieve('acme', 'sponsor.approved', '2011-01-01');
    const { database } = foundation;
    const { log, catalogue } = records;
    const parts = { database, log, catalogue, clock };
    await new TreeProjector(database, log, catalogue).run(office.program);
    await new AdviceProjector(parts).run(office.program);
    const shown = () =>
      office.rows('SELECT * FROM recommendation WHERE program_id = $1 ORDER BY id');
    const before = await shown();
    expect(before.length).toBeGreaterThan(100);
    const seen: Promise<unknown[]>[] = [];
    await rebuildAdvice(parts, office.program, () => void seen.push(shown()));
    expect(seen.length).toBeGreaterThan(1);
    for (const then of await Promise.all(seen)) expect(then).toEqual(before);
    expect(await shown()).toEqual(before);
  });

  it('and every other read model is the same after npm run rebuild', async () => {
    const office = await Office.open(records);
    await office.unit('acme', null, '2010-01-01');
    await office.unit('care', 'acme', '2010-01-01');
    await office.achieve('acme', 'sponsor.approved', '2011-01-01');
    const said: { program: string; before: string; after: string }[] = [];
    const { database } = foundation;
    await rebuildAll({ database, clock, records }, (rebuilt) => void said.push(rebuilt));
    expect(said.map(({ program }) => program)).toContain(office.program);
    for (const { before, after } of said) expect(after).toBe(before);
  });
});

function draftOf(
  { act, unit, other, milestone, daysBack }: Step,
  made: readonly Made[],
  parents: Map<string, string | null>,
  now: number,
): EventDraft | undefined {
  const occurredAt = new Date(now - daysBack * DAY).toISOString();
  const about = { unit, occurredAt } as unknown as { unit: never; occurredAt: string };
  switch (act) {
    case 'achieve':
      return { ...about, type: 'milestone.achieved', data: { milestone: milestone as never } };
    case 'lapse':
      return { ...about, type: 'milestone.lapsed', data: { milestone: milestone as never } };
    case 'waive': {
      const expiresOn = new Date(now + daysBack * DAY).toISOString().slice(0, 10);
      const data = { milestone: milestone as never, reason: 'decided', expiresOn };
      return { ...about, type: 'milestone.waived', data };
    }
    case 'retract': {
      const named = made[daysBack % Math.max(1, made.length)];
      return (
        named && {
          unit: named.unit as never,
          type: 'event.retracted',
          data: { event: named.event, reason: 'wrong' },
        }
      );
    }
    case 'move': {
      for (let above: string | null = other; above !== null; above = parents.get(above) ?? null) {
        if (above === unit) return undefined;
      }
      parents.set(unit, other);
      return {
        ...about,
        occurredAt: undefined,
        type: 'unit.moved',
        data: { parent: other as never },
      };
    }
    case 'retire':
      return [...parents.values()].includes(unit)
        ? undefined
        : { ...about, type: 'unit.retired', data: {} };
    case 'follow':
      return {
        ...about,
        type: 'unit.changed',
        data: { models: ['lithium', 'quintarelli'] as never },
      };
  }
}
