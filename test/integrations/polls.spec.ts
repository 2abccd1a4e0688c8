import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorker, type Worker } from '../../apps/worker/src/create-worker.js';
import type { Json } from '../e2e/support/client.js';
import { eventually } from '../e2e/support/eventually.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import { fromGithub, hexOf, type ToolRequest } from './support/signing.js';
import { GithubStandIn, type Told } from './support/stand-ins/github.js';
import { GitlabStandIn } from './support/stand-ins/gitlab.js';
import { JiraStandIn } from './support/stand-ins/jira.js';
import { type StandIn, TOKEN } from './support/stand-ins/stand-in.js';
import { SECRET, ToolOffice } from './support/tool-office.js';

const TYPE = { 'content-type': 'application/json' };
const MINUTE = 60_000;

/** How each tool sends what happened. */
const SENT: Readonly<Record<string, (told: Told) => ToolRequest>> = {
  github: ({ event, payload }) => fromGithub(SECRET, event, payload),
  gitlab: ({ event, payload }) => ({
    body: JSON.stringify(payload),
    headers: {
      ...{ ...TYPE, 'x-gitlab-event': event, 'x-gitlab-token': SECRET },
      'x-gitlab-event-uuid': crypto.randomUUID(),
    },
  }),
  jira: ({ payload }) => {
    const body = JSON.stringify(payload);
    const id = crypto.randomUUID();
    const headers = {
      'x-atlassian-webhook-identifier': id,
      'x-hub-signature': hexOf(SECRET, body),
    };
    return { body, headers: { ...TYPE, ...headers } };
  },
};

