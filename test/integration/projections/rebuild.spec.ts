import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '#lib/catalogue';
import type { ModelId, ProgramId, UnitKey } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Foundation } from '#lib/platform';
import { readModelHash, rebuild, RebuildUnderWay, TreeProjector } from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { foundationOn, Office } from '../../support/office.js';

const UNITS = 400;
const MILESTONES = ['sponsor.approved', 'hub.launched', 'coe.formed', 'crm.integrated'];

describe('a rebuild', () => {
  let test: TestDatabase;
  let foundation: Foundation;
  let records: Records;
  beforeAll(async () => {
    test = await startTestDatabase();
    foundation = await foundationOn('postgres', test);
    records = openRecords(foundation, await openCatalogue(foundation));
    await records.wakeups.close();
  });
  afterAll(async () => {
    await records.log.close();
    foundation.queue.close();
    await test.close();
  });

  const parts = () => ({
    database: foundation.database,
    log: records.log,
    catalogue: records.catalogue,
  });
  const hash = (program: ProgramId) =>
    foundation.database.inProgram(program, (tx) => readModelHash(tx, program));
  const follow = (program: ProgramId) =>
    new TreeProjector(foundation.database, records.log, records.catalogue).run(program);
  /** Rows of every generation, by it; past row-level security. */
  const generations = async (program: ProgramId) => {
    const rows = await test.admin<{ generation: number }>(
      `SELECT DISTINCT generation FROM (
         SELECT program_id, generation FROM unit UNION SELECT program_id, generation FROM unit_state
         UNION SELECT program_id, generation FROM standing) AS kept WHERE program_id = $1 ORDER BY 1`,
      [program],
    );
    return rows.map(({ generation }) => generation);
  };

  async function organisation(units = UNITS): Promise<Office> {
    const office = await Office.open(records);
    await office.record({
      type: 'program.changed',
      unit: null,
      data: { models: ['lithium', 'altimeter'] as ModelId[] },
    });
    await office.unit('acme', null, '2010-01-01');
    await office.unit('other', null, '2010-01-01');
    const keys = Array.from({ length: units - 2 }, (_, at) => `team-${at}`);
    await office.units(keys, 'acme');
    await office.recordAll(
      keys.flatMap((unit, at) =>
        MILESTONES.slice(0, at % 5).map((milestone) => achieved(unit, milestone, at)),
      ),
    );
    await office.achieve('acme', 'sponsor.approved', '2011-01-01');
    await follow(office.program);
    return office;
  }

  it('lets appends and reads go on, misses nothing, and says the same as one that had the log to itself', async () => {
    const office = await organisation();
    const { program } = office;
    const inForce = { at: 'before' };
    let appended = 0;
    let read = 0;
    let registered = UNITS;
    const during = { appended: 0, read: 0 };
    const working = { on: true };
    const writer = async () => {
      for (let at = 0; working.on; at++) {
        // registered before or in this run; every kind of fact that reaches from afar among them
        if (at % 7 === 0) {
          await office.unit(`late-${at}`, at % 2 === 0 ? 'acme' : 'other', '2012-01-01');
          registered += 1;
        } else if (at % 11 === 0) await office.record(moved(`team-${at}`, 'other'));
        else if (at % 13 === 0) await office.achieve('acme', MILESTONES[at % 4] as string);
        else {
          const id = await office.record(achieved(`team-${at % 398}`, 'listening.started', at));
          if (at % 5 === 0) await office.record(retracted(`team-${at % 398}`, id));
        }
        appended += 1;
      }
    };
    const projector = async () => {
      while (working.on) {
        await follow(program);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    const reader = async () => {
      while (working.on) {
        const atLeast = registered;
        const [row] = await office.rows<{ units: number; placed: number }>(
          `SELECT (SELECT count(*) FROM unit WHERE program_id = $1) AS units,
                  (SELECT count(DISTINCT unit) FROM standing
                    WHERE program_id = $1 AND model = 'lithium'
                      AND known_until = 9007199254740991) AS placed`,
        );
        // never less than was there when the question was asked
        expect(row?.units, inForce.at).toBeGreaterThanOrEqual(atLeast);
        expect(row?.placed, inForce.at).toBeGreaterThanOrEqual(atLeast);
        read += 1;
      }
    };
    const others = Promise.all([writer(), projector(), reader()]);
    others.catch(() => undefined);
    for (const round of [2, 3]) {
      const before = { appended, read };
      inForce.at = `generation ${round} in the making`;
      await rebuild(parts(), program);
      during.appended += appended - before.appended;
      during.read += read - before.read;
    }
    working.on = false;
    await others;
    expect(during.appended).toBeGreaterThan(20);
    expect(during.read).toBeGreaterThan(20);
    expect(await generations(program)).toEqual([3]);
    await follow(program);
    const found = await hash(program);
    await rebuild(parts(), program, { appendsWait: true });
    expect(await hash(program)).toBe(found);
    expect(await generations(program)).toEqual([4]);
  }, 300_000);

  it('that dies in the middle changes nothing, and the next one clears what it left', async () => {
    const office = await organisation(250);
    const { program } = office;
    const before = await hash(program);
    const killed = rebuild(parts(), program, {
      onProgress: () => {
        throw new Error('Killed.');
      },
    });
    await expect(killed).rejects.toThrow('Killed.');
    expect(await generations(program)).toEqual([1, 2]);
    expect(await hash(program)).toBe(before);
    await office.achieve('team-7', 'hub.launched', '2012-01-01');
    await follow(program);
    const then = await hash(program);
    await rebuild(parts(), program);
    expect(await generations(program)).toEqual([2]);
    expect(await hash(program)).toBe(then);
  });

  it('of a program that is being rebuilt is refused', async () => {
    const { program } = await organisation(10);
    const both = await Promise.allSettled([rebuild(parts(), program), rebuild(parts(), program)]);
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toEqual([expect.any(RebuildUnderWay)]);
    await rebuild(parts(), program);
  });
});

function achieved(unit: string, milestone: string, day: number): EventDraft {
  const occurredAt = new Date(Date.UTC(2011, 0, 1 + (day % 300))).toISOString();
  return {
    type: 'milestone.achieved',
    unit: unit as UnitKey,
    occurredAt,
    data: { milestone },
  } as EventDraft;
}

function moved(unit: string, parent: string): EventDraft {
  return { type: 'unit.moved', unit, occurredAt: '2012-03-01', data: { parent } } as EventDraft;
}

function retracted(unit: string, event: string): EventDraft {
  return { type: 'event.retracted', unit, data: { event, reason: 'wrong' } } as EventDraft;
}
