import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { GithubStandIn } from './support/stand-ins/github.js';
import { JiraStandIn } from './support/stand-ins/jira.js';
import { type StandIn, TOKEN } from './support/stand-ins/stand-in.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

const MINUTE = 60_000;

describe('how a source is asked', () => {
  let api: TestApi;
  let worker: Worker;
  let now = Date.parse('2026-03-02T10:00:00.123Z');
  const clock = { now: () => now };
  const tools: StandIn[] = [];
  beforeAll(async () => {
    api = await startTestApi({
      ...{ clock, worker: false, variables: { WAYMARK_OUTBOUND_ALLOW: '127.0.0.1' } },
    });
    worker = await createWorker(api.foundation, {
      ...{ boundariesMs: 60_000, reconcileMs: 500, pollsMs: 150 },
    });
  });
  afterAll(async () => {
    await worker.stop();
    await api.stop();
    await Promise.all(tools.map((tool) => tool.close()));
  });

  const use = (name: string) => ({ id: name.replace('/', '-'), use: name, with: { unit: 'care' } });
  const serve = async (tool: { open(): Promise<StandIn> }) => {
    const standIn = await tool.open();
    tools.push(standIn);
    return standIn;
  };
  const polled = (office: ToolOffice): Promise<Json> =>
    eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      return body.poll.polledAt === null ? undefined : body;
    });
  const events = async (office: ToolOffice) => {
    await office.workedOff();
    return office.events();
  };

  test('of GitHub waits where it is told to, and goes on where it was', async () => {
    const tool = new GithubStandIn(clock);
    const standIn = await serve(tool);
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five'])
      tool.issue(title, ['waymark:hub.launched']);
    for (const number of [1, 2, 3, 4, 5]) {
      now += MINUTE;
      tool.close(number);
    }
    standIn.allow(4, 20 * MINUTE);
    const office = await ToolOffice.open(
      ...([api, 'limited', 'github', [use('github/issue-labelled')]] as const),
      {
        poll: { url: standIn.url, credentials: { token: TOKEN }, projects: ['octo-org/checkout'] },
      },
    );
    const waiting = await eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      return Date.parse(body.poll.nextAt) > now + 16 * MINUTE ? body.poll : undefined;
    });
    expect(waiting).toMatchObject({ failure: null, polledAt: null });
    expect(standIn.asked).toHaveLength(4);
    now += 21 * MINUTE;
    await polled(office);
    expect(await events(office)).toHaveLength(5);
    // what had been read before is not asked for again
    const histories = standIn.asked.filter((path) => path.includes('/events'));
    expect(histories).toHaveLength(new Set(histories).size);
  });

  test('says why it cannot be asked, and is asked again', async () => {
    const tool = new JiraStandIn(clock);
    const standIn = await serve(tool);
    const wish = { url: standIn.url, projects: ['EMEA'] };
    const wrong = { user: 'me@example.com', token: 'another' };
    const office = await ToolOffice.open(api, 'refused', 'jira', [use('jira/epic-done')], {
      poll: { ...wish, credentials: wrong },
    });
    const failing = await eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      return body.poll.failure === null ? undefined : body;
    });
    expect(failing.poll.failure).toContain('answers 401. The credentials are not valid');
    expect(JSON.stringify(failing)).not.toContain('another');
    tool.epic(['waymark:hub.launched']);
    tool.move(1, 'Done');
    const right = { ...wrong, token: TOKEN };
    await office.put({ kind: 'jira', poll: { credentials: right } });
    await polled(office);
    expect(await events(office)).toHaveLength(1);
    // credentials are for one place
    const moved = await office.put({ kind: 'jira', poll: { url: 'https://elsewhere.example' } });
    expect(moved).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/poll/credentials' }] },
    });
    expect((await office.put({ kind: 'jira', poll: null })).body.poll).toBeNull();
  });

  test('asks for the projects that can be read, and says which cannot', async () => {
    const tool = new GithubStandIn(clock);
    const standIn = await serve(tool);
    tool.issue('One', ['waymark:hub.launched']);
    tool.close(1);
    const office = await ToolOffice.open(
      ...([api, 'partly', 'github', [use('github/issue-labelled')]] as const),
      {
        poll: {
          url: standIn.url,
          credentials: { token: TOKEN },
          projects: ['octo-org/gone', 'octo-org/checkout'],
        },
      },
    );
    const source = await eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      return body.poll.failure === null ? undefined : body;
    });
    expect(source.poll).toMatchObject({
      ...{ polledAt: null, failure: expect.stringContaining('/repos/octo-org/gone') },
    });
    expect(await events(office)).toHaveLength(1);
    await office.put({ kind: 'github', poll: { projects: ['octo-org/checkout'] } });
    expect((await polled(office)).poll).toMatchObject({ failure: null });
  });

  test.each([
    ['generic', { projects: ['x'] }, '/poll'],
    ['jira', { projects: ['EMEA'] }, '/poll/url'],
    ['jira', { projects: ['EMEA'], url: 'https://10.1.2.3' }, '/poll/url'],
    ['jira', { projects: ['EMEA'], url: 'http://jira.example.com' }, '/poll/url'],
    ['gitlab', { projects: ['a/b'], url: 'https://169.254.169.254/api/v4' }, '/poll/url'],
    ['github', { projects: ['octo-org'] }, '/poll/projects/0'],
    ['github', { projects: ['octo-org/..'] }, '/poll/projects/0'],
    ['gitlab', { projects: ['a/../b'] }, '/poll/projects/0'],
    ['github', { projects: ['a/b'], url: 'https://me:pass@example.com' }, '/poll/url'],
    ['github', { projects: ['a/b'], every: 'PT1S' }, '/poll/every'],
  ])('of kind %s with %j is refused', async (kind, poll, pointer) => {
    const client = await api.newProgram(`unfit-${crypto.randomUUID()}`);
    const credentials = { token: TOKEN };
    const wish = { kind, secret: SECRET, poll: { credentials, ...poll } };
    const answer = await client.put('/sources/unfit', wish);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});