describe('a source that is asked', () => {
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

  const use = (name: string, parameters: object = {}) => ({
    ...{ id: name.replace('/', '-'), use: name, with: { unit: 'care', ...parameters } },
  });
  const serve = async (tool: { open(): Promise<StandIn> }) => {
    const standIn = await tool.open();
    tools.push(standIn);
    return standIn;
  };
  const polled = (office: ToolOffice, since = 0): Promise<Json> =>
    eventually(async () => {
      const { body } = await office.client.get(`/sources/${office.source}`);
      const { failure, polledAt } = body.poll;
      if (failure !== null) throw new Error(failure);
      return Date.parse(polledAt ?? '') > since ? body : undefined;
    });

  /** What the log holds of a source: which facts, and of when. */
  const log = async (office: ToolOffice) => {
    await office.workedOff();
    const facts = (await office.events()).map(({ type, unit, occurredAt, data }: Json) =>
      [occurredAt.slice(0, 19), type, unit, data.milestone, data.due ?? ''].join(' '),
    );
    return facts.toSorted();
  };

  interface Story {
    readonly kind: string;
    readonly standIn: StandIn;
    readonly mapping: readonly unknown[];
    readonly poll: object;
    /** What happens, minute by minute; the middle is lost. */
    readonly before: readonly (() => Told)[];
    readonly lost: readonly (() => Told)[];
    readonly after: readonly (() => Told)[];
  }

  /** Lives through an outage twice: once as if there had been none, once with a poll at its end. */
  const outage = async (story: Story) => {
    const { kind, standIn, mapping, poll } = story;
    const credentials = { token: TOKEN, ...(kind === 'jira' ? { user: 'me@example.com' } : {}) };
    const whole = await ToolOffice.open(api, `${kind}-whole`, kind, mapping);
    const lossy = await ToolOffice.open(api, `${kind}-lossy`, kind, mapping, {
      poll: { url: standIn.url, credentials, every: 'PT30M', ...poll },
    });
    await polled(lossy);
    const live = async (steps: readonly (() => Told)[], offices: readonly ToolOffice[]) => {
      for (const step of steps) {
        now += MINUTE;
        const told = step();
        for (const office of offices) {
          expect((await office.send(SENT[kind]?.(told) as ToolRequest)).status).toBe(202);
          await office.workedOff();
        }
      }
    };
    await live(story.before, [whole, lossy]);
    now += 30 * MINUTE;
    await polled(lossy, now - MINUTE);
    await live(story.lost, [whole]);
    expect(await log(lossy)).not.toEqual(await log(whole));
    now += 60 * MINUTE;
    await polled(lossy, now - MINUTE);
    await live(story.after, [whole, lossy]);
    now += 60 * MINUTE;
    const source = await polled(lossy, now - MINUTE);
    expect(Date.parse(source.poll.reachedAt)).toBeGreaterThan(now - MINUTE);
    return { whole, lossy, source };
  };

  test('of GitHub misses nothing of an outage', async () => {
    const tool = new GithubStandIn(clock);
    const standIn = await serve(tool);
    const { whole, lossy, source } = await outage({
      ...{ kind: 'github', standIn, poll: { projects: ['octo-org/checkout'] } },
      mapping: [
        use('github/issue-labelled'),
        use('github/milestone-closed'),
        use('github/milestone-due'),
        use('github/release-published', { milestone: 'coe.formed' }),
        use('github/deployment-succeeded', { environments: { production: 'hub.launched' } }),
      ],
      before: [
        () => tool.issue('Launch', ['waymark:hub.launched']),
        () => tool.close(1),
        () => tool.milestone('waymark:sponsor.approved', null),
        () => tool.milestone('waymark:strategy-roadmap.agreed', null),
        () => tool.setMilestone(2, 'closed'),
      ],
      lost: [
        () => tool.reopen(1),
        () => tool.issue('Sponsor', ['waymark:sponsor.approved']),
        () => tool.close(2),
        () => tool.issue('Nobody wants it', ['waymark:coe.formed']),
        () => tool.close(3, 'not_planned'),
        () => tool.issue('A pull request', ['waymark:coe.formed'], { pull_request: {} }),
        () => tool.issue('Labelled late', []),
        () => tool.close(5),
        () => tool.label(5, 'waymark:coe.formed'),
        () => tool.close(1),
        () => tool.unlabel(2, 'waymark:sponsor.approved'),
        () => tool.setMilestone(1, 'edited', { due_on: '2026-09-30T07:00:00Z' }),
        () => tool.setMilestone(2, 'opened'),
        () => tool.release('v1.0.0-rc', { prerelease: true }),
        () => tool.release('v1.0.0'),
        () => tool.deploy('production'),
        () => tool.status('in_progress'),
        () => tool.status('success'),
      ],
      after: [() => tool.reopen(1), () => tool.setMilestone(1, 'closed')],
    });
    expect(await log(lossy)).toEqual(await log(whole));
    expect(await log(lossy)).toHaveLength(12);
    expect(source.health).toMatchObject({ unmatched: 0, rejected: 0, failed: 0 });
    expect(standIn.asked.some((path) => path.includes('page=2'))).toBe(true);
    now += 60 * MINUTE;
    await polled(lossy, now - MINUTE);
    expect(standIn.unmodified).toBe(1);
  });

  test('of GitLab misses nothing of an outage', async () => {
    const tool = new GitlabStandIn(clock);
    const standIn = await serve(tool);
    const { whole, lossy } = await outage({
      ...{ kind: 'gitlab', standIn, poll: { projects: ['contoso/checkout'] } },
      mapping: [
        use('gitlab/issue-labelled'),
        use('gitlab/issue-due'),
        use('gitlab/milestone-closed'),
        use('gitlab/release-published', { milestone: 'coe.formed' }),
        use('gitlab/deployment-succeeded', { environments: { production: 'hub.launched' } }),
      ],
      before: [
        () => tool.issue('Launch', ['waymark:hub.launched']),
        () => tool.setIssue(1, 'close'),
        () => tool.milestone('waymark:sponsor.approved', null),
        () => tool.milestone('waymark:strategy-roadmap.agreed', null),
        () => tool.setMilestone(2, 'close'),
      ],
      lost: [
        () => tool.setIssue(1, 'reopen'),
        () => tool.issue('Sponsor', ['waymark:sponsor.approved']),
        () => tool.setIssue(2, 'close'),
        () => tool.setIssue(2, 'reopen'),
        () => tool.due(2, '2026-09-30'),
        () => tool.issue('Labelled late', []),
        () => tool.setIssue(3, 'close'),
        () => tool.label(3, 'waymark:coe.formed'),
        () => tool.setMilestone(1, 'close'),
        () => tool.setMilestone(2, 'reopen'),
        () => tool.release('v1.0.0'),
        () => tool.deploy('staging', 'success'),
        () => tool.deploy('production', 'failed'),
        () => tool.deploy('production', 'success'),
      ],
      after: [() => tool.setIssue(2, 'close')],
    });
    expect(await log(lossy)).toEqual(await log(whole));
    expect(await log(lossy)).toHaveLength(12);
    expect(standIn.asked.some((path) => path.includes('page=2'))).toBe(true);
  });

  test('of Jira misses nothing of an outage', async () => {
    const tool = new JiraStandIn(clock);
    const standIn = await serve(tool);
    const { whole, lossy } = await outage({
      ...{ kind: 'jira', standIn, poll: { projects: ['EMEA'] } },
      mapping: [use('jira/epic-done'), use('jira/due-date')],
      before: [() => tool.epic(['waymark:hub.launched']), () => tool.move(1, 'Done')],
      lost: [
        () => tool.move(1, 'In Progress'),
        () => tool.epic(['waymark:sponsor.approved']),
        () => tool.due(2, '2026-09-30'),
        () => tool.move(2, 'In Progress'),
        () => tool.move(2, 'Done'),
        () => tool.move(2, 'In Progress'),
        () => tool.epic([]),
        () => tool.move(3, 'Done'),
        () => tool.label(3, 'waymark:coe.formed'),
        () => tool.move(1, 'Done'),
      ],
      after: [() => tool.move(2, 'Done'), () => tool.move(1, 'In Progress')],
    });
    expect(await log(lossy)).toEqual(await log(whole));
    expect(await log(lossy)).toHaveLength(9);
    expect(standIn.asked.some((path) => path.includes('nextPageToken=2'))).toBe(true);
  });
});
