import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  Evaluator,
  foldFacts,
  ladderOf,
  type MilestoneKey,
  type ProgramId,
  type Target,
  type UnitKey,
} from '#lib/domain';
import { builtIns, openCatalogue } from '#lib/catalogue';
import { type Foundation, toTimestamp } from '#lib/platform';
import {
  ForecastProjector,
  forecastHash,
  Forecasts,
  Moments,
  rebuild,
  Rollups,
  TreeProjector,
  wholeOf,
} from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';

const DAY = 86_400_000;
const clock = { time: Date.UTC(2020, 0, 1), now: () => clock.time };

let test: TestDatabase;
let foundation: Foundation;
let records: Records;
let office: Office;
let catalogue: Awaited<ReturnType<typeof openCatalogue>>;
let projector: ForecastProjector;
let tree: TreeProjector;

beforeAll(async () => {
  test = await startTestDatabase();
  foundation = await foundationOn('postgres', test, clock);
  catalogue = await openCatalogue(foundation);
  records = openRecords(foundation, catalogue);
  const { log } = records;
  tree = new TreeProjector(test.database, log, catalogue);
  const moments = new Moments(test.database, log, catalogue, clock);
  projector = new ForecastProjector(new Rollups(moments));
  office = await Office.open(records);
  await office.unit('group', null, '2012-01-01');
  const units = Array.from({ length: 25 }, (_, index) => `unit-${index}`);
  await office.units(units, 'group');
  for (const [index, unit] of units.entries()) {
    const day = new Date(Date.UTC(2012, 0, 1) + (30 + 11 * index) * DAY).toISOString();
    await office.achieve(unit, 'sponsor.approved', day.slice(0, 10));
  }
  await setTarget('unit-3', 'hub', {
    kind: 'milestone',
    milestone: 'hub.launched' as MilestoneKey,
  });
  await setTarget('group', 'backed', {
    kind: 'milestone',
    milestone: 'sponsor.approved' as MilestoneKey,
  });
  await tree.run(office.program);
});

afterAll(async () => {
  await records.close();
  foundation.queue.close();
  await test.close();
});

function setTarget(
  unit: string,
  target: string,
  goal: { kind: 'milestone'; milestone: MilestoneKey },
) {
  const data = { target, goal };
  return office.record({ type: 'target.set', unit: unit as UnitKey, data });
}

const hash = () =>
  test.database.inProgram(office.program, (tx) => forecastHash(tx, office.program));
const outlooks = () =>
  office.rows<{ unit: string; body: { basis: string; precedents: number } | null }>(
    'SELECT unit, body FROM outlook WHERE program_id = $1 ORDER BY unit',
  );

describe('the forecasts that the worker keeps', () => {
  it('are of every line of the models and of every target', async () => {
    const reached = await projector.run(office.program);
    expect(reached.position).toBe(await office.head());
    // stamps rise with every transaction, also while the clock stands
    expect(reached.asOf).toBeGreaterThanOrEqual(clock.time);
    const lines = await office.rows<{ line: string }>(
      'SELECT line FROM ladder WHERE program_id = $1 ORDER BY line',
    );
    const names = lines.map(({ line }) => line);
    expect(names).toContain('stages lithium');
    expect(names.filter((line) => line.startsWith('milestone '))).toEqual([
      'milestone hub.launched',
      'milestone sponsor.approved',
    ]);
    const [group, three] = await outlooks();
    // nobody has launched a hub; of the sponsors there are precedents
    expect(three?.body).toMatchObject({ basis: 'not-enough-history', precedents: 0 });
    expect(group?.body).toMatchObject({ basis: 'history', precedents: 25 });
  });

  it('are what the pure functions of the domain make of the facts', async () => {
    const { asOf } = await projector.run(office.program);
    const events = await test.database.inProgram(office.program, (tx) =>
      records.log.readAfter(tx, office.program, 0, 1_000),
    );
    const { models, dictionary } = builtIns();
    const facts = foldFacts(events);
    const evaluator = new Evaluator(dictionary, facts);
    for (const model of models.filter(({ id }) => id === 'lithium' || id === 'altimeter')) {
      const rows = [...facts.units.keys()]
        .toSorted()
        .flatMap((unit, index) =>
          evaluator.timeline(model, unit).map((segment) => ({ ...segment, unit: index })),
        );
      const stretches = {
        length: rows.length,
        unit: rows.map(({ unit }) => unit),
        from: rows.map(({ from }) => from),
        until: rows.map(({ until }) => until),
        ordinal: rows.map(({ ordinal }) => ordinal ?? 0),
      };
      const [kept] = await office.rows<{ body: unknown }>(
        `SELECT body FROM ladder WHERE program_id = $1 AND line = 'stages ${model.id}'`,
      );
      expect(kept?.body).toEqual(ladderOf(stretches, asOf));
    }
  });

  it('are the same however often they are computed, and after a rebuild', async () => {
    const before = await hash();
    await projector.run(office.program);
    expect(await hash()).toBe(before);
    await rebuild({ database: test.database, log: records.log, catalogue }, office.program);
    await forget(office.program);
    await projector.run(office.program);
    expect(await hash()).toBe(before);
  });

  it('are due again when a day has begun', async () => {
    const before = await hash();
    expect(await projector.isDue(office.program)).toBe(false);
    clock.time += DAY / 2;
    expect(await projector.isDue(office.program)).toBe(false);
    clock.time += DAY / 2;
    expect(await projector.isDue(office.program)).toBe(true);
    await projector.run(office.program);
    expect(await projector.isDue(office.program)).toBe(false);
    expect(await hash()).not.toBe(before);
  });

  it('can be asked for later as they were, whatever was recorded since', async () => {
    const then = await projector.run(office.program);
    const [kept] = await outlooks();
    clock.time += 60_000;
    await office.achieve('unit-24', 'hub.launched', '2014-01-01');
    await tree.run(office.program);
    const rollups = new Rollups(new Moments(test.database, records.log, catalogue, clock));
    const pair = { asOf: then.asOf, knownAt: then.asOf };
    const goal = { kind: 'milestone', milestone: 'sponsor.approved' as MilestoneKey } as const;
    const target = { unit: 'group', target: 'backed', goal } as unknown as Target;
    const asked = await rollups.read(wholeOf(office.program), pair, null, async (reading) => {
      expect(reading.moment.position).toBe(then.position);
      return (await new Forecasts().ofTargets(reading, [target], pair))(target);
    });
    expect(asked).toEqual(kept?.body);
  });

  it('follow the facts, and never go back', async () => {
    await office.achieve('group', 'sponsor.approved', '2013-01-01');
    await tree.run(office.program);
    const reached = await projector.run(office.program);
    expect(reached.position).toBe(await office.head());
    expect((await outlooks())[0]).toEqual({ unit: 'group', body: null });
  });
});

/** As if nothing had been computed. */
async function forget(program: ProgramId): Promise<void> {
  await test.database.inProgram(program, async (tx) => {
    await tx.query('DELETE FROM ladder WHERE program_id = $1', [program]);
    await tx.query('DELETE FROM outlook WHERE program_id = $1', [program]);
    await tx.query(
      `UPDATE checkpoint SET position = 0, looked_at = $2 WHERE program_id = $1 AND projection = 'forecast'`,
      [program, toTimestamp(Number.NEGATIVE_INFINITY)],
    );
  });
}
