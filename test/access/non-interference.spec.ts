import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from '../e2e/support/client.js';
import { type Document, type RouteObject, routesOf } from '../e2e/support/document.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { POLICY, ROLES } from './policy.js';
import { CANARY, INSIDE, keyOf, tellTwoSubtrees } from './two-subtrees.js';

/**
 * Two programs that are the same inside one subtree, and have much or little outside it: whoever is
 * limited to that subtree reads the same of both, so that no number tells what lies elsewhere.
 */
const LITTLE = 'little';
const MUCH = 'much';

/** What the whole program's history goes into by design, as docs/roles.md says. */
const LEARNT = [
  'forecast',
  'precedents',
  'learntFrom',
  'next',
  'last',
  'status',
  'byStatus',
  'rank',
  'why',
];

let api: TestApi;
let routes: readonly RouteObject[];
const clients = new Map<string, Client>();
beforeAll(async () => {
  api = await startTestApi();
  const document: Document = (await api.admin.get('/api/openapi.json')).body;
  routes = routesOf(document).filter(({ path }) => path.startsWith('/api/v1/'));
  for (const [program, outside] of [
    [LITTLE, 1],
    [MUCH, 6],
  ] as const) {
    const office = await api.newProgram(program);
    await tellTwoSubtrees(office, { outside, far: program === MUCH });
    for (const role of ROLES) {
      const key = await keyOf(office, role, 'inside');
      clients.set(`${program} ${role}`, new Client(api.url, key));
    }
  }
  await api.advised(LITTLE);
  await api.advised(MUCH);
});
afterAll(() => api.stop());

/** Questions beside the plain one of each route: the past, when more units lay inside. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  '/api/v1/rollups/{unit}': [
    '',
    '?asOf=2014-06-01',
    '?asOf=2014-06-01&tag=shown',
    '?model=altimeter',
  ],
  '/api/v1/rollups/{unit}/trend': ['?from=2011-01-01&every=P6M'],
  '/api/v1/rollups/{unit}/transitions': ['?from=2010-01-01', '?from=2010-01-01&to=2014-06-01'],
  '/api/v1/rollups/{unit}/changes': ['?from=2011-06-01', '?from=2011-06-01&to=2014-06-01'],
  '/api/v1/rollups/{unit}/disagreements': [
    '?models=lithium,altimeter',
    '?models=lithium,altimeter&asOf=2014-06-01',
  ],
  '/api/v1/rollups/{unit}/heatmap': ['', '?asOf=2014-06-01', '?by=dimensions&model=coe-pillars'],
  '/api/v1/rollups/{unit}/blockers': ['', '?asOf=2014-06-01'],
  '/api/v1/rollups/{unit}/best-moves': ['', '?asOf=2014-06-01'],
  '/api/v1/rollups/{unit}/roadmap': ['', '?asOf=2014-06-01'],
  '/api/v1/rollups/{unit}/forecast': ['?stage=STAGE&share=0.5'],
  '/api/v1/units': [
    '',
    '?under=inside',
    '?q=i',
    `?q=${CANARY}`,
    `?owner=${CANARY}@outside.example`,
    '?tag=shown',
  ],
  '/api/v1/units/{unit}/standings': ['', '?asOf=2014-06-01'],
  '/api/v1/models/{model}/upgrade': ['?to=1'],
  '/api/v1/log': ['?after=0&limit=500'],
};

describe('somebody limited to a subtree', () => {
  it.each(ROLES)('reads the same as %s whatever lies elsewhere', async (role) => {
    const [little, much] = [LITTLE, MUCH].map(
      (program) => clients.get(`${program} ${role}`) as Client,
    );
    let answered = 0;
    for (const { method, path, operation } of routes) {
      if (method !== 'GET' || operation.operationId === 'stream-stream') continue;
      const decided = POLICY.get(`${method} ${path}`);
      if (!decided || decided.reach === 'same') continue;
      for (const unit of path.includes('{unit}') ? INSIDE : ['']) {
        for (const query of ASKED[path] ?? ['']) {
          const url = `${path.replace('{unit}', unit).replace('{model}', 'lithium')}${query.replace('STAGE', 'listening')}`;
          const one = await (little as Client).get(url);
          const other = await (much as Client).get(url);
          expect(JSON.stringify(one.body), url).not.toContain(CANARY);
          expect(JSON.stringify(other.body), url).not.toContain(CANARY);
          expect(other.status, url).toBe(one.status);
          expect(told(other.body), url).toEqual(told(one.body));
          if (one.status === 200) answered++;
        }
      }
    }
    expect(answered).toBeGreaterThan(role === 'integration' ? -1 : 40);
  });
});

/** An answer without what differs between any two programs: ids, positions, versions and the time of asking. */
function told(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(told);
  if (body === null || typeof body !== 'object')
    return typeof body === 'string' ? plain(body) : body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([name, value]) => !LEARNT.includes(name) && !isPlace(name, value))
      .map(([name, value]) => [name, told(value)]),
  );
}

/** Positions, and cursors, which are made of them. */
function isPlace(name: string, value: unknown): boolean {
  return name === 'position' || (name === 'next' && typeof value !== 'object');
}

function plain(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'an id')
    .replace(/^20(2[5-9]|[3-9]\d)-\d\d-\d\dT[\d:.]+Z$/, 'now')
    .replace(/^wmk_\w+$/, 'a key')
    .replace(/^(DTSTAMP|LAST-MODIFIED):.*$/gm, 'now')
    .replaceAll(`.${LITTLE}@`, '.program@')
    .replaceAll(`.${MUCH}@`, '.program@');
}
