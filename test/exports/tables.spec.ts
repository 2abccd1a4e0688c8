import readWorkbook from 'read-excel-file/universal';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ExportTables, TABLES } from '../../apps/api/src/exports/export-tables.js';
import type { Client, Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { enterprise, linesIn, rowsIn } from './enterprise.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TABLE_NAMES = Object.keys(TABLES);

let api: TestApi;
let office: Client;
let below: Client;
let knownBefore: string;

beforeAll(async () => {
  api = await startTestApi();
  ({ office, below, knownBefore } = await enterprise(api));
}, 120_000);
afterAll(() => api?.stop());
afterEach(() => void vi.restoreAllMocks());

const rowsOf = (path: string, client = office) => rowsIn(client, path);
const linesOf = (path: string) => linesIn(office, path);

describe('every table', () => {
  test.each(TABLE_NAMES)('%s has rows, and no cell of it is a formula', async (name) => {
    const rows = await rowsOf(`${name}.csv`);
    expect(rows.length).toBeGreaterThan(0);
    for (const cell of rows.flatMap((row) => Object.values(row))) {
      if (!/^-\d+(\.\d+)?$/.test(cell)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }
    expect(await linesOf(`${name}.jsonl`)).not.toHaveLength(0);
    const response = await fetch(`${office.url}/api/v1/exports/${name}.xlsx`, {
      headers: { authorization: `Bearer ${office.key}` },
    });
    const [sheet, about] = await readWorkbook(await response.arrayBuffer());
    const [head, ...cells] = sheet?.data ?? [];
    expect(about?.data).toContainEqual(['Rows', rows.length]);
    expect(head).toEqual(Object.keys(rows[0] ?? {}));
    expect(cells).toHaveLength(rows.length);
  });

  test.each(TABLE_NAMES)('%s holds only what one may see', async (name) => {
    const { status, body } = await below.get(`/exports/${name}.jsonl`);
    expect(status).toBe(200);
    expect(body).not.toContain('shop');
    expect(body).not.toContain('Contoso');
  });

  test('is noted in the audit trail when it leaves', async () => {
    await office.get('/exports/log.csv');
    await office.get('/exports/standings.xlsx?under=desk');
    const { body } = await office.get('/audit?action=table.exported&limit=2');
    expect(body.items.map(({ about }: Json) => about)).toEqual([
      { table: 'standings', format: 'xlsx', under: 'desk' },
      { table: 'log', format: 'csv', under: null },
    ]);
  });

  test.each(['csv', 'jsonl', 'xlsx'])(
    'is read no further once whoever asked for %s has left',
    async (format) => {
      let [ended, read] = [false, 0];
      vi.spyOn(ExportTables.prototype, 'of').mockReturnValue({
        columns: [['row', (item) => item as number]],
        items: (async function* () {
          try {
            for (; ; read += 1) {
              yield read;
              await new Promise(setImmediate);
            }
          } finally {
            ended = true;
          }
        })(),
        view: (item) => ({ row: item, text: 'x'.repeat(1_000) }),
      });
      const leaving = new AbortController();
      const asked = fetch(`${office.url}/api/v1/exports/log.${format}`, {
        headers: { authorization: `Bearer ${office.key}` },
        signal: leaving.signal,
      });
      const gone = asked.then((answer) => answer.text());
      await expect.poll(() => read).toBeGreaterThan(10);
      leaving.abort();
      await expect(gone).rejects.toThrow('aborted');
      await expect.poll(() => ended).toBe(true);
    },
  );
});

describe('a workbook', () => {
  test('says of what program it is, for when, and where to look', async () => {
    const pair = `asOf=2013-06-01&knownAt=${knownBefore}`;
    const response = await fetch(
      `${office.url}/api/v1/exports/standings.xlsx?under=desk&model=lithium&${pair}`,
      { headers: { authorization: `Bearer ${office.key}` } },
    );
    const [sheet, about] = await readWorkbook(await response.arrayBuffer());
    expect(sheet?.data[1]?.[sheet.data[0]?.indexOf('since') ?? 0]).toBeInstanceOf(Date);
    const told = Object.fromEntries(about?.data ?? []);
    const { body } = await office.get(`/units/desk/standings?${pair}`);
    expect(told).toMatchObject({
      ...{ Program: 'Tables', Under: '+Desk (desk)', model: 'lithium' },
      'As of (UTC)': new Date(body.asOf),
      'Position of the log': body.position,
    });
    const link = new URL(told['In the dashboard'] as string);
    expect([link.origin, link.pathname]).toEqual([new URL(office.url).origin, '/overview/desk']);
    expect(link.searchParams.get('knownAt')).toBe(body.knownAt);
  });
});

describe('standings', () => {
  const pairs = () => [
    '',
    '?asOf=2012-07-01',
    '?asOf=2013-06-01',
    `?asOf=2013-06-01&knownAt=${knownBefore}`,
  ];

  test('are in each row what the unit is answered with, at any pair of times', async () => {
    const { body: models } = await office.get('/models');
    const titles = new Map(models.items.map(({ id, title }: Json) => [id, title]));
    for (const pair of pairs()) {
      const rows = await rowsOf(`standings.csv${pair}`);
      const lines = await linesOf(`standings.jsonl${pair}`);
      for (const unit of ['contoso', 'desk', 'shop', 'till']) {
        const { body } = await office.get(`/units/${unit}/standings${pair}`);
        const own = rows.filter((row) => row.unit === unit);
        expect(own, `${unit} ${pair}`).toHaveLength(body.items.length);
        for (const { model, stage, since, next, mean } of body.items) {
          expect(own.find((row) => row.model === model)).toMatchObject({
            ...{ stage: String(stage.ordinal), stageName: stage.name, since },
            modelTitle: titles.get(model),
            ...{ nextStage: next?.name ?? '', mean: mean === undefined ? '' : String(mean) },
          });
        }
        const proofs = lines.filter((line) => line.unit === unit);
        const named = { unit, name: own[0]?.name?.replace(/^'/, '') };
        expect(proofs).toEqual(body.items.map((one: Json) => ({ ...named, ...one })));
      }
    }
  });

  test('of one model, or of none that there is', async () => {
    const rows = await rowsOf('standings.csv?model=quintarelli&under=shop');
    expect(rows.map(({ unit, model }) => [unit, model])).toEqual([
      ['shop', 'quintarelli'],
      ['till', 'quintarelli'],
    ]);
    expect(rows[0]?.levels).toContain('culture 1');
    const proofs = await linesOf('standings.jsonl?model=quintarelli&under=shop');
    expect(proofs.map(({ unit, model }) => [unit, model])).toEqual(
      rows.map(({ unit, model }) => [unit, model]),
    );
    expect((await office.get('/exports/standings.csv?model=nothing')).status).toBe(422);
  });
});

const NARROWED = 'units?q=shop alerts?severity=info&settled=false log?type=unit.*&actor=me&q=desk';
test.each(NARROWED.split(' '))('%s has the same rows as a file', async (list) => {
  const rows = await rowsOf(list.replace('?', '.csv?'));
  const { items } = (await office.get(`/${list}&limit=500`)).body as { items: Json[] };
  expect(rows.map(({ id, unit }) => id ?? unit)).toEqual(items.map(({ id, unit }) => id ?? unit));
  expect(rows.length).toBeLessThan((await rowsOf(list.replace(/\?.*/, '.csv'))).length);
});

describe('for another time', () => {
  test('units are those that there were, as they were called', async () => {
    await office.put('/units/till', { name: 'Counter', occurredAt: '2015' });
    const names = async (query: string) =>
      (await rowsOf(`units.csv?under=shop&${query}`)).map(({ name }) => name);
    expect(await names('asOf=2016-01-01')).toEqual(["'@Shop", 'Counter']);
    expect(await names('asOf=2014-01-01')).toEqual(["'@Shop", "'\tTill"]);
    expect(await names('asOf=2009-01-01')).toEqual([]);
    expect(await names(`asOf=2016-01-01&knownAt=${knownBefore}`)).toEqual(["'@Shop", "'\tTill"]);
  });

  test('milestones are those that counted then, by what was known', async () => {
    const of = async (query: string) =>
      (await rowsOf(`milestones.csv?under=desk${query}`)).map(({ milestone }) => milestone);
    const all = ['listening.started', 'private-responses.approved', 'public-responses.approved'];
    expect(await of('')).toEqual(all);
    expect(await of('&asOf=2012-07-01')).toEqual(all.slice(0, 2));
    expect(await of(`&knownAt=${knownBefore}`)).toEqual([...all, 'sponsor.approved']);
  });
});

describe('plans', () => {
  test('targets and assessments are read by an import, here and elsewhere', async () => {
    const other = await api.newProgram('tables-again');
    const csv = { 'content-type': 'text/csv' };
    for (const what of ['units', 'assessments', 'targets']) {
      const { body } = await office.get(`/exports/${what}.csv`);
      const here = await office.send('POST', '/imports?dryRun=true', body, csv);
      expect(here.body).toMatchObject({ faults: [], counts: { new: 0, changed: 0 } });
      const there = await other.send('POST', '/imports', body, csv);
      expect(there.status, JSON.stringify(there.body)).toBe(201);
      expect((await other.get(`/exports/${what}.csv`)).body).toBe(body);
    }
    const milestones = (await office.get('/exports/milestones.csv')).body;
    expect((await other.send('POST', '/imports', milestones, csv)).status).toBe(201);
    const again = await rowsOf('targets.csv', other);
    expect(again.map(({ unit, target, due, ownerName }) => [unit, target, due, ownerName])).toEqual(
      [
        ['desk', 'hub', '2014-06', "'=Ada"],
        ['desk', 'three', '2030-06-30', ''],
        ['shop', 'level', '', ''],
      ],
    );
  });

  test('a workbook that was saved is read by an import as it is', async () => {
    for (const what of ['units', 'milestones', 'assessments', 'targets']) {
      // a tab at the beginning of a name is nothing that a workbook keeps
      const of = what === 'units' ? '?under=desk' : '';
      const response = await fetch(`${office.url}/api/v1/exports/${what}.xlsx${of}`, {
        headers: { authorization: `Bearer ${office.key}` },
      });
      const answer = await fetch(`${office.url}/api/v1/imports?dryRun=true`, {
        method: 'POST',
        headers: { authorization: `Bearer ${office.key}`, 'content-type': XLSX },
        body: await response.arrayBuffer(),
      });
      expect(await answer.json()).toMatchObject({
        understood: { kind: what },
        faults: [],
        counts: { new: 0, changed: 0 },
      });
    }
  });

  test('the roadmap says how each stands, and how far it slipped', async () => {
    const rows = await rowsOf('roadmap.csv');
    expect(rows.map(({ target, status }) => [target, status])).toEqual([
      ['hub', 'late'],
      ['three', expect.stringMatching(/on-track|at-risk/)],
      ['half', expect.stringMatching(/done|on-track|at-risk/)],
      ['level', 'aim'],
    ]);
    expect(rows[1]).toMatchObject({ slipDays: '-184', moves: '1', wants: 'stage' });
    const late = await rowsOf('roadmap.csv?status=late&kind=team');
    expect(late.map(({ target }) => target)).toEqual(['hub']);
    expect(await rowsOf('roadmap.csv?kind=enterprise')).toHaveLength(1);
  });
});

describe('rollups', () => {
  test('a heatmap has the squares that the page shows', async () => {
    const { body } = await office.get('/rollups/contoso/heatmap');
    const rows = await rowsOf('heatmap.csv');
    const shown = [body.total, ...body.rows].flatMap(({ unit, cells }: Json) =>
      cells.map(({ units, median }: Json, index: number) => ({
        ...{ unit, model: body.columns[index].model },
        ...{ units: String(units), median: String(median.ordinal), medianStage: median.name },
      })),
    );
    expect(rows).toMatchObject(shown);
    const dimensions = await rowsOf('heatmap.csv?under=shop&by=dimensions&model=quintarelli');
    expect(dimensions.find(({ dimension }) => dimension === 'culture')).toMatchObject({
      ...{ unit: 'shop', own: '1', parent: '' },
    });
  });

  test('the levels below have the squares of their own heatmaps, with the parent beside each', async () => {
    const rows = await rowsOf('heatmap.csv?depth=100&model=lithium');
    expect(rows.map(({ unit, parent, depth }) => [unit, parent, depth])).toEqual([
      ['contoso', '', '0'],
      ['shop', 'contoso', '1'],
      ['till', 'shop', '2'],
      ['desk', 'contoso', '1'],
    ]);
    for (const { unit, units, median, modelTitle } of rows) {
      const { body } = await office.get(`/rollups/${unit}/heatmap?model=lithium`);
      const [cell] = body.total.cells;
      expect([units, median]).toEqual([String(cell.units), String(cell.median.ordinal)]);
      expect(modelTitle).toBe(body.columns[0].title);
    }
    const units = async (query: string) =>
      new Set((await rowsOf(`distribution.csv?${query}`)).map(({ unit }) => unit));
    expect(await units('under=shop&depth=0')).toEqual(new Set(['shop']));
    expect(await units('')).toEqual(new Set(['contoso', 'desk', 'shop']));
    expect(await units('depth=2')).toEqual(new Set(['contoso', 'desk', 'shop', 'till']));
    expect((await office.get('/exports/standings.csv?depth=2')).status).toBe(422);
  });

  test('a distribution counts every unit once in each model', async () => {
    const rows = await rowsOf('distribution.csv?under=contoso&model=lithium');
    const { body } = await office.get('/rollups/contoso?model=lithium');
    expect(
      rows
        .filter(({ unit }) => unit === 'contoso')
        .map(({ stage, stageName, units }) => [Number(stage), stageName, Number(units)]),
    ).toEqual(
      body.distribution.map(({ stage, units }: Json) => [stage.ordinal, stage.name, units]),
    );
  });
});
