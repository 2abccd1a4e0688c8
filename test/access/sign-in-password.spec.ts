import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { Browser } from './support/browser.js';
import {
  account,
  PASSWORD,
  person,
  problemOf,
  recoveryOf,
  withPassword,
} from './support/office.js';

const MINUTE = 60_000;
const clock = { at: Date.parse('2030-01-01T12:00:00Z'), now: () => clock.at };
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false, clock });
});
afterAll(() => api.stop());

const url = (path: string) => `${api.url}/api/v1${path}`;
const who = (browser: Browser) => browser.call('GET', url('/session'));
const notes = (action: string) =>
  api.testDatabase.admin<{ outcome: string; about: Record<string, unknown> }>(
    'SELECT outcome, about FROM audit_entry WHERE action = $1 ORDER BY at, position',
    [action],
  );

describe('an address and a password', () => {
  test('sign in, to the program they are asked for', async () => {
    const { id } = await account(api.admin, 'ada@contoso.example', 'executive');
    const browser = new Browser();
    const answer = await withPassword(browser, api.url, { email: 'ADA@contoso.example '.trim() });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      id,
      program: 'default',
      permissions: ['catalogue', 'read', 'comment'],
      signedIn: { method: 'password', password: true, codes: false },
    });
    expect(answer.body).toEqual((await who(browser)).body);
    expect((await browser.call('GET', url('/units'))).status).toBe(200);
    const elsewhere = await withPassword(new Browser(), api.url, {
      email: 'ada@contoso.example',
      program: 'nowhere',
    });
    expect(elsewhere.status).toBe(401);
  });

  test('are answered alike when either is wrong, in what is said and in how long it takes', async () => {
    await account(api.admin, 'bea@contoso.example');
    await person(api.admin, 'without@contoso.example');
    const took: Record<string, number[]> = {};
    const bodies = new Set<string>();
    for (let round = 0; round < 4; round++) {
      for (const [email, program] of [
        ['bea@contoso.example', 'default'],
        ['nobody@contoso.example', 'default'],
        ['without@contoso.example', 'default'],
        ['bea@contoso.example', 'no-program'],
      ] as const) {
        const began = performance.now();
        const answer = await withPassword(new Browser(), api.url, {
          email,
          program,
          password: 'wrong',
        });
        (took[`${email} ${program}`] ??= []).push(performance.now() - began);
        expect(answer.status).toBe(401);
        bodies.add(JSON.stringify(answer.body));
      }
      clock.at += 61 * MINUTE;
    }
    expect(bodies.size).toBe(1);
    const fastest = Object.values(took).map((all) => Math.min(...all));
    // to hash a password takes tens of milliseconds, and each of them has to
    expect(Math.min(...fastest)).toBeGreaterThan(Math.max(...fastest) / 3);
    const failed = await notes('sign-in.failed');
    expect(failed.length).toBeGreaterThanOrEqual(16);
    expect(JSON.stringify(failed)).not.toContain('contoso.example');
  });

  test('are kept so that the database tells neither', async () => {
    await account(api.admin, 'kept@contoso.example');
    const rows = await api.testDatabase.admin(
      'SELECT person::text AS a FROM person UNION ALL SELECT session::text FROM session UNION ALL SELECT sign_in_attempt::text FROM sign_in_attempt',
    );
    const text = JSON.stringify(rows);
    expect(text).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    for (const word of [PASSWORD, 'kept@', 'contoso.example']) expect(text).not.toContain(word);
  });

  test('that fail too often have to wait, in every process, and then longer', async () => {
    await account(api.admin, 'target@contoso.example');
    const attempt = (password: string, email = 'target@contoso.example') =>
      withPassword(new Browser(), api.url, { email, password });
    const first = await Promise.all(Array.from({ length: 12 }, () => attempt('wrong')));
    const statuses = first.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    const refused = await attempt(PASSWORD);
    expect([refused.status, problemOf(refused)]).toEqual([429, 'too-many-attempts']);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    // an account that is not there has to wait as well
    const unknown = await Promise.all(
      Array.from({ length: 6 }, () => attempt('wrong', 'not-there@contoso.example')),
    );
    expect(unknown.filter(({ status }) => status === 429)).toHaveLength(1);
    clock.at += wait * 1000;
    expect((await attempt('wrong')).status).toBe(401);
    const longer = Number((await attempt('wrong')).headers.get('retry-after'));
    expect(longer).toBeGreaterThan(wait);
    clock.at += longer * 1000;
    expect((await attempt(PASSWORD)).status).toBe(201);
    expect((await attempt('wrong')).status).toBe(401);
    clock.at += 61 * MINUTE;
  });

  test('from one network address wait together, whatever account they try', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 32; count++) {
      const email = `guess-${count}@contoso.example`;
      const { status } = await withPassword(new Browser(), api.url, { email, password: 'wrong' });
      statuses.push(status);
    }
    expect(statuses.slice(0, 30)).not.toContain(429);
    expect(statuses[31]).toBe(429);
    clock.at += 61 * MINUTE;
  });
});

