import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../e2e/support/client.js';
import { startTestApi, type TestApi } from '../e2e/support/test-api.js';
import {
  AZURE_UPDATED,
  GITLAB_ISSUE,
  GITLAB_MILESTONE,
  JIRA_DONE,
  SERVICENOW_CLOSED,
} from '../mappings/payloads.js';
import { changed, github, type Payload } from '../mappings/support.js';
import { fromGithub, hexOf, type ToolRequest } from './support/signing.js';
import { SECRET, ToolOffice } from './support/tool-office.js';
import { salesforce } from './support/tools.js';

const TYPE = { 'content-type': 'application/json' };
const basic = { authorization: `Basic ${Buffer.from(`waymark:${SECRET}`).toString('base64')}` };

function fromJira(payload: Payload): ToolRequest {
  const body = JSON.stringify(payload);
  return { body, headers: { ...TYPE, 'x-hub-signature': hexOf(SECRET, body) } };
}

const fromGitlab = (event: string, payload: Payload): ToolRequest => ({
  body: JSON.stringify(payload),
  headers: {
    ...{ ...TYPE, 'x-gitlab-event': event, 'x-gitlab-token': SECRET },
    'x-gitlab-event-uuid': crypto.randomUUID(),
  },
});

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

describe('a ready-made rule', () => {
  /** What the log holds of a source after its tool sent some deliveries, each after the one before. */
  const told = async (office: ToolOffice, sent: readonly ToolRequest[], query = '') => {
    for (const request of sent) {
      expect((await office.send(request, query)).status).toBeLessThan(300);
      await office.workedOff();
    }
    return (await office.events()).map(({ type, unit, occurredAt, data }: Json) => ({
      ...{ type, unit, occurredAt, milestone: data.milestone },
    }));
  };
  const units = (name: string) => ({ units: { [name]: 'care' } });
  const use = (name: string, parameters: object = {}) => ({
    ...{ id: name.replace('/', '-'), use: name, with: parameters },
  });

  test('of Jira lets an epic reach a milestone, lapse, and move a target', async () => {
    const office = await ToolOffice.open(api, 'epics', 'jira', [
      use('jira/epic-done', units('EMEA')),
      use('jira/due-date', units('EMEA')),
    ]);
    const planned = changed(JIRA_DONE, ({ issue, changelog }) => {
      issue.fields.status = { name: 'To Do', statusCategory: { key: 'new' } };
      changelog.items = [{ field: 'duedate', from: null, to: '2018-06-30' }];
    });
    const reopened = changed(JIRA_DONE, (payload) => {
      payload.timestamp = Date.parse('2019-01-01T00:00:00Z');
      payload.issue.fields.status = { name: 'In Progress', statusCategory: { key: 'new' } };
      Object.assign(payload.changelog.items[0], { fromString: 'Done', toString: 'In Progress' });
    });
    const sent = [planned, JIRA_DONE, reopened].map(fromJira);
    expect(await told(office, sent)).toMatchObject([
      { type: 'target.set', unit: 'care' },
      {
        ...{ type: 'milestone.achieved', milestone: 'hub.launched' },
        occurredAt: '2018-05-07T15:03:57.737+02:00',
      },
      { type: 'milestone.lapsed', milestone: 'hub.launched' },
    ]);
    const { body } = await office.client.get('/units/care/roadmap');
    expect(body.targets).toMatchObject([{ due: '2018-06-30' }]);
    // the same once more, as after an outage: nothing is new
    expect(await told(office, sent)).toHaveLength(3);
  });

  test('of GitHub takes a milestone, a release and a deployment', async () => {
    const mine = units('Codertocat/Hello-World');
    const office = await ToolOffice.open(api, 'repos', 'github', [
      use('github/milestone-closed', mine),
      use('github/release-published', { ...mine, milestone: 'strategy-roadmap.agreed' }),
      use('github/deployment-succeeded', {
        ...{ ...mine, environments: { production: 'hub.launched' } },
      }),
    ]);
    const milestone = github('milestone', 'closed', ({ milestone: closed }) => {
      closed.title = 'waymark:sponsor.approved';
    });
    const sent = [
      fromGithub(SECRET, 'milestone', milestone),
      fromGithub(SECRET, 'release', github('release', 'published')),
      fromGithub(SECRET, 'deployment_status', github('deployment_status', 'created')),
    ];
    const events = await told(office, sent);
    expect(events.map((event) => [event.type, event.unit, event.milestone])).toEqual([
      ['milestone.achieved', 'care', 'sponsor.approved'],
      ['milestone.achieved', 'care', 'strategy-roadmap.agreed'],
      ['milestone.achieved', 'care', 'hub.launched'],
    ]);
  });

  test('of GitLab takes an issue and a milestone', async () => {
    const mine = units('gitlabhq/gitlab-test');
    const office = await ToolOffice.open(api, 'projects', 'gitlab', [
      use('gitlab/issue-labelled', mine),
      use('gitlab/milestone-due', mine),
    ]);
    const sent = [
      fromGitlab('Issue Hook', GITLAB_ISSUE),
      fromGitlab('Milestone Hook', { ...GITLAB_MILESTONE, action: 'create' }),
    ];
    expect(await told(office, sent)).toMatchObject([
      { type: 'milestone.achieved', unit: 'care', occurredAt: '2013-12-04T10:00:00Z' },
      { type: 'target.set', unit: 'care' },
    ]);
  });

  test('of Azure DevOps takes a work item', async () => {
    const office = await ToolOffice.open(api, 'boards', 'azure-devops', [
      use('azure-devops/work-item-done', units('Contoso\\EMEA')),
    ]);
    const sent = { body: JSON.stringify(AZURE_UPDATED), headers: { ...TYPE, ...basic } };
    expect(await told(office, [sent])).toMatchObject([
      { type: 'milestone.achieved', unit: 'care', occurredAt: '2014-07-15T16:48:44.663Z' },
    ]);
  });

  test('of ServiceNow takes a change', async () => {
    const office = await ToolOffice.open(api, 'changes', 'servicenow', [
      use('servicenow/change-closed', units(SERVICENOW_CLOSED.record.cmdb_ci)),
    ]);
    const sent = { body: JSON.stringify(SERVICENOW_CLOSED), headers: { ...TYPE, ...basic } };
    expect(await told(office, [sent])).toMatchObject([
      { type: 'milestone.achieved', unit: 'care', occurredAt: '2024-01-31T12:34:56Z' },
    ]);
  });

  test('of Salesforce takes a record from its SOAP', async () => {
    const said = { milestone: 'sponsor.approved', unit: 'care', site: 'https://example.com' };
    const rules = [use('salesforce/record-reaches', said)];
    const office = await ToolOffice.open(api, 'sales', 'salesforce', rules, salesforce.source);
    const { query, ...sent } = salesforce.send(SECRET);
    const [event, ...others] = await told(office, [sent], query);
    expect(others).toEqual([]);
    expect(event).toMatchObject({ type: 'milestone.achieved', milestone: 'sponsor.approved' });
    const [logged] = await office.events();
    expect(logged?.data.evidence).toEqual([
      { title: 'R&D <hub>', url: 'https://example.com/006000000000001AAA' },
    ]);
  });
});

