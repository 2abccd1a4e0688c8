import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findDemo, loadDemo } from '#lib/demo';
import { Browser } from '../access/support/browser.js';
import { keyOf } from '../access/two-subtrees.js';
import { DemoLoading } from '../../apps/api/src/demo/demo-loading.js';
import { Client } from './support/client.js';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const CALLS = [
  ['GET', '/demo'],
  ['POST', '/demo'],
  ['POST', '/demo/visit'],
] as const;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const call = (client: Client, [method, path]: (typeof CALLS)[number]) =>
  client.send(method, `/api/v1${path}`);
const actions = async (client: Client) =>
  (await client.get('/audit?action=demo.*')).body.items as {
    action: string;
    about: object;
    actor: { name: string };
  }[];

/** Opens a link, presses its button, and is in. */
async function come(link: string): Promise<Browser> {
  const browser = new Browser();
  const page = await browser.open(link);
  expect(page.status).toBe(200);
  expect(page.text).toContain('Open the demo');
  await browser.submit(page, {});
  return browser;
}

const session = (browser: Browser) => browser.call('GET', `${api.url}/api/v1/session`);

describe('the demo', () => {
  test('is for administrators of the whole program default alone', async () => {
    const other = await api.newProgram('contoso');
    await api.admin.put('/units/hq', { name: 'Headquarters', kind: 'enterprise' });
    const limited = new Client(api.url, await keyOf(api.admin, 'administrator', 'hq'));
    const office = new Client(api.url, await keyOf(api.admin, 'program-office'));
    expect((await api.admin.get('/session')).body.demo).toBe('offered');
    for (const client of [other, limited, office]) {
      expect((await client.get('/session')).body.demo).toBeNull();
      for (const one of CALLS) expect((await call(client, one)).status).toBe(403);
    }
    await api.admin.delete('/units/hq');
  });

  test('is not there before it is asked for, and cannot be visited', async () => {
    const { body } = await api.admin.get('/demo');
    expect(body).toMatchObject({ state: 'absent', done: 0 });
    expect(body.of).toBeGreaterThan(700);
    const visit = await api.admin.post('/demo/visit');
    expect(visit.status).toBe(409);
    expect(visit.body.type).toBe('urn:waymark:problem:demo-not-ready');
  });

  test('is loaded on request, from where an interruption left it, and says how far it is', {
    timeout: 240_000,
  }, async () => {
    let sittings = 0;
    const found = await findDemo(api.foundation);
    await loadDemo(api.foundation, found, { stopped: () => (sittings += 1) > 30 });
    const left = (await api.admin.get('/demo')).body;
    expect(left).toMatchObject({ state: 'absent', of: found.of });
    expect(left.done).toBeGreaterThan(20);
    expect((await api.admin.post('/demo/visit')).status).toBe(409);

    const begun = await api.admin.post('/demo');
    expect(begun).toMatchObject({ status: 202, body: { state: 'loading', of: found.of } });
    expect(begun.body.done).toBeGreaterThanOrEqual(left.done);
    const seen: number[] = [];
    const look = async () => {
      const { body } = await api.admin.get('/demo');
      if (body.state === 'loading') seen.push(body.done);
      // asked for again meanwhile, it goes on as it does
      expect((await api.admin.post('/demo')).status).toBe(202);
      return body.state as string;
    };
    await expect.poll(look, { timeout: 200_000, interval: 100 }).toBe('ready');
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(2);
    const again = await api.admin.post('/demo');
    expect(again).toMatchObject({ status: 202, body: { state: 'ready' } });
  });

  test('leaves nothing in the log of whoever asked for it', async () => {
    const { body } = await api.admin.get('/units');
    expect(body.items.map(({ unit }: { unit: string }) => unit)).not.toContain('quillhaven');
  });

  test('is visited by a link that works once, beside others who visit it', async () => {
    const { status, body } = await api.admin.post('/demo/visit');
    expect(status).toBe(201);
    expect(body.url).toMatch(/\/sign-in\/link\/demo\.[\w-]{43}$/);
    const visitor = await come(body.url);
    const second = await come((await api.admin.post('/demo/visit')).body.url);
    for (const browser of [visitor, second]) {
      expect((await session(browser)).body).toMatchObject({
        name: 'Demo visitor',
        program: 'demo',
        programName: 'Quillhaven Group (demo)',
        demo: 'here',
        signedIn: { method: 'link', password: false },
      });
    }
    expect((await new Browser().open(body.url)).status).toBe(404);
    const { body: program } = await visitor.call('GET', `${api.url}/api/v1/program`);
    expect(program).toMatchObject({ headline: 'altimeter', name: 'Quillhaven Group (demo)' });
    const { body: rollup } = await visitor.call(
      'GET',
      `${api.url}/api/v1/rollups/quillhaven?model=altimeter`,
    );
    expect(rollup.units).toBeGreaterThan(40);
    // of its own, like everybody in another program, it has nothing to say about the demo
    expect((await visitor.call('GET', `${api.url}/api/v1/demo`)).status).toBe(403);
  });

  test('sets no password by a link', async () => {
    const { body } = await api.admin.post('/demo/visit');
    const token = new URL(body.url).pathname.split('/').at(-1);
    const refused = await new Browser().call('POST', `${api.url}/api/v1/sign-in/link`, {
      token,
      password: 'a long enough password',
    });
    expect(refused.status).toBe(403);
  });

  test('is in the audit trail: who had it loaded, and who visited it', async () => {
    const noted = await actions(api.admin);
    expect(noted.map(({ action }) => action)).toContain('demo.loading-asked');
    const [visit] = noted.filter(({ action }) => action === 'demo.visit-link-made');
    expect(visit).toMatchObject({ about: {}, actor: { name: 'Server administrator' } });
    expect(JSON.stringify(noted)).not.toMatch(/demo\.[\w-]{43}/);
  });

  test('is not begun by a start that finds it ready', async () => {
    const loading = new DemoLoading(api.records);
    await loading.resume();
    expect(await loading.look()).toEqual({ state: 'ready' });
    await loading.onModuleDestroy();
  });
});

describe('a program that somebody made under the name of the demo', () => {
  test('is left alone', async () => {
    const own = await startTestApi({ worker: false });
    const made = await own.newProgram('demo');
    expect((await made.get('/session')).body).toMatchObject({ program: 'demo', demo: null });
    expect((await own.admin.get('/demo')).body).toEqual({ state: 'taken' });
    const { status, body } = await own.admin.post('/demo');
    expect([status, body.type]).toEqual([409, 'urn:waymark:problem:demo-program-taken']);
    expect((await own.admin.post('/demo/visit')).status).toBe(409);
    await own.stop();
  });
});

describe('a start after an interrupted loading', () => {
  test('goes on with it, and a stop leaves the rest to the next', {
    timeout: 120_000,
  }, async () => {
    const own = await startTestApi({ worker: false });
    let sittings = 0;
    const found = await findDemo(own.foundation);
    await loadDemo(own.foundation, found, { stopped: () => (sittings += 1) > 5 });
    const before = (await findDemo(own.foundation)).done;
    const loading = new DemoLoading(own.records);
    await loading.resume();
    await eventually(async () => {
      const { state, done = 0 } = await loading.look();
      expect(state).toBe('loading');
      return done > before || undefined;
    });
    await loading.onModuleDestroy();
    const after = await findDemo(own.foundation);
    expect(after.state).toBe('begun');
    expect(after.done).toBeGreaterThan(before);
    await own.stop();
  });
});