describe('a new password', () => {
  test.each([
    ['short', 'fewer'],
    ['x'.repeat(129), 'more than'],
    ['aaaaaabbbbbb', 'repeats'],
    ['abcdefghijklmnop', 'run'],
    ['qwertyuiop123', 'tried first'],
    ['Password2030!!', 'tried first'],
    ['zoe.tester@contoso.example', 'hardly more'],
    ['Waymark-Zoe-1', 'hardly more'],
  ])('is refused when it would be guessed: %s', async (password, why) => {
    const made = await api.admin.get('/people?email=zoe.tester%40contoso.example');
    const id = made.body.items[0]?.id ?? (await person(api.admin, 'zoe.tester@contoso.example')).id;
    const token = await recoveryOf(api.admin, id);
    const answer = await new Browser().call('POST', url('/sign-in/link'), { token, password });
    expect([answer.status, problemOf(answer)]).toEqual([422, 'password-refused']);
    expect(answer.body.detail).toContain(why);
    expect(answer.body.errors[0].pointer).toBe('/password');
  });

  test('may be of any letters, and is the same however they are composed', async () => {
    const { id } = await person(api.admin, 'zoe2@contoso.example');
    const token = await recoveryOf(api.admin, id);
    const composed = 'Übermäßig großer Käse ☃';
    await new Browser().call('POST', url('/sign-in/link'), { token, password: composed });
    const answer = await withPassword(new Browser(), api.url, {
      email: 'zoe2@contoso.example',
      password: composed.normalize('NFD'),
    });
    expect(answer.status).toBe(201);
  });

  test('is set by who knows the present one; every other session ends', async () => {
    const { browser } = await account(api.admin, 'carla@contoso.example');
    const other = new Browser();
    await withPassword(other, api.url, { email: 'carla@contoso.example' });
    const before = browser.cookie(api.url, '__Host-waymark');
    const change = (current: string) =>
      browser.call('PUT', url('/session/password'), {
        current,
        password: 'another horse, stapled',
      });
    const wrong = await change('wrong');
    expect([wrong.status, problemOf(wrong)]).toEqual([422, 'not-the-owner']);
    expect((await change(PASSWORD)).status).toBe(200);
    expect(browser.cookie(api.url, '__Host-waymark')).not.toBe(before);
    expect((await who(browser)).status).toBe(200);
    expect((await who(other)).status).toBe(401);
    const old = await withPassword(new Browser(), api.url, { email: 'carla@contoso.example' });
    expect(old.status).toBe(401);
  });
});

