import { describe, expect, test } from 'vitest';
import { GITLAB_ISSUE, GITLAB_MILESTONE, GITLAB_PROJECT as project } from './payloads.js';
import { changed, made, type Payload } from './support.js';

describe('GitLab', () => {
  const issue = (change?: (payload: Payload) => void, parameters = {}) =>
    made('gitlab/issue-labelled', 'Issue Hook', changed(GITLAB_ISSUE, change), parameters);

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
    const dated = changed(GITLAB_ISSUE, ({ object_attributes: attributes }) => {
      Object.assign(attributes, { state: 'opened', action: 'update', due_date: '2014-01-31' });
    });
    expect(made('gitlab/issue-due', 'Issue Hook', dated)[0]?.fact).toEqual({
      kind: 'target',
      data: { milestone: 'hub.launched', due: '2014-01-31', occurredAt: '2013-12-04T10:00:00Z' },
    });
  });

  test('a milestone is closed, opened again, and has a due date', () => {
    const milestone = (use: string, action: string) =>
      made(use, 'Milestone Hook', { ...GITLAB_MILESTONE, action })[0]?.fact;
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
