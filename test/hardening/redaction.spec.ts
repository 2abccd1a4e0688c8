import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLogger, Database, loadEnvironment } from '#lib/platform';
import { ADMIN_KEY, startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { RawConnection } from './socket.js';

/** What a person or a program could let slip anywhere; each is looked for afterwards. */
const KEY = 'wmk_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLM';
const CALENDAR = 'wmc_ABCDEFGHIJKLM0123456789abcdefghijklmnopqrstuvwxyz';
const SESSION = `default.${'Qx7-_'.repeat(8)}end`;
const PASSWORD = 'correct-horse-battery-staple';

let api: TestApi;
const written: string[] = [];
const problems: string[] = [];
let key: string;

beforeAll(async () => {
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
  }
  api = await startTestApi({ log: written, variables: { WAYMARK_LOG_LEVEL: 'trace' } });
  key = (await api.admin.post('/keys', { name: 'k', role: 'executive' })).body.key;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await api.stop();
});

/** Asks, keeps what a refusal says, and passes over what is no HTTP. */
async function ask(path: string, init: RequestInit = {}): Promise<number> {
  const response = await fetch(`${api.url}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  if (response.status >= 400) problems.push(text, JSON.stringify([...response.headers]));
  return response.status;
}

describe('no log line and no refusal holds a secret', () => {
  test('of a header, whether it is known or not', async () => {
    const basic = Buffer.from(`x:${KEY}`).toString('base64');
    for (const headers of [
      { authorization: `Bearer ${KEY}` },
      { authorization: `Bearer ${key}` },
      { authorization: `Basic ${basic}` },
      { authorization: KEY },
      { cookie: `__Host-waymark=${SESSION}; other=${KEY}` },
      { 'x-api-key': KEY, 'idempotency-key': KEY },
      { authorization: `Bearer ${ADMIN_KEY}`, 'if-match': KEY },
    ] as readonly Record<string, string>[]) {
      await ask('/api/v1/units', { headers });
      await ask('/api/v1/units/none', { headers });
      await ask('/queues', { headers });
    }
  });

  test('of an address', async () => {
    for (const path of [
      `/api/v1/units?key=${KEY}&q=x`,
      `/api/v1/units?access_token=${SESSION}`,
      `/api/v1/units?limit=${KEY}`,
      `/api/v1/calendars/${CALENDAR}.ics`,
      `/api/v1/calendars/${CALENDAR}`,
      `/sign-in/link/${SESSION}`,
      `/sign-in/none/callback?code=${KEY}&state=${SESSION}`,
      `/%ff/${KEY}`,
    ]) {
      await ask(path, { headers: { authorization: `Bearer ${ADMIN_KEY}` } });
    }
    const connection = await RawConnection.to(api.url);
    connection.write(
      `GET http://me:${PASSWORD}@x/api/v1/units HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`,
    );
    problems.push(await connection.said());
  });

  test('of a body, refused or broken', async () => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
    for (const body of [
      JSON.stringify({ name: 'k', role: 'executive', key: KEY, password: PASSWORD }),
      JSON.stringify({ mail: 'a@example.com', password: PASSWORD }),
      `{"password":"${PASSWORD}`,
      JSON.stringify([PASSWORD]),
    ]) {
      for (const path of ['/api/v1/keys', '/api/v1/session', '/api/v1/units/u/milestones']) {
        await ask(path, { method: 'POST', headers, body });
      }
    }
  });

  test('of the configuration, when the database or Redis cannot be reached', async () => {
    const url = `postgres://waymark:${PASSWORD}@127.0.0.1:1/waymark`;
    const environment = loadEnvironment({ DATABASE_URL: url, WAYMARK_LOG_LEVEL: 'trace' });
    const logger = createLogger('api', environment, { write: (line) => void written.push(line) });
    const database = new Database(url);
    const error = await database.ping().catch((thrown: unknown) => thrown);
    logger.warn({ err: error, databaseUrl: url, at: { url } }, `could not reach ${url}`);
    await database.close();
    expect(error).toBeInstanceOf(Error);
    expect(JSON.stringify(problems)).not.toContain(PASSWORD);
  });

  test('of a fault of ours, which answers nothing of its cause', async () => {
    await api.testDatabase.admin('ALTER TABLE unit RENAME TO unit_away');
    const headers = { authorization: `Bearer ${ADMIN_KEY}` };
    const response = await fetch(`${api.url}/api/v1/units?q=${KEY}`, { headers });
    const told = await response.text();
    await api.testDatabase.admin('ALTER TABLE unit_away RENAME TO unit');
    expect(response.status).toBe(500);
    expect(told).not.toMatch(/unit_away|relation|SELECT|at .*\.ts/);
    problems.push(told);
  });

  test('in all of that', () => {
    const log = written.join('\n');
    expect(log).toContain('/api/v1/calendars/[redacted]');
    expect(written.length).toBeGreaterThan(60);
    const secrets = [KEY, key, ADMIN_KEY, CALENDAR, SESSION.split('.')[1] as string, PASSWORD];
    for (const secret of [...secrets, Buffer.from(`x:${KEY}`).toString('base64')]) {
      const lines = [...written, ...problems].filter((line) => line.includes(secret));
      expect(lines).toEqual([]);
    }
  });
});
