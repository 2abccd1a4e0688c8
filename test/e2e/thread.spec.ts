import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from './support/test-api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('a unit is registered, reaches a milestone, and its standings show it at once', async () => {
  const put = await api.admin.put('/units/contoso', { name: 'Contoso', kind: 'enterprise' });
  expect(put).toMatchObject({ status: 201, body: { unit: 'contoso', version: 1, parent: null } });
  expect(put.headers.get('etag')).toBe('"1"');
  const recorded = await api.admin.post('/units/contoso/milestones', {
    milestone: 'sponsor.approved',
    occurredAt: '2011-03-01',
  });
  expect(recorded).toMatchObject({
    status: 201,
    body: {
      event: {
        position: 2,
        type: 'milestone.achieved',
        unit: 'contoso',
        occurredAt: '2011-03-01',
        effectiveAt: '2011-03-01T00:00:00Z',
        data: { milestone: 'sponsor.approved' },
      },
    },
  });
  const { body } = await api.admin.get('/units/contoso/standings');
  expect(body.items).toEqual(recorded.body.standings);
  const lithium = body.items.find((item: { model: string }) => item.model === 'lithium');
  expect(lithium).toMatchObject({ stage: { ordinal: 2 }, since: '2011-03-01T00:00:00Z' });
});

test('an unknown unit, an unknown milestone and a wrong key are each told apart', async () => {
  expect(await api.admin.get('/units/nobody/standings')).toMatchObject({
    status: 404,
    body: {
      type: 'urn:waymark:problem:unit-unknown',
      status: 404,
      instance: '/api/v1/units/nobody/standings',
    },
  });
  const unknown = await api.admin.post('/units/contoso/milestones', {
    milestone: 'no.such',
    occurredAt: '2011',
  });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: '/milestone' }] } });
  expect((await fetch(`${api.url}/api/v1/units/contoso`)).status).toBe(401);
});
