import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Access } from '#lib/access';
import { openCatalogue } from '#lib/catalogue';
import type { ProgramId, UnitKey } from '#lib/domain';
import { EventLog } from '#lib/event-log';
import { systemClock } from '#lib/platform';
import {
  Forecasts,
  GoalReadings,
  InlineStandings,
  Moments,
  readModelHash,
  rebuild,
  Rollups,
  SubtreeRoadmapQuery,
  SubtreeRoadmapQueryHandler,
  wholeOf,
} from '#lib/projections';
import { type Demo, ensureDemo, renewDemoKey, type Ground } from '#lib/demo';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';

const DEMO = 'demo' as ProgramId;
const MONTH = 30.44 * 86_400_000;

let test: TestDatabase;
let ground: Ground;
let access: Access;
let interrupted: Demo;
let keysMeanwhile: number;
let demo: Demo;

beforeAll(async () => {
  test = await startTestDatabase();
  ground = groundOf(test);
  access = new Access(test.database, systemClock);
  let sittings = 0;
  interrupted = await ensureDemo(ground, { stopped: () => (sittings += 1) > 40 });
  keysMeanwhile = (await test.admin('SELECT 1 FROM access_key')).length;
  demo = await ensureDemo(ground);
}, 240_000);

afterAll(() => test.close());

function groundOf({ database }: TestDatabase): Ground {
  const environment = { modelsDir: undefined } as Ground['environment'];
  const secrets = { masterKey: Buffer.alloc(32, 7) } as Ground['secrets'];
  return { database, secrets, clock: systemClock, environment };
}

async function openLog() {
  const catalogue = await openCatalogue(ground);
  const inline = new InlineStandings(catalogue);
  const { masterKey } = ground.secrets;
  const log = new EventLog({ database: test.database, clock: systemClock, masterKey, inline });
  inline.reads(log);
  return { log, catalogue };
}

/** Units at each stage of a model; months before now; as known then (true) or today. */
async function distribution(model: string, monthsAgo = 0, knownThen = false) {
  const at = new Date(Date.now() - monthsAgo * MONTH).toISOString();
  const rows = await test.admin<{ ordinal: number; units: number }>(
    `WITH known AS (SELECT coalesce(max(position), 0) AS position FROM event
                     WHERE program_id = 'demo' AND (NOT $3 OR recorded_at <= $2::timestamptz))
     SELECT ordinal, count(*)::int AS units FROM standing, known
      WHERE program_id = 'demo' AND model = $1 AND valid_from <= $2 AND valid_until > $2
        AND known_from <= position AND known_until > position GROUP BY ordinal`,
    [model, at, knownThen],
  );
  return new Map(rows.map(({ ordinal, units }) => [ordinal, units]));
}

const atOrAbove = (stages: ReadonlyMap<number, number>, ordinal: number) =>
  [...stages].reduce((sum, [stage, units]) => sum + (stage >= ordinal ? units : 0), 0);

