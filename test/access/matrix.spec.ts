import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES, ruleOf } from '../../apps/api/src/http/guard/rules.js';
import { type Answer, Client } from '../e2e/support/client.js';
import { type Document, type RouteObject, routesOf } from '../e2e/support/document.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { type Decided, POLICY, ROLES, type RoleName } from './policy.js';
import { CANARY, keyOf, tellTwoSubtrees } from './two-subtrees.js';

/** What became of a request at the door. */
type Door = 'unknown' | 'forbidden' | 'no such unit' | 'let in';

interface Caller {
  readonly role: RoleName;
  readonly limited: boolean;
  readonly client: Client;
}

const PROGRAM = 'matrix';
const OUTSIDE = `${CANARY}-east`;

const GUARDED = /^\/(api\/v1|scim\/v2)\//;

let api: TestApi;
let routes: readonly RouteObject[];
const callers: Caller[] = [];
let elsewhere: Client;
beforeAll(async () => {
  api = await startTestApi();
  const document: Document = (await api.admin.get('/api/openapi.json')).body;
  routes = [...routesOf(document), ...ofScim(api)].filter(({ path }) => GUARDED.test(path));
  const office = await api.newProgram(PROGRAM);
  await tellTwoSubtrees(office, { outside: 2, far: true });
  for (const role of ROLES) {
    for (const limited of [false, true]) {
      const key = await keyOf(office, role, limited ? 'inside' : undefined);
      callers.push({ role, limited, client: new Client(api.url, key) });
    }
  }
  elsewhere = await api.newProgram('elsewhere');
});
afterAll(() => api.stop());

describe('who may call what', () => {
  it('was decided for every route of the document, and for no other', () => {
    const open = routes.filter((route) => isOpen(route));
    const guarded = routes.filter((route) => !isOpen(route)).map(nameOf);
    expect(guarded.filter((name) => !POLICY.has(name))).toEqual([]);
    expect([...POLICY.keys()].filter((name) => !guarded.includes(name))).toEqual([]);
    expect(open.map(nameOf).toSorted()).toMatchInlineSnapshot(`
      [
        "GET /api/v1/calendars/{token}.ics",
        "GET /api/v1/log/signing-keys",
        "GET /api/v1/sign-in",
        "POST /api/v1/session",
        "POST /api/v1/sign-in/link",
        "POST /api/v1/webhooks/{source}",
      ]
    `);
  });

  it('has a rule for every route that is served, documented or not', () => {
    const served = api.routes.filter(({ url }) => GUARDED.test(url));
    expect(served.length).toBeGreaterThan(60);
    const without = served.filter(({ method, url, open }) => !open && !ruleOf(method, url));
    expect(without).toEqual([]);
    const names = new Set(served.map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(RULES).filter((name) => !names.has(name))).toEqual([]);
  });

  it('lets nobody in without a key', async () => {
    const stranger = new Client(api.url);
    for (const route of routes.filter((one) => POLICY.has(nameOf(one)))) {
      expect(await knock(stranger, route, 'inside'), nameOf(route)).toBe('unknown');
    }
  });

  it.each(ROLES)('lets %s do what the role is for, and nothing else', async (role) => {
    for (const caller of callers.filter((one) => one.role === role)) {
      for (const route of routes.filter((one) => POLICY.has(nameOf(one)))) {
        const decided = POLICY.get(nameOf(route)) as Decided;
        const where = `${caller.limited ? 'limited ' : ''}${role}: ${nameOf(route)}`;
        const inside = await knock(caller.client, route, 'inside-sales');
        expect(inside, `${where}, inside`).toBe(expected(caller, decided, true));
        const outside = await knock(caller.client, route, OUTSIDE);
        expect(outside, `${where}, outside`).toBe(expected(caller, decided, false));
      }
    }
  });

  it('shows an administrator of another program none of it', async () => {
    for (const route of routes.filter((one) => POLICY.has(nameOf(one)))) {
      const decided = POLICY.get(nameOf(route)) as Decided;
      const door = await knock(elsewhere, route, 'inside-sales');
      const wanted: Door =
        decided.who === 'server' || decided.who === 'default'
          ? 'forbidden'
          : decided.reach === 'unit'
            ? 'no such unit'
            : 'let in';
      expect(
        door === wanted || (wanted === 'no such unit' && door === 'let in'),
        `${nameOf(route)}: ${door}`,
      ).toBe(true);
    }
    for (const path of ['/units', '/log?after=0', '/alerts', '/recommendations', '/keys']) {
      const { body } = await elsewhere.get(path);
      expect(JSON.stringify(body)).not.toMatch(/inside|zanzibar/);
    }
  });
});

/** SCIM has a description of its own, so its routes are not in the document. */
function ofScim({ routes: served }: TestApi): readonly RouteObject[] {
  return served
    .filter(({ method, url }) => url.startsWith('/scim/') && method !== 'HEAD')
    .map(({ method, url }) => ({
      method,
      path: url.replace(/:(\w+)/g, '{$1}'),
      operation: { operationId: '', summary: '', responses: {} },
    }));
}

/** @returns what the door ought to say */
function expected(caller: Caller, { who, reach }: Decided, inside: boolean): Door {
  const may = who === 'everybody' || (typeof who !== 'string' && who.has(caller.role));
  if (!may) return 'forbidden';
  if (!caller.limited) return 'let in';
  if (reach === 'whole') return 'forbidden';
  return reach === 'unit' && !inside ? 'no such unit' : 'let in';
}

/** Sends a request that can do nothing once it is let in: without a body, and for a version that never was. */
async function knock(
  client: Client,
  { method, path, operation }: RouteObject,
  unit: string,
): Promise<Door> {
  const steps: Readonly<Record<string, string>> = {
    unit,
    model: 'lithium',
    milestone: 'hub.launched',
    target: 'none',
  };
  const url = path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => steps[name] ?? '0198c0de-0000-7000-8000-0000000000ff',
  );
  // with the keys of its texts, the export asks for more
  const query = path.endsWith('/log/export') ? '?keys=none' : '';
  // of a stream, its beginning is enough
  const verb = operation.operationId === 'stream-stream' ? 'HEAD' : method;
  const answer = await client.send(verb, url + query, undefined, { 'if-match': '"999999"' });
  return doorOf(answer);
}

function doorOf({ status, body }: Answer): Door {
  if (status === 401) return 'unknown';
  if (status === 403) return 'forbidden';
  return status === 404 && body?.type === 'urn:waymark:problem:unit-unknown'
    ? 'no such unit'
    : 'let in';
}

function nameOf({ method, path }: RouteObject): string {
  return `${method} ${path}`;
}

/** Whether the document says that a route needs no key. */
function isOpen({ operation }: RouteObject): boolean {
  const { security } = operation as { security?: readonly unknown[] };
  return security !== undefined && security.length === 0;
}
