import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Queue } from 'bullmq';
import { CONSUMERS } from '#lib/recording';
import { eventually } from './support/eventually.js';
import { startTestApi, type TestApi } from './support/test-api.js';

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const traceparent = `00-${TRACE}-b7ad6b7169203331-01`;
const lines: string[] = [];
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ worker: false, log: lines });
});
afterAll(() => api.stop());

test('the trace of a request is carried into the log and into the jobs it leads to', async () => {
  const body = { name: 'U', kind: 'team' };
  expect((await api.admin.put('/units/u', body, { traceparent })).status).toBe(201);
  const line = await eventually(async () => lines.find((one) => one.includes('/api/v1/units/u')));
  expect(JSON.parse(line)).toMatchObject({ traceId: TRACE, method: 'PUT', status: 201 });
  for (const consumer of CONSUMERS) {
    const queue = api.records.wakeups.queues.find(({ name }) => name === consumer) as Queue;
    const job = await eventually(async () => (await queue.getJobs())[0]);
    expect(job.data).toEqual({ program: 'default', position: 1, traceparent });
    expect(job.id).not.toMatch(/:|^\d+$/);
  }
});

test('so is that of a request for an adoption, which is no fact yet', async () => {
  for (const version of [1, 2]) {
    const yaml = `id: traced\nversion: ${version}\ntitle: Traced\npolicy: checklist\nitems: [{ id: asked, says: Asked., when: { milestone: hub.launched } }]\n`;
    const added = await api.admin.post('/models', yaml, { 'content-type': 'application/yaml' });
    expect(added.status).toBe(201);
  }
  const wish = { version: 2 };
  const asked = await api.admin.put('/models/traced/adoption', wish, { traceparent });
  expect(asked).toMatchObject({ status: 202, body: { state: 'replaying' } });
  const queue = api.records.wakeups.queues.find(({ name }) => name === 'adoption') as Queue;
  const job = await eventually(async () => (await queue.getJobs())[0]);
  expect(job.data).toMatchObject({ program: 'default', traceparent });
});

test('a trace that is none is replaced, and keys stay out of the log', async () => {
  await api.admin.get('/program', { traceparent: 'ff-nonsense' });
  const line = await eventually(async () => lines.find((one) => one.includes('/api/v1/program')));
  expect(JSON.parse(line).traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(lines.join('\n')).not.toContain(api.admin.key);
});