const fixed = (milestone: string) => ({
  ...{ id: 'begun', when: 'event == "begun"', unit: { external: 'payload.of' } },
  ...{ record: 'achieved', milestone, occurredAt: 'payload.at' },
});
const FOUND = { ...fixed(''), id: 'reached', milestone: { cel: 'payload.what' } };

describe('a mapping', () => {
  test('is kept in every version, and can be looked at', async () => {
    const office = await ToolOffice.open(api, 'versions', 'generic', [FOUND]);
    await office.put({ kind: 'generic', mapping: [FOUND, fixed('hub.launched')] });
    const { body: versions } = await office.client.get(
      `/sources/${office.source}/mappings?limit=1`,
    );
    expect(versions).toMatchObject({ items: [{ version: 2, rules: 2 }], next: expect.any(String) });
    const older = await office.client.get(
      `/sources/${office.source}/mappings?limit=1&cursor=${versions.next}`,
    );
    expect(older.body).toMatchObject({ items: [{ version: 1, rules: 1 }], next: null });
    expect(older.body.items[0].madeBy).toBe(versions.items[0].madeBy);
    const one = await office.client.get(`/sources/${office.source}/mappings/1`);
    expect(one.body).toMatchObject({ version: 1, rules: [FOUND] });
    for (const none of ['3', '0', 'first', '99999999999']) {
      const { status, body } = await office.client.get(
        `/sources/${office.source}/mappings/${none}`,
      );
      expect([status, body.type]).toEqual([404, 'urn:waymark:problem:mapping-version-unknown']);
    }
  });

  test('may be about milestones that nobody knows yet, which is told at once', async () => {
    const office = await ToolOffice.open(api, 'unknown', 'generic', [FOUND]);
    const mapping = [FOUND, fixed('hub.lanched')];
    const pointer = '/mapping/1/milestone';
    const tried = await office.client.post(`/sources/${office.source}/dry-run`, { mapping });
    expect(tried.body.warnings).toMatchObject([{ pointer }]);
    expect(tried.body.warnings[0].message).toContain('Did you mean hub.launched?');
    const put = await office.put({ kind: 'generic', mapping });
    expect([put.status, put.body.warnings]).toEqual([200, tried.body.warnings]);
    const mended = await office.put({ kind: 'generic', mapping: [fixed('hub.launched')] });
    expect(mended.body.warnings).toEqual([]);
    // ready-made rules name some as well
    const github = await office.client.put('/sources/unknown-code', {
      ...{ kind: 'github', secret: SECRET },
      mapping: [
        {
          ...{ id: 'a', use: 'github/release-published' },
          with: { milestone: 'pets.sold', unit: 'emae' },
        },
        {
          ...{ id: 'b', use: 'github/deployment-succeeded' },
          with: { environments: { 'a/b': 'pets.live', production: 'hub.launched' } },
        },
      ],
    });
    expect(github.body.warnings.map((one: Json) => one.pointer)).toEqual([
      '/mapping/0/with/unit',
      '/mapping/0/with/milestone',
      '/mapping/1/with/environments/a~1b',
    ]);
    expect(github.body.warnings[0].message).toContain('There is no unit "emae".');
  });

  test('is read by a mapping that two do not change past each other', async () => {
    const office = await ToolOffice.open(api, 'both', 'generic', [FOUND]);
    const path = `/sources/${office.source}`;
    const { headers } = await office.client.get(path);
    const tag = headers.get('etag') ?? '';
    const put = (mapping: readonly object[], match: string) =>
      office.client.send('PUT', path, { kind: 'generic', mapping }, { 'if-match': match });
    const first = await put([], tag);
    expect([first.status, first.headers.get('etag')]).toEqual([200, '"2"']);
    const second = await put([FOUND], tag);
    expect([second.status, second.body.type]).toEqual([412, 'urn:waymark:problem:changed-since']);
    expect(second.headers.get('etag')).toBe('"2"');
    expect((await office.client.get(path)).body).toMatchObject({
      version: 2,
      mapping: { rules: [] },
    });
    expect((await put([FOUND], '*')).body).toMatchObject({ version: 3, mapping: { version: 3 } });
    const wish = { kind: 'generic', secret: SECRET };
    const none = await office.client.send('PUT', `${path}-2`, wish, { 'if-match': '*' });
    expect(none.status).toBe(412);
  });
});
