import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DSOMM_META, DSOMM_PROGRESS, dsommModel } from '../support/foreign-models.js';
import type { Client } from './support/client.js';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
let client: Client;
let count = 0;
beforeAll(async () => {
  api = await startTestApi({ worker: false });
});
afterAll(() => api.stop());
beforeEach(async () => {
  client = await api.newProgram(`sheets-${++count}`);
  await client.put('/units/bakery', { name: 'Bakery', kind: 'team', occurredAt: '2020' });
});

const send = (from: string, body: object, query = '') =>
  client.post(`/models/imports?from=${from}${query}`, body);
const PROGRESS = {
  files: [dsommModel(), DSOMM_META, DSOMM_PROGRESS],
  teams: { Bakers: 'bakery' },
};
const length = async () => (await client.get('/log/verification')).body.length;

describe('an import', () => {
  test('with faults adds nothing and names file, line and column of each', async () => {
    const before = await length();
    const { path, text } = dsommModel();
    const files = [
      { path, text: text.replace('level: 5', 'level: 6') },
      ...PROGRESS.files.slice(1),
    ];
    const answer = await send('dsomm', { ...PROGRESS, files });
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ file: path, line: 45, column: 14, message: expect.any(String) }] },
    });
    expect(await length()).toBe(before);
  });

  test('names teams whose units are not there', async () => {
    const answer = await send('dsomm', { ...PROGRESS, teams: { 'A/B': 'nowhere' } });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/teams/A~1B' }] } });
  });

  test.each([
    ['no format', '', { files: [dsommModel()] }, 422],
    ['another format', '?from=cmmi', { files: [dsommModel()] }, 422],
    ['no file', '?from=dsomm', { files: [] }, 422],
    ['a file with neither text nor bytes', '?from=dsomm', { files: [{ path: 'a.yaml' }] }, 400],
    [
      'a path that leads elsewhere',
      '?from=dsomm',
      { files: [{ path: '../a.yaml', text: 'a: b' }] },
      422,
    ],
    ['a file that says nothing', '?from=dsomm', { files: [{ path: 'a.txt', text: 'a: b' }] }, 422],
  ])('is refused with %s', async (_what, query, body, status) => {
    expect((await client.post(`/models/imports${query}`, body)).status).toBe(status);
  });

  test('of a sheet makes a model that units can follow', async () => {
    const text =
      'Stage,Criterion,Milestone,Key move\nStart,,,\nHeard,We listen.,listening.started,yes\n';
    const added = await send('sheet', {
      files: [{ path: 'care.csv', text }],
      model: { id: 'care' },
    });
    expect(added).toMatchObject({ status: 201, body: { models: [{ model: 'care', version: 1 }] } });
    await client.put('/units/bakery', { models: ['care'] });
    const recorded = await client.post('/units/bakery/milestones', {
      milestone: 'listening.started',
      occurredAt: '2025-01-01',
    });
    expect(recorded.body.standings).toMatchObject([{ model: 'care', stage: { id: 'heard' } }]);
    const entries = (await client.get('/audit?action=model.imported')).body.items;
    expect(entries).toMatchObject([{ about: { model: 'care', version: 1, models: 1, facts: 0 } }]);
  });
});

test('the sheet of the documentation is a model', async () => {
  const page = await readFile('docs/imported-models.md', 'utf8');
  const text = /```csv\n([^`]+)```/.exec(page)?.[1] ?? '';
  const answer = await send('sheet', { files: [{ path: 'steps.csv', text }] }, '&dryRun=true');
  expect(answer).toMatchObject({
    status: 200,
    body: {
      models: [
        {
          model: 'steps',
          reads: { stages: [{}, {}, { criteria: [{ milestones: ['hub.launched'] }, {}] }] },
        },
      ],
      milestones: { new: [{ key: 'ambassadors.appointed' }] },
      warnings: [],
    },
  });
});
