import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { redisInstalled, startTestRedis } from '../support/index.js';
import { fromGithub, standard } from './support/signing.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

const BACKENDS = redisInstalled() ? (['redis', 'postgres'] as const) : (['postgres'] as const);

/** A milestone of GitHub that is closed, named as the unit and the milestone of ours. */
const CLOSED = {
  id: 'sponsored',
  when: 'event == "milestone" && payload.action == "closed"',
  unit: { external: 'payload.repository.name' },
  record: 'achieved',
  milestone: 'sponsor.approved',
  occurredAt: 'payload.milestone.closed_at',
};
const closed = (repository: string, at: string) => ({
  action: 'closed',
  milestone: { number: 1, title: 'Sponsor approved', closed_at: at },
  repository: { name: repository },
});

describe.each(BACKENDS)('a delivery, with queues on %s', (kind) => {
  let api: TestApi;
  beforeAll(async () => {
    const redisUrl = kind === 'redis' ? await startTestRedis() : undefined;
    api = await startTestApi({ ...(redisUrl ? { redisUrl } : {}) });
  });
  afterAll(() => api.stop());

  test('of GitHub is kept, worked off and moves the standing of its unit', async () => {
    const office = await ToolOffice.open(api, 'hub', 'github', [CLOSED]);
    const before = await office.stage();
    const sent = await office.send(
      fromGithub(SECRET, 'milestone', closed('care', '2011-03-01T10:00:00Z'), 'delivery-1'),
    );
    expect([sent.status, sent.body.status]).toEqual([202, 'accepted']);
    const source = await office.workedOff();
    expect(source.health).toMatchObject({ unmatched: 0, rejected: 0, failed: 0, silent: false });
    expect(await office.stage()).toBe(before + 1);
    const [event, ...others] = await office.events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      ...{ type: 'milestone.achieved', unit: 'care', actor: 'hub-tool' },
      occurredAt: '2011-03-01T10:00:00Z',
    });
  });

  test('is kept while no worker runs, and worked off by one that comes later though its wake-up was lost', async () => {
    const redisUrl = kind === 'redis' ? await startTestRedis() : undefined;
    const alone = await startTestApi({ worker: false, ...(redisUrl ? { redisUrl } : {}) });
    const office = await ToolOffice.open(alone, 'later', 'github', [CLOSED]);
    for (const number of [1, 2, 3]) {
      const payload = { ...closed('care', '2011-03-01T10:00:00Z'), number };
      expect((await office.send(fromGithub(SECRET, 'milestone', payload))).status).toBe(202);
    }
    const { body } = await office.client.get(`/sources/${office.source}`);
    expect(body.health.received).toBe(3);
    const queue = alone.records.wakeups.queues.find(({ name }) => name === 'deliveries');
    await eventually(async () => ((await queue?.count()) === 1 ? true : undefined));
    await queue?.obliterate({ force: true });
    const worker = await createWorker(alone.foundation, { boundariesMs: 60_000, reconcileMs: 300 });
    await office.workedOff();
    await worker.stop();
    expect(await office.events()).toHaveLength(1);
    await alone.stop();
  });

  test('of a tool of one’s own is taken with the signature of Standard Webhooks', async () => {
    const office = await ToolOffice.open(api, 'own', 'generic', [
      {
        ...CLOSED,
        when: 'event == "sponsor.approved"',
        unit: { key: 'payload.unit' },
        occurredAt: 'payload.at',
      },
    ]);
    const payload = { type: 'sponsor.approved', unit: 'care', at: '2011-03-01T10:00:00Z' };
    expect((await office.send(standard(SECRET, payload))).status).toBe(202);
    await office.workedOff();
    expect(await office.events()).toHaveLength(1);
    // another delivery of the same fact changes nothing
    expect((await office.send(standard(SECRET, payload))).body.status).toBe('accepted');
    await office.workedOff();
    expect(await office.events()).toHaveLength(1);
  });
});