describe('the demo', () => {
  it('is completed after an interruption, and nobody has a key before', () => {
    expect(interrupted.complete).toBe(false);
    expect(interrupted.events).toBeGreaterThan(0);
    expect(interrupted.events).toBeLessThan(demo.events);
    expect(interrupted.key).toBeUndefined();
    expect(keysMeanwhile).toBe(0);
    expect(demo.complete).toBe(true);
    expect(demo.units).toBeGreaterThanOrEqual(55);
    expect(demo.units).toBeLessThanOrEqual(70);
  });

  it('stands in an unbroken log that nobody recorded in the future', async () => {
    const { log } = await openLog();
    expect(await log.verify(DEMO)).toMatchObject({ ok: true, length: demo.events });
    const [row] = await test.admin<{ late: boolean }>(
      `SELECT max(recorded_at) > now() AS late FROM event WHERE program_id = 'demo'`,
    );
    expect(row?.late).toBe(false);
  });

  it('has a few leaders, many in the middle, and some who have not begun', async () => {
    const lithium = await distribution('lithium');
    expect(new Set(lithium.keys())).toEqual(new Set([1, 2, 3, 4, 5]));
    expect(lithium.get(2)).toBeGreaterThan(8);
    expect(lithium.get(3)).toBeGreaterThan(8);
    expect(atOrAbove(lithium, 4)).toBeGreaterThanOrEqual(4);
    expect(lithium.get(5)).toBeLessThanOrEqual(4);
    const altimeter = await distribution('altimeter');
    expect(altimeter.size).toBeGreaterThanOrEqual(6);
    expect(altimeter.get(0)).toBeGreaterThan(0);
    expect(atOrAbove(altimeter, 5)).toBeGreaterThanOrEqual(3);
    expect(atOrAbove(altimeter, 5)).toBeLessThanOrEqual(12);
    for (const model of ['dachis', 'idc', 'ants-eye-view', 'social-employee-experience']) {
      expect((await distribution(model)).size, model).toBeGreaterThanOrEqual(2);
    }
  });

  it('grows over the years: slowly, then fast, then slowly again', async () => {
    const grown: number[] = [];
    for (const ago of [48, 36, 24, 12, 0]) {
      grown.push(atOrAbove(await distribution('altimeter', ago), 3));
    }
    const [begin = 0, first = 0, second = 0, third = 0, end = 0] = grown;
    expect(begin).toBeLessThanOrEqual(first);
    expect(second - first).toBeGreaterThan(first - begin);
    expect(third - first).toBeGreaterThan(10);
    expect(end - third).toBeLessThan(second - first);
  });

  it('knew less then than is known today of the same day', async () => {
    const then = await distribution('altimeter', 24, true);
    const today = await distribution('altimeter', 24);
    expect(atOrAbove(then, 1)).toBeLessThan(atOrAbove(today, 1));
  });

  it('has a roadmap: done and late, at risk and on track, aims, dates that slipped', async () => {
    const { log, catalogue } = await openLog();
    const rollups = new Rollups(new Moments(test.database, log, catalogue, systemClock));
    const query = new SubtreeRoadmapQuery(wholeOf(DEMO), 'quillhaven' as UnitKey, {
      page: { limit: 500, start: 0 },
    });
    const handler = new SubtreeRoadmapQueryHandler(rollups, new Forecasts(), new GoalReadings());
    const { summary, items } = await handler.execute(query);
    expect(summary.targets).toBeGreaterThanOrEqual(60);
    expect(summary.byStatus.done).toBeGreaterThanOrEqual(15);
    expect(summary.byStatus.late).toBeGreaterThanOrEqual(5);
    expect(summary.byStatus['at-risk']).toBeGreaterThanOrEqual(3);
    expect(summary.byStatus['on-track']).toBeGreaterThanOrEqual(5);
    expect(summary.byStatus.aim).toBeGreaterThanOrEqual(4);
    expect(summary.mostSlipped).toHaveLength(10);
    expect(summary.nextDue).not.toBeNull();
    const shares = items.filter(({ goal }) => goal.kind === 'share');
    expect(shares.every(({ state }) => (state.counts?.counted ?? 0) > 3)).toBe(true);
    expect(
      items.filter(({ owner }) => owner?.email.endsWith('@example.com')).length,
    ).toBeGreaterThan(30);
    expect(
      items.filter(({ goal, state }) => goal.kind === 'stage' && state.steps.length > 0).length,
    ).toBeGreaterThan(3);
  });

  it('leaves read models that a rebuild finds just so', async () => {
    const { log, catalogue } = await openLog();
    const hash = () => test.database.inProgram(DEMO, (tx) => readModelHash(tx, DEMO));
    const before = await hash();
    await rebuild({ database: test.database, log, catalogue }, DEMO);
    expect(await hash()).toEqual(before);
  }, 120_000);

  it('is not loaded again at the second start', async () => {
    const again = await ensureDemo(ground, {
      begins: () => {
        throw new Error('It was loaded again.');
      },
    });
    const { units, events } = demo;
    expect(again).toEqual({ complete: true, units, events });
  });

  it('lets its administrator in, and has a new key when the first is lost', async () => {
    const first = demo.key ?? '';
    expect(await access.authenticate(first)).toMatchObject({ program: 'demo' });
    const second = (await renewDemoKey(ground)) ?? '';
    const fresh = new Access(test.database, systemClock);
    expect(await fresh.authenticate(first)).toBeUndefined();
    expect(await fresh.authenticate(second)).toMatchObject({
      program: 'demo',
      serverAdministrator: false,
    });
  });

  it('leaves a program alone that somebody else made under its name', async () => {
    const other = await startTestDatabase();
    await new Access(other.database, systemClock).createProgram(DEMO);
    await expect(ensureDemo(groundOf(other))).rejects.toMatchObject({ code: 'demo-program-taken' });
    expect(await other.admin('SELECT 1 FROM event')).toEqual([]);
    expect(await renewDemoKey(groundOf(other))).toBeUndefined();
    await other.close();
  });
});
