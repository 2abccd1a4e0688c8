import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFirstLink } from '#lib/access';
import { Client } from '../e2e/support/client.js';
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

const HOUR = 3_600_000;
const clock = { at: Date.parse('2030-01-01T12:00:00Z'), now: () => clock.at };
const log: string[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false, clock, log });
});
afterAll(() => api.stop());

const url = (path: string) => `${api.url}/api/v1${path}`;
const pageOf = (token: string) => `${api.url}/sign-in/link/${token}`;
const use = (browser: Browser, given: object) => browser.call('POST', url('/sign-in/link'), given);

describe('the link of a first start', () => {
  const link = async () => (await makeFirstLink(api.database, clock))?.token as string;
  const ada = { name: 'Ada Lovelace', email: 'ada@contoso.example' };

  test('is another one at each start, and the one before ends', async () => {
    const [before, token] = [await link(), await link()];
    expect(before).not.toBe(token);
    expect((await new Browser().open(pageOf(before))).status).toBe(404);
    expect((await new Browser().open(pageOf(token))).status).toBe(200);
  });

  test('is over after a day', async () => {
    const token = await link();
    clock.at += 24 * HOUR;
    const late = await use(new Browser(), { token, ...ada });
    expect([late.status, problemOf(late)]).toEqual([404, 'link-over']);
  });

  test('asks who it is, and signs them in as administrator of the program default', async () => {
    const token = await link();
    const nameless = await use(new Browser(), { token });
    expect([nameless.status, problemOf(nameless)]).toEqual([422, 'name-needed']);
    const browser = new Browser();
    const page = await browser.open(pageOf(token));
    expect(page.text).toContain('first administrator');
    expect(page.text).not.toMatch(/<script|<style|style=|onclick/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const done = await browser.submit(page, { ...ada, password: '' });
    expect(done.status).toBe(200);
    const who = await browser.call('GET', url('/session'));
    expect(who.body).toMatchObject({
      ...ada,
      program: 'default',
      grants: [
        { role: 'administrator', under: null, permissions: expect.arrayContaining(['administer']) },
      ],
      signedIn: { method: 'link', password: false },
    });
    expect((await browser.call('GET', url('/people'))).status).toBe(200);
    // without a password there has to be a way in again
    const next = await link();
    const again = await use(new Browser(), { token: next, ...ada, password: PASSWORD });
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(who.body.id);
    expect(again.body.grants).toHaveLength(1);
    expect(await link()).toBeUndefined();
    expect((await withPassword(new Browser(), api.url, { email: ada.email })).status).toBe(201);
  });
});

describe('a recovery link', () => {
  test('is not used by being opened, and works once', async () => {
    const { id } = await person(api.admin, 'bea@contoso.example', 'executive');
    const token = await recoveryOf(api.admin, id);
    for (let count = 0; count < 3; count++) {
      const page = await new Browser().open(pageOf(token));
      expect([page.status, page.headers.getSetCookie()]).toEqual([200, []]);
      expect(page.text).toContain('bea@contoso.example');
    }
    const head = await fetch(pageOf(token), { method: 'HEAD' });
    expect(head.status).toBe(200);
    const browser = new Browser();
    const page = await browser.open(pageOf(token));
    const weak = await browser.submit(page, { password: 'short' });
    expect([weak.status, weak.headers.getSetCookie()]).toEqual([422, []]);
    expect(weak.text).toContain('fewer than 12');
    const done = await browser.submit(weak, { password: PASSWORD });
    expect(done.url).not.toContain(token);
    const who = await browser.call('GET', url('/session'));
    expect(who.body).toMatchObject({ id, signedIn: { method: 'link', password: true } });
    const again = await use(new Browser(), { token, password: PASSWORD });
    expect([again.status, problemOf(again)]).toEqual([404, 'link-over']);
    expect((await new Browser().open(pageOf(token))).status).toBe(404);
  });

  test('is used by one of many that come at once', async () => {
    const { id } = await person(api.admin, 'carla@contoso.example');
    const token = await recoveryOf(api.admin, id);
    const all = await Promise.all(
      Array.from({ length: 4 }, () => use(new Browser(), { token, password: PASSWORD })),
    );
    expect(all.map(({ status }) => String(status)).toSorted()).toEqual([
      '201',
      '404',
      '404',
      '404',
    ]);
  });

  test('ends the sessions there were, the links before it, and after an hour itself', async () => {
    const { id, browser } = await account(api.admin, 'dora@contoso.example');
    const [before, token] = [await recoveryOf(api.admin, id), await recoveryOf(api.admin, id)];
    expect((await use(new Browser(), { token: before })).status).toBe(404);
    expect((await browser.call('GET', url('/session'))).status).toBe(200);
    expect((await use(new Browser(), { token })).status).toBe(201);
    expect((await browser.call('GET', url('/session'))).status).toBe(401);
    const late = await recoveryOf(api.admin, id);
    clock.at += HOUR;
    expect((await use(new Browser(), { token: late })).status).toBe(404);
  });

  test('asks for the one-time code, unless the authenticator is lost', async () => {
    const { id, browser } = await account(api.admin, 'elsa@contoso.example');
    const pending = await browser.call('POST', url('/session/totp'), { current: PASSWORD });
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(pending.body.secret) }).generate({
        timestamp: clock.at,
      });
    await browser.call('POST', url('/session/totp/confirmation'), {
      pending: pending.body.pending,
      code: code(),
    });
    clock.at += 60_000;
    const token = await recoveryOf(api.admin, id);
    expect(problemOf(await use(new Browser(), { token }))).toBe('code-needed');
    expect(problemOf(await use(new Browser(), { token, code: '000000' }))).toBe('not-the-owner');
    expect((await use(new Browser(), { token, code: code() })).status).toBe(201);
    const lost = await recoveryOf(api.admin, id, { withoutCode: true });
    const back = await use(new Browser(), { token: lost });
    expect(back.body.signedIn).toMatchObject({ codes: false });
  });

  test('is not made for one who is switched off or not there, and ends when they are', async () => {
    const { id } = await person(api.admin, 'fay@contoso.example');
    const token = await recoveryOf(api.admin, id);
    await api.admin.put(`/people/${id}`, { active: false });
    const off = await api.admin.post(`/people/${id}/recovery`, {});
    expect([off.status, problemOf(off)]).toEqual([409, 'person-switched-off']);
    await api.admin.put(`/people/${id}`, { active: true });
    expect((await use(new Browser(), { token })).status).toBe(404);
    const missing = '0198c0de-0000-7000-8000-00000000ffff';
    expect((await api.admin.post(`/people/${missing}/recovery`, {})).status).toBe(404);
    const other = await api.newProgram('recovery-elsewhere');
    expect((await other.post(`/people/${id}/recovery`, {})).status).toBe(404);
  });

  test('is no way to more than one may do oneself', async () => {
    const boss = await person(api.admin, 'gil@contoso.example', 'administrator');
    const reader = await person(api.admin, 'hedy@contoso.example', 'executive');
    const { body } = await api.admin.post('/keys', {
      ...{
        name: 'People only',
        role: 'administrator',
        scopes: ['administer', 'catalogue', 'read', 'comment'],
      },
    });
    const narrow = new Client(api.url, body.key);
    const refused = await narrow.post(`/people/${boss.id}/recovery`, {});
    expect([refused.status, problemOf(refused)]).toEqual([403, 'beyond-own-reach']);
    expect((await narrow.post(`/people/${reader.id}/recovery`, {})).status).toBe(201);
    // nor to record more milestones
    const milestones = ['sponsor.approved'];
    const named = { name: 'Some milestones', role: 'administrator', milestones };
    const { key } = (await api.admin.post('/keys', named)).body;
    const beyond = await new Client(api.url, key).post(`/people/${boss.id}/recovery`, {});
    expect([beyond.status, problemOf(beyond)]).toEqual([403, 'beyond-own-reach']);
  });

  test('is kept as a hash, and stands in no log', async () => {
    const { id } = await person(api.admin, 'ida@contoso.example');
    const token = await recoveryOf(api.admin, id);
    await new Browser().open(pageOf(token));
    await use(new Browser(), { token });
    const secret = token.split('.')[1] as string;
    const tables = await api.testDatabase.admin(
      'SELECT l::text FROM sign_in_link l UNION ALL SELECT a::text FROM audit_entry a',
    );
    expect(JSON.stringify(tables)).not.toContain(secret);
    expect(log.join('\n')).toContain('/sign-in/link/[redacted]');
    expect(log.join('\n')).not.toContain(secret);
    for (const wrong of ['x', 'default.x', `nowhere.${secret}`, `${token}x`, '%00', "'"]) {
      expect((await new Browser().open(pageOf(wrong))).status, wrong).toBe(404);
    }
  });
});
