import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { GITHUB } from '../mappings/support.js';
import { fromGithub } from './support/signing.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

/** Real payloads of GitHub. */
const DELIVERIES = GITHUB.flatMap(({ name, examples }) =>
  examples.map((payload, index) => ({ name, payload, id: `${name}-${index}` })),
);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

test('every payload that GitHub is known to send is taken, worked off, and told the outcome of', {
  timeout: 240_000,
}, async () => {
  const office = await ToolOffice.open(api, 'octokit', 'github', [
    { id: 'labelled', use: 'github/issue-labelled' },
    {
      ...{ id: 'released', when: 'event == "release" && payload.action == "published"' },
      ...{ unit: { external: 'payload.repository.full_name' }, record: 'achieved' },
      ...{ milestone: 'hub.launched', occurredAt: 'payload.release.published_at' },
    },
    {
      ...{ id: 'created', when: 'event == "repository" && payload.action == "created"' },
      ...{ unit: { key: '"care"' }, record: 'achieved' },
      ...{ milestone: 'sponsor.approved', occurredAt: 'payload.repository.created_at' },
    },
  ]);
  expect(DELIVERIES.length).toBeGreaterThan(300);
  for (const { name, payload, id } of DELIVERIES) {
    const { status, body } = await office.send(fromGithub(SECRET, name, payload, id));
    expect([status, body.status], id).toEqual([202, 'accepted']);
  }
  await office.workedOff();
  const { body } = await office.client.get(`/sources/${office.source}/deliveries?limit=500`);
  const outcomes = new Map<string, number>();
  for (const { status } of body.items) outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
  expect(body.items).toHaveLength(DELIVERIES.length);
  expect([...outcomes.keys()].toSorted()).toEqual(['ignored', 'recorded', 'unmatched']);
  expect(await office.events()).not.toEqual([]);
  for (const { status, reason } of body.items)
    if (status !== 'recorded') expect(reason).toBeTruthy();
});