describe('one-time codes', () => {
  const codeOf = (secret: string, at = clock.at) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

  async function begin(browser: Browser): Promise<string> {
    const pending = await browser.call('POST', url('/session/totp'), { current: PASSWORD });
    expect(pending.status, JSON.stringify(pending.body)).toBe(200);
    expect(pending.body.address).toMatch(/^otpauth:\/\/totp\/Waymark:/);
    const confirmed = await browser.call('POST', url('/session/totp/confirmation'), {
      pending: pending.body.pending,
      code: codeOf(pending.body.secret),
    });
    expect(confirmed.status, JSON.stringify(confirmed.body)).toBe(204);
    return pending.body.secret;
  }

  test('are asked for once they were confirmed, and each is taken once', async () => {
    const email = 'dora@contoso.example';
    const { browser } = await account(api.admin, email);
    const secret = await begin(browser);
    expect((await who(browser)).body.signedIn.codes).toBe(true);
    const rows = await api.testDatabase.admin('SELECT person::text FROM person');
    const hex = Buffer.from(secret).toString('hex');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(hex);

    const without = await withPassword(new Browser(), api.url, { email });
    expect([without.status, problemOf(without)]).toEqual([401, 'code-needed']);
    // the one that confirmed them is used up
    const used = await withPassword(new Browser(), api.url, { email, code: codeOf(secret) });
    expect([used.status, problemOf(used)]).toEqual([401, 'sign-in-refused']);
    clock.at += MINUTE;
    const code = codeOf(secret);
    expect((await withPassword(new Browser(), api.url, { email, code })).status).toBe(201);
    expect((await withPassword(new Browser(), api.url, { email, code })).status).toBe(401);
    // nor does one from before
    const earlier = codeOf(secret, clock.at - 30_000);
    expect((await withPassword(new Browser(), api.url, { email, code: earlier })).status).toBe(401);
    clock.at += MINUTE;
    const wrongPassword = await withPassword(new Browser(), api.url, {
      ...{ email, code: codeOf(secret), password: 'wrong' },
    });
    expect(wrongPassword.status).toBe(401);
    expect((await notes('person.codes-begun')).length).toBe(1);
    clock.at += 61 * MINUTE;
  });

  test('of one moment are taken once, however many send them at once', async () => {
    const email = 'elsa@contoso.example';
    const { browser } = await account(api.admin, email);
    const secret = await begin(browser);
    clock.at += MINUTE;
    const code = codeOf(secret);
    const all = await Promise.all(
      Array.from({ length: 4 }, () => withPassword(new Browser(), api.url, { email, code })),
    );
    expect(all.filter(({ status }) => status === 201)).toHaveLength(1);
    clock.at += 61 * MINUTE;
  });

  test('are begun by who knows the password, and ended with a code', async () => {
    const { browser } = await account(api.admin, 'fay@contoso.example');
    const begun = await browser.call('POST', url('/session/totp'), { current: 'wrong' });
    expect(problemOf(begun)).toBe('not-the-owner');
    const secret = await begin(browser);
    const foreign = await account(api.admin, 'gil@contoso.example');
    const pending = await browser.call('POST', url('/session/totp'), { current: PASSWORD });
    const taken = await foreign.browser.call('POST', url('/session/totp/confirmation'), {
      pending: pending.body.pending,
      code: codeOf(pending.body.secret),
    });
    expect(problemOf(taken)).toBe('not-the-owner');
    clock.at += 11 * MINUTE;
    const late = await browser.call('POST', url('/session/totp/confirmation'), {
      pending: pending.body.pending,
      code: codeOf(pending.body.secret),
    });
    expect(problemOf(late)).toBe('not-the-owner');
    const end = (code: string) => browser.call('POST', url('/session/totp/end'), { code });
    expect(problemOf(await end('000000'))).toBe('not-the-owner');
    expect((await end(codeOf(secret))).status).toBe(204);
    const answer = await withPassword(new Browser(), api.url, { email: 'fay@contoso.example' });
    expect(answer.status).toBe(201);
  });
});
