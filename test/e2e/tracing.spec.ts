import { afterAll, beforeAll, expect, test } from 'vitest';
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
  for (const queue of api.records.wakeups.queues) {
    const job = await eventually(async () => (await queue.getJobs())[0]);
    expect(job.data).toEqual({ program: 'default', position: 1, traceparent });
    expect(job.id).not.toMatch(/:|^\d+$/);
  }
});

test('a trace that is none is replaced, and keys stay out of the log', async () => {
  await api.admin.get('/program', { traceparent: 'ff-nonsense' });
  const line = await eventually(async () => lines.find((one) => one.includes('/api/v1/program')));
  expect(JSON.parse(line).traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(lines.join('\n')).not.toContain(api.admin.key);
});
