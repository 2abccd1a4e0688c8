import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Client } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { faultsTold } from './telling-faults.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
}, 120_000);
afterAll(() => api.stop());

const CSV = { 'content-type': 'text/csv' };
const send = (client: Client, text: string | Uint8Array, query = ''): Promise<Answer> =>
  client.send('POST', `/imports${query}`, text, CSV);
const lines = (...rows: readonly string[]) => `${rows.join('\n')}\n`;

const UNITS = lines(
  'Unit;Name;Kind;Parent;Tags;Owner;E-Mail',
  'desk;Service desk;team;support;calls, mail;Ada Lovelace;ada@contoso.example',
  'support;Support;function;contoso;;;',
  'contoso;Contoso;enterprise;;;;',
);
const FACTS = lines(
  'Team,Milestone,Achieved on,Degree,Note,Colour',
  'desk,listening.started,2012-03-01,,"Began, slowly",red',
  'desk,pilots.completed,2013-Q2,50 %,,blue',
);

describe('a sheet of units', () => {
  let office: Client;
  beforeAll(async () => {
    office = await api.newProgram('sheet-units');
  });

  test('is shown before it is recorded, with what its columns are taken for', async () => {
    const { status, body } = await send(office, UNITS, '?dryRun=true');
    expect([status, body.faults], JSON.stringify(body)).toEqual([200, []]);
    expect(body.understood).toMatchObject({
      format: 'csv',
      delimiter: ';',
      kind: 'units',
      rows: 3,
    });
    expect(body.understood.columns).toContainEqual({
      ...{ head: 'E-Mail', field: 'ownerEmail' },
      samples: ['ada@contoso.example'],
    });
    expect(body.counts).toEqual({ new: 3, changed: 0, unchanged: 0 });
    expect((await office.get('/units')).body.items).toEqual([]);
  });

  test('registers them in whichever order they stand, once', async () => {
    const first = await send(office, UNITS, '?file=C%3A%5Clists%5CTeams%202025.csv');
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect((await office.get('/imports')).body.items[0]).toMatchObject({ file: 'Teams 2025.csv' });
    expect((await send(office, UNITS, '?file=a%07b.csv')).status).toBe(422);
    const { body } = await office.get('/units/desk');
    expect(body).toMatchObject({
      ...{ name: 'Service desk', parent: 'support', tags: ['calls', 'mail'] },
      owner: { name: 'Ada Lovelace', email: 'ada@contoso.example' },
    });
    const again = await send(office, UNITS);
    expect([again.status, again.body.counts]).toEqual([200, { new: 0, changed: 0, unchanged: 3 }]);
  });

  test('changes those that read otherwise now', async () => {
    const { body } = await send(office, UNITS.replace('Service desk', 'Help desk'));
    expect(body.counts).toEqual({ new: 0, changed: 1, unchanged: 2 });
    expect((await office.get('/units/desk')).body.name).toBe('Help desk');
  });
});

describe('a sheet of facts', () => {
  let office: Client;
  beforeAll(async () => {
    office = await api.newProgram('sheet-facts');
    await send(office, UNITS);
  });

  test('says how standings would change, and changes nothing', async () => {
    const { body } = await send(office, FACTS, '?dryRun=true');
    expect(body.faults).toEqual([]);
    expect(body.understood.kind).toBe('milestones');
    expect(body.understood.columns.at(-1)).toMatchObject({ head: 'Colour', field: null });
    expect(body.first[1].holds).toMatchObject({ occurredAt: '2013-Q2', degree: 0.5 });
    expect(body.standings[0].unit).toBe('desk');
    expect((await office.get('/log?type=milestone.*')).body.items).toEqual([]);
  });

  test('is recorded once, and not where the same was recorded by hand', async () => {
    await office.post('/units/desk/milestones', {
      ...{ milestone: 'listening.started', occurredAt: '2012-03-01' },
    });
    expect((await send(office, FACTS)).body.counts).toEqual({ new: 1, changed: 0, unchanged: 1 });
    expect((await send(office, FACTS)).body.counts).toEqual({ new: 0, changed: 0, unchanged: 2 });
    expect((await office.get('/log?type=milestone.*')).body.items).toHaveLength(2);
  });

  test('is undone as a whole, and can be imported again', async () => {
    const { items } = (await office.get('/imports')).body;
    const [latest] = items;
    expect(latest).toMatchObject({ kind: 'milestones', counts: { new: 1 }, undoneAt: null });
    const preview = await office.post(`/imports/${latest.id}/undo?preview=true`, {});
    expect(preview.body).toMatchObject({ preview: true, left: [] });
    expect(preview.body.taken).toHaveLength(1);
    const undone = await office.post(`/imports/${latest.id}/undo`, {});
    expect(undone.body.taken).toEqual(preview.body.taken);
    expect((await office.get(`/imports/${latest.id}`)).body).toMatchObject({
      ...{ state: 'undone', file: null, undoneAt: expect.any(String) },
      undo: { taken: 1, left: 0, reasons: [] },
    });
    expect((await send(office, FACTS)).body.counts).toMatchObject({ new: 1, unchanged: 1 });
  });

  faultsTold(() => ({ office, send: (text, query) => send(office, text, query) }));

  test('is taken with other heads when it is said what they hold', async () => {
    const columns = encodeURIComponent(
      JSON.stringify({ Wer: 'unit', Was: 'milestone', Wann: 'occurredAt' }),
    );
    const sheet = lines('Wer\tWas\tWann', 'desk\ttraining.established\t25.12.2014');
    const { body } = await send(office, sheet, `?dryRun=true&kind=milestones&columns=${columns}`);
    expect(body).toMatchObject({ faults: [], understood: { delimiter: '\t', dates: 'dmy' } });
    expect(body.first[0].holds.occurredAt).toBe('2014-12-25');
  });
});

