import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { biCommand, BiRoleRefused } from '../../apps/launcher/src/bi-command.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
let reader: pg.Client;
const login = `bi_${randomBytes(6).toString('hex')}`;

async function fill(office: Client, unit: string): Promise<void> {
  await office.put(`/units/${unit}`, { name: unit, kind: 'team' });
  const fact = { occurredAt: '2012-03-01', note: `A note of ${unit}` };
  await office.post(`/units/${unit}/milestones`, { milestone: 'listening.started', ...fact });
  const { body } = await office.post(`/units/${unit}/milestones`, {
    ...{ milestone: 'pilots.completed', ...fact },
  });
  const event = body.event.id;
  await office.post(`/units/${unit}/retractions`, { event, reason: 'In error.' });
}

beforeAll(async () => {
  api = await startTestApi({ worker: false });
  await fill(await api.newProgram('bi-ours'), 'our-desk');
  await fill(await api.newProgram('bi-theirs'), 'their-desk');
  const { admin, adminUrl } = api.testDatabase;
  await admin(`CREATE ROLE ${login} LOGIN PASSWORD '${login}'`);
  const owner = new pg.Client({ connectionString: api.testDatabase.url });
  await owner.connect();
  await owner.query("SELECT waymark_bi_admit($1, 'bi-ours')", [login]);
  await owner.end();
  const url = new URL(adminUrl);
  [url.username, url.password] = [login, login];
  reader = new pg.Client({ connectionString: url.href });
  await reader.connect();
}, 120_000);

afterAll(async () => {
  await reader?.end();
  await api?.testDatabase.admin(`DROP OWNED BY ${login}; DROP ROLE ${login}`);
  await api?.stop();
});

const rows = async (sql: string) => (await reader.query(sql)).rows;

describe('a login for reports', () => {
  test('reads its program', async () => {
    expect(await rows('SELECT unit FROM bi.units')).toEqual([{ unit: 'our-desk' }]);
    expect(await rows('SELECT milestone, retracted FROM bi.milestones ORDER BY milestone')).toEqual(
      [
        { milestone: 'listening.started', retracted: false },
        { milestone: 'pilots.completed', retracted: true },
      ],
    );
    const standings = await rows(
      "SELECT stage FROM bi.standings WHERE current AND model = 'lithium'",
    );
    expect(standings).toHaveLength(1);
    expect(await rows('SELECT * FROM bi.targets')).toEqual([]);
    expect(await rows('SELECT * FROM bi.alerts')).toEqual([]);
  });

  test('reads no other, whatever it sets', async () => {
    await reader.query("SET waymark.program = 'bi-theirs'; SET waymark.generation = '7'");
    expect(await rows('SELECT DISTINCT unit FROM bi.milestones')).toEqual([{ unit: 'our-desk' }]);
    await reader.query('BEGIN');
    await reader.query("SET LOCAL waymark.program = 'bi-theirs'");
    expect(await rows('SELECT unit FROM bi.units')).toEqual([{ unit: 'our-desk' }]);
    await reader.query('ROLLBACK');
  });

  test('is not taken in by tables of its own', async () => {
    await reader.query(`
      CREATE TEMP TABLE bi_reader AS SELECT 'bi-theirs' AS program_id, session_user::text AS login;
      CREATE TEMP TABLE unit (unit text, name text, kind text, parent text, tags text[], models text[], retired boolean);
      GRANT SELECT ON bi_reader, unit TO PUBLIC`);
    expect(await rows('SELECT unit FROM bi.units')).toEqual([{ unit: 'our-desk' }]);
    await reader.query('DROP TABLE pg_temp.bi_reader, pg_temp.unit');
  });

  test.each([
    'SELECT * FROM event',
    'SELECT * FROM unit',
    'SELECT * FROM subject_key',
    'SELECT * FROM bi_reader',
    "INSERT INTO bi.units (unit) VALUES ('x')",
    'DELETE FROM bi.standings',
    'CREATE TABLE mine (a text)',
    "SELECT waymark_bi_admit(session_user::text, 'bi-theirs')",
    'SELECT * FROM waymark_programs()',
    'SET ROLE waymark_app',
  ])('is refused %s', async (sql) => {
    await expect(reader.query(sql)).rejects.toThrow(
      /permission denied|cannot (insert into|delete from) view/,
    );
  });

  test('shows no text that people wrote', async () => {
    const all = JSON.stringify(await rows('SELECT * FROM bi.milestones'));
    expect(all).not.toContain('note');
  });
});

describe('npm run bi-role', () => {
  const name = `made_${randomBytes(6).toString('hex')}`;
  const said: string[] = [];
  const run = (...words: readonly string[]) =>
    biCommand(
      words,
      () => Promise.resolve(api.testDatabase.url),
      (line) => said.push(line),
    );
  const addressTold = () => said.findLast((line) => line.startsWith('Login: '))?.slice(7) ?? '';
  const units = async (connectionString: string) => {
    const client = new pg.Client({ connectionString });
    await client.connect();
    try {
      return (await client.query('SELECT unit FROM bi.units')).rows;
    } finally {
      await client.end();
    }
  };

  test('makes a login that reads one program, gives it a new password, and takes it away', async () => {
    await run(name, '--program', 'bi-theirs');
    const first = addressTold();
    expect(new URL(first).username).toBe(name);
    expect(await units(first)).toEqual([{ unit: 'their-desk' }]);
    await expect(run(name, '--program', 'bi-ours')).rejects.toThrow('There is a role');
    await run(name, '--new-password');
    await expect(units(first)).rejects.toThrow('password authentication failed');
    expect(await units(addressTold())).toEqual([{ unit: 'their-desk' }]);
    await run(name, '--remove');
    await expect(units(addressTold())).rejects.toThrow('password authentication failed');
    // the name is free for another program
    await run(name, '--program', 'bi-ours');
    expect(await units(addressTold())).toEqual([{ unit: 'our-desk' }]);
    await run(name, '--remove');
  });

  test.each([
    [['--program', 'bi-ours'], 'npm run bi-role'],
    [['waymark_app', '--remove'], 'cannot be a login'],
    [['never_made', '--remove'], 'is no login for reports'],
    [['never_made', '--program', 'no-such-program'], 'There is no program "no-such-program".'],
  ])('refuses %j', async (words, says) => {
    const refused = run(...words);
    await expect(refused).rejects.toThrow(BiRoleRefused);
    await expect(refused).rejects.toThrow(says);
    expect(await rows("SELECT FROM pg_roles WHERE rolname = 'never_made'")).toEqual([]);
  });
});
