import { describe, expect, test } from 'vitest';
import { changed, made, type Payload } from './support.js';

/** @source docs.gitlab.com/user/project/integrations/webhook_events, "Work item events" and the others */
describe('GitLab', () => {
  const project = {
    id: 1,
    name: 'Gitlab Test',
    web_url: 'http://example.com/gitlabhq/gitlab-test',
    path_with_namespace: 'gitlabhq/gitlab-test',
  };
  const labels = [
    { id: 206, title: 'API' },
    { id: 207, title: 'waymark:hub.launched' },
  ];
  const ISSUE: Payload = {
    object_kind: 'issue',
    event_type: 'issue',
    project,
    object_attributes: {
      id: 301,
      iid: 23,
      title: 'New API: create/update/delete file',
      created_at: '2013-12-03T17:15:43Z',
      updated_at: '2013-12-04 10:00:00 UTC',
      closed_at: null,
      due_date: null,
      type: 'Issue',
      url: 'http://example.com/diaspora/issues/23',
      state: 'closed',
      action: 'close',
      labels,
    },
    labels,
    changes: {},
  };
  const issue = (change?: (payload: Payload) => void, parameters = {}) =>
    made('gitlab/issue-labelled', 'Issue Hook', changed(ISSUE, change), parameters);

  test('an issue with a label is closed', () => {
    expect(issue()).toEqual([
      {
        rule: 'it.closed',
        unit: { external: 'gitlabhq/gitlab-test' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2013-12-04T10:00:00Z',
            evidence: [
              {
                title: 'New API: create/update/delete file',
                url: 'http://example.com/diaspora/issues/23',
              },
            ],
          },
        },
      },
    ]);
  });

  test('an epic of a group is closed', () => {
    const found = issue(
      (payload) => {
        payload.object_kind = 'work_item';
        payload.object_attributes.type = 'Epic';
        payload.object_attributes.closed_at = '2013-12-04T09:59:59Z';
        delete payload.project;
        payload.group = { group_id: 5, full_path: 'gitlabhq' };
      },
      { units: { gitlabhq: 'emea' } },
    );
    expect(found).toMatchObject([
      { unit: { key: 'emea' }, fact: { data: { occurredAt: '2013-12-04T09:59:59Z' } } },
    ]);
  });

  test('it is reopened, or edited without a change of its labels', () => {
    const reopened = issue(({ object_attributes: attributes }) => {
      Object.assign(attributes, { state: 'opened', action: 'reopen' });
    });
    expect(reopened.map(({ fact }) => fact.kind)).toEqual(['lapsed']);
    const edited = issue(({ object_attributes: attributes }) => {
      attributes.action = 'update';
    });
    expect(edited).toEqual([]);
  });

  test('a due date moves a target', () => {
    const dated = changed(ISSUE, ({ object_attributes: attributes }) => {
      Object.assign(attributes, { state: 'opened', action: 'update', due_date: '2014-01-31' });
    });
    expect(made('gitlab/issue-due', 'Issue Hook', dated)[0]?.fact).toEqual({
      kind: 'target',
      data: { milestone: 'hub.launched', due: '2014-01-31', occurredAt: '2013-12-04T10:00:00Z' },
    });
  });

  const MILESTONE: Payload = {
    object_kind: 'milestone',
    event_type: 'milestone',
    project,
    object_attributes: {
      id: 61,
      iid: 10,
      title: 'v1.0',
      description: 'First stable release, waymark:hub.launched',
      state: 'closed',
      created_at: '2025-06-16 14:10:57 UTC',
      updated_at: '2025-06-17 14:10:57 UTC',
      due_date: '2025-07-31',
      start_date: null,
      group_id: null,
      project_id: 1,
    },
    action: 'close',
  };

  test('a milestone is closed, opened again, and has a due date', () => {
    const milestone = (use: string, action: string) =>
      made(use, 'Milestone Hook', { ...MILESTONE, action })[0]?.fact;
    expect(milestone('gitlab/milestone-closed', 'close')).toEqual({
      kind: 'achieved',
      data: {
        milestone: 'hub.launched',
        occurredAt: '2025-06-17T14:10:57Z',
        evidence: [
          { title: 'v1.0', url: 'http://example.com/gitlabhq/gitlab-test/-/milestones/10' },
        ],
      },
    });
    expect(milestone('gitlab/milestone-closed', 'reopen')?.kind).toBe('lapsed');
    expect(milestone('gitlab/milestone-due', 'create')?.data).toMatchObject({ due: '2025-07-31' });
    expect(milestone('gitlab/milestone-due', 'close')).toBeUndefined();
  });

  test('a release is published', () => {
    const release = {
      id: 1,
      created_at: '2020-11-02 12:55:12 UTC',
      description: 'v1.1 has been released: waymark:software.released',
      name: 'v1.1',
      released_at: '2020-11-02 12:55:12 UTC',
      tag: 'v1.1',
      object_kind: 'release',
      project,
      url: 'https://example.com/gitlab-org/release-webhook-example/-/releases/v1.1',
      action: 'create',
    };
    expect(made('gitlab/release-published', 'Release Hook', release)[0]?.fact).toMatchObject({
      kind: 'achieved',
      data: { milestone: 'software.released', occurredAt: '2020-11-02T12:55:12Z' },
    });
  });

  test('a deployment succeeds', () => {
    const deployment = {
      object_kind: 'deployment',
      status: 'success',
      status_changed_at: '2021-04-28 21:50:00 +0200',
      deployment_id: 15,
      deployable_id: 796,
      deployable_url: 'http://10.126.0.2:3000/root/test-deployment-webhooks/-/jobs/796',
      environment: 'staging',
      project,
      short_sha: '279484c0',
      ref: 'main',
    };
    const environments = { staging: 'software.tried' };
    const found = made('gitlab/deployment-succeeded', 'Deployment Hook', deployment, {
      environments,
    });
    expect(found[0]?.fact.data).toMatchObject({
      milestone: 'software.tried',
      occurredAt: '2021-04-28T21:50:00+02:00',
    });
    const running = { ...deployment, status: 'running' };
    expect(
      made('gitlab/deployment-succeeded', 'Deployment Hook', running, { environments }),
    ).toEqual([]);
  });
});