describe('a sheet of assessments or targets', () => {
  let office: Client;
  beforeAll(async () => {
    office = await api.newProgram('sheet-more');
    await send(office, UNITS);
  });

  test('records what was found', async () => {
    const { body } = await send(
      office,
      lines(
        'unit,milestone,in place?,assessed on',
        'desk,listening.started,yes,2015-02-01',
        'desk,pilots.completed,No,2015-02-01',
        'desk,training.established,n/a,2015-02-01',
      ),
    );
    expect(body.counts, JSON.stringify(body)).toEqual({ new: 3, changed: 0, unchanged: 0 });
    const { items } = (await office.get('/log?type=milestone.*')).body;
    expect(
      items.map(({ type, data }: { type: string; data: { outcome?: string } }) => [
        type,
        data.outcome,
      ]),
    ).toEqual([
      ['milestone.achieved', undefined],
      ['milestone.assessed', 'no'],
      ['milestone.assessed', 'not-applicable'],
    ]);
  });

  test('sets targets, moves them, and puts them back', async () => {
    const sheet = (due: string) =>
      lines('unit,milestone,model,stage,due', `desk,hub.launched,,,${due}`, 'desk,,lithium,3,2030');
    const set = await send(office, sheet('2030-06-30'));
    expect(set.body.counts, JSON.stringify(set.body)).toEqual({ new: 2, changed: 0, unchanged: 0 });
    const moved = await send(office, sheet('2031-06-30'));
    expect(moved.body.counts).toEqual({ new: 0, changed: 1, unchanged: 1 });
    await office.post(`/imports/${moved.body.id}/undo`, {});
    const { items } = (await office.get('/log?type=target.*')).body;
    expect(items.at(-1)).toMatchObject({
      type: 'target.moved',
      data: { target: 'hub-launched', due: '2030-06-30' },
    });
  });
});

test('what an import recorded is told apart from what others recorded then, undone or not', async () => {
  const office = await api.newProgram('sheet-recorded');
  await send(office, UNITS);
  const [one, two] = FACTS.trim().split('\n').slice(1);
  const [head] = FACTS.split('\n');
  const first = (await send(office, lines(head ?? '', one ?? ''))).body.id;
  await office.post(`/imports/${first}/undo`, {});
  const second = (await send(office, lines(head ?? '', two ?? ''))).body.id;
  const milestonesOf = async (id: string, query = '') => {
    const { body } = await office.get(`/imports/${id}/events${query}`);
    return [
      body.items.map(({ data }: { data: { milestone: string } }) => data.milestone),
      body.next,
    ];
  };
  expect(await milestonesOf(first)).toEqual([['listening.started'], null]);
  const [, next] = await milestonesOf(second, '?limit=1');
  expect(await milestonesOf(second, '?limit=1')).toEqual([['pilots.completed'], next]);
  expect(await milestonesOf(second, `?after=${next}`)).toEqual([[], null]);
  expect((await office.get(`/imports/${crypto.randomUUID()}/events`)).status).toBe(404);
});

describe('undoing a sheet of units', () => {
  test('retires those on which nothing else hangs, and tells of the others', async () => {
    const office = await api.newProgram('sheet-undone');
    const { id } = (await send(office, UNITS)).body;
    await office.post('/units/support/milestones', {
      ...{ milestone: 'listening.started', occurredAt: '2012-03-01' },
    });
    const { body } = await office.post(`/imports/${id}/undo`, {});
    expect(body.taken).toHaveLength(1);
    expect(body.left).toHaveLength(2);
    expect((await office.get('/units/desk')).body.retired).toBe(true);
    expect((await office.get('/units/contoso')).body.retired).toBe(false);
  });
});
