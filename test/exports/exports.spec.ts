import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheet } from 'read-excel-file/universal';
import { Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';

let api: TestApi;
let office: Client;
let below: Client;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
  office = await api.newProgram('exports');
  const owner = { name: '=Ada', email: 'ada@contoso.example' };
  await office.post('/units', {
    units: [
      { unit: 'contoso', name: 'Contoso', kind: 'enterprise' },
      { unit: 'desk', name: '+Desk', kind: 'team', parent: 'contoso', tags: ['a', 'b'], owner },
      { unit: 'shop', name: 'Shop, "the"', kind: 'team', parent: 'contoso' },
    ],
  });
  const achieve = (unit: string, milestone: string, note?: string) =>
    office.post(`/units/${unit}/milestones`, { milestone, occurredAt: '2012-Q1', note });
  await achieve('desk', 'listening.started', '-1+1');
  await achieve('shop', 'listening.started');
  const { body } = await achieve('shop', 'pilots.completed');
  await office.post('/units/shop/retractions', { event: body.event.id, reason: 'In error.' });
  const key = await office.post('/keys', { name: 'Desk', role: 'executive', under: 'desk' });
  below = new Client(office.url, key.body.key);
}, 120_000);
afterAll(() => api.stop());

const linesIn = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('exports', () => {
  test('are CSV in which nothing is a formula', async () => {
    const { status, headers, body } = await office.get('/exports/units.csv');
    expect(status, body).toBe(200);
    expect(headers.get('content-disposition')).toContain('exports.units.csv');
    expect(linesIn(body)).toEqual([
      'unit,name,kind,parent,models,tags,ownerName,ownerEmail,retired',
      'contoso,Contoso,enterprise,,,,,,no',
      'desk,\'+Desk,team,contoso,,"a, b",\'=Ada,ada@contoso.example,no',
      'shop,"Shop, ""the""",team,contoso,,,,,no',
    ]);
  });

  test('are workbooks whose texts are texts', async () => {
    const response = await fetch(`${office.url}/api/v1/exports/units.xlsx`, {
      headers: { authorization: `Bearer ${office.key}` },
    });
    const rows = await readSheet(await response.arrayBuffer());
    expect(rows[2]?.slice(0, 4)).toEqual(['desk', '+Desk', 'team', 'contoso']);
  });

  test('begin with a byte order mark, unless a script wants none', async () => {
    const firstOf = async (query: string) => {
      const response = await fetch(`${office.url}/api/v1/exports/units.csv${query}`, {
        headers: { authorization: `Bearer ${office.key}` },
      });
      return Buffer.from(await response.arrayBuffer())
        .subarray(0, 3)
        .toString('hex');
    };
    expect(await firstOf('')).toBe('efbbbf');
    expect(await firstOf('?bom=false')).toBe(Buffer.from('uni').toString('hex'));
    expect((await office.get('/exports/units.xlsx?bom=false')).status).toBe(422);
  });

  test('leave out what was retracted, and hold it in the log', async () => {
    const { body } = await office.get('/exports/milestones.jsonl');
    const events = body
      .trim()
      .split('\n')
      .map((line: string) => JSON.parse(line));
    expect(
      events.map(({ unit, data }: { unit: string; data: { milestone: string } }) => [
        unit,
        data.milestone,
      ]),
    ).toEqual([
      ['desk', 'listening.started'],
      ['shop', 'listening.started'],
    ]);
    const log = await office.get('/exports/log.csv');
    expect(linesIn(log.body)).toHaveLength(8);
  });

  test('are read by an import, in another program and in this one', async () => {
    const other = await api.newProgram('exports-again');
    const csv = { 'content-type': 'text/csv' };
    for (const what of ['units', 'milestones']) {
      const { body } = await office.get(`/exports/${what}.csv`);
      const here = await office.send('POST', '/imports?dryRun=true', body, csv);
      expect(here.body).toMatchObject({ faults: [], counts: { new: 0, changed: 0 } });
      const there = await other.send('POST', '/imports', body, csv);
      expect(there.status, JSON.stringify(there.body)).toBe(201);
      expect((await other.get(`/exports/${what}.csv`)).body).toBe(body);
    }
  });

  test('hold only what one may see', async () => {
    expect(linesIn((await below.get('/exports/units.csv')).body)).toHaveLength(2);
    expect((await below.get('/exports/log.jsonl')).body).not.toContain('shop');
    expect((await below.get('/exports/units.csv?under=shop')).status).toBe(404);
  });

  test('say what there is when something else is asked for', async () => {
    const { status, body } = await office.get('/exports/units.docx');
    expect([status, body.detail]).toEqual([404, expect.stringContaining('.xlsx or .jsonl')]);
    expect((await office.get('/exports/alerts.csv?asOf=2012-01-01')).status).toBe(422);
  });
});
