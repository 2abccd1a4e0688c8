import { parse } from 'csv-parse/sync';
import { type Answer, Client, type Json } from '../e2e/support/client.js';
import type { TestApi } from '../e2e/support/test-api.js';

/** What would be a formula, if it were not a text. */
export const FORMULA = '=1+1';

/** A program with some of everything, and one who sees a part of it. */
export interface Enterprise {
  readonly office: Client;
  readonly below: Client;
  /** Before the sponsor was taken back. */
  readonly knownBefore: string;
}

async function made(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer;
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** Makes it, under names that look like formulas. */
export async function enterprise(api: TestApi): Promise<Enterprise> {
  const office = await api.newProgram('tables');
  await office.put('/program', {
    name: 'Tables',
    models: ['lithium', 'quintarelli', 'altimeter'],
    headline: 'lithium',
  });
  const owner = { name: '=Ada', email: 'ada@contoso.example' };
  await office.post('/units', {
    units: [
      { unit: 'contoso', name: '-Contoso', kind: 'enterprise', occurredAt: '2010' },
      { unit: 'desk', name: '+Desk', kind: 'team', parent: 'contoso', owner, occurredAt: '2010' },
      { unit: 'shop', name: '@Shop', kind: 'team', parent: 'contoso', occurredAt: '2010' },
      { unit: 'till', name: '\tTill', kind: '=desk', parent: 'shop', occurredAt: '2010' },
    ],
  });
  for (const [unit, milestone, occurredAt] of [
    ['desk', 'listening.started', '2012-03-01'],
    ['desk', 'private-responses.approved', '2012-06-01'],
    ['desk', 'public-responses.approved', '2012-09-01'],
    ['contoso', 'listening.started', '2013-01-01'],
    ['shop', 'sponsor.approved', '2014-02-01'],
    ['shop', 'pilots.completed', '2014-Q2'],
    ['till', 'pilots.completed', '2014-03-01T09:15:30.250Z'],
  ] as const) {
    const fact = { milestone, occurredAt, note: FORMULA };
    await made(office.post(`/units/${unit}/milestones`, fact));
  }
  const { body } = await office.post('/units/desk/milestones', {
    ...{ milestone: 'sponsor.approved', occurredAt: '2013-05-01' },
  });
  const knownBefore = body.event.recordedAt;
  await office.post('/units/desk/retractions', { event: body.event.id, reason: FORMULA });
  await office.post('/units/shop/assessments', {
    ...{ milestone: 'listening.started', outcome: 'no', occurredAt: '2014-03-01' },
    ...{ by: '@Grace', note: '-1+1' },
  });
  const targets = {
    'desk/targets/hub': { milestone: 'hub.launched', due: '2014-06', owner },
    'desk/targets/three': { model: 'lithium', stage: 3, due: '2030-12-31' },
    'shop/targets/level': { model: 'quintarelli', dimension: 'culture', level: 2 },
  };
  for (const [path, wish] of Object.entries(targets)) {
    await made(office.put(`/units/${path}`, wish));
  }
  await office.put('/units/desk/targets/three', { due: '2030-06-30', reason: FORMULA });
  await office.put('/rollups/contoso/targets/half', {
    ...{ model: 'lithium', stage: 2, share: 0.5, due: '2031' },
  });
  const key = await office.post('/keys', { name: 'Desk', role: 'executive', under: 'desk' });
  const below = new Client(office.url, key.body.key);
  await api.advised('tables');
  return { office, below, knownBefore };
}

/** A line of CSV by its head. */
export type Row = Readonly<Record<string, string>>;

/** A table as CSV. */
export async function rowsIn(client: Client, path: string): Promise<readonly Row[]> {
  const { status, body } = await client.get(`/exports/${path}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return parse(body, { bom: true, columns: true });
}

/** A table as JSON Lines. */
export async function linesIn(client: Client, path: string): Promise<readonly Json[]> {
  const { status, body } = await client.get(`/exports/${path}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body === ''
    ? []
    : body
        .trimEnd()
        .split('\n')
        .map((line: string) => JSON.parse(line));
}
