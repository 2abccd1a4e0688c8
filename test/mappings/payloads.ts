import type { Payload } from './support.js';

/** @source docs.gitlab.com/user/project/integrations/webhook_events */
export const GITLAB_PROJECT = {
  id: 1,
  name: 'Gitlab Test',
  web_url: 'http://example.com/gitlabhq/gitlab-test',
  path_with_namespace: 'gitlabhq/gitlab-test',
};
const labels = [
  { id: 206, title: 'API' },
  { id: 207, title: 'waymark:hub.launched' },
];

/** @source "Work item events", there */
export const GITLAB_ISSUE: Payload = {
  object_kind: 'issue',
  event_type: 'issue',
  project: GITLAB_PROJECT,
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

/** @source "Milestone events", there */
export const GITLAB_MILESTONE: Payload = {
  object_kind: 'milestone',
  event_type: 'milestone',
  project: GITLAB_PROJECT,
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

/**
 * An issue of Jira that changed its status.
 * @source developer.atlassian.com/server/jira/platform/webhooks, "Example: callback for an issue related
 * event"; fields after developer.atlassian.com/cloud/jira/platform/rest/v2, "Get issue"
 */
export const JIRA_DONE: Payload = {
  timestamp: 1_525_698_237_764,
  webhookEvent: 'jira:issue_updated',
  issue_event_type_name: 'issue_generic',
  user: { name: 'mia', displayName: 'Mia Krystof', active: true },
  issue: {
    id: '10002',
    self: 'https://jira.contoso.com/rest/api/2/issue/10002',
    key: 'EMEA-17',
    fields: {
      summary: 'Launch the hub',
      issuetype: { id: '10000', name: 'Epic', subtask: false },
      project: { id: '10010', key: 'EMEA', name: 'EMEA' },
      labels: ['q2', 'waymark:hub.launched'],
      components: [{ id: '10100', name: 'Support' }],
      status: {
        id: '10001',
        name: 'Done',
        statusCategory: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
      },
      statuscategorychangedate: '2018-05-07T15:03:57.737+0200',
      resolutiondate: '2018-05-07T15:03:57.000+0200',
      duedate: '2018-06-30',
      created: '2018-01-16T23:46:10.612-0600',
      updated: '2018-05-07T15:03:57.737+0200',
      customfield_10050: null,
    },
  },
  changelog: {
    id: '10124',
    items: [
      {
        field: 'status',
        fieldtype: 'jira',
        fieldId: 'status',
        from: '3',
        fromString: 'In Progress',
        to: '10001',
        toString: 'Done',
      },
    ],
  },
};

/** @source learn.microsoft.com/en-us/azure/devops/service-hooks/events, "Work item updated" */
export const AZURE_UPDATED: Payload = {
  id: '27646e0e-b520-4d2b-9411-bba7524947cd',
  eventType: 'workitem.updated',
  publisherId: 'tfs',
  resource: {
    id: 2,
    workItemId: 5,
    rev: 2,
    revisedDate: '9999-01-01T00:00:00Z',
    fields: {
      'System.Rev': { oldValue: '1', newValue: '2' },
      'System.State': { oldValue: 'Active', newValue: 'Closed' },
    },
    url: 'http://contoso.visualstudio.com/DefaultCollection/_apis/wit/workItems/5/updates/2',
    revision: {
      id: 5,
      rev: 2,
      fields: {
        'System.AreaPath': 'Contoso\\EMEA',
        'System.TeamProject': 'Contoso',
        'System.WorkItemType': 'Epic',
        'System.State': 'Closed',
        'System.Title': 'Launch the hub',
        'System.Tags': 'q2; waymark:hub.launched',
        'System.ChangedDate': '2014-07-15T16:48:44.663Z',
        'Microsoft.VSTS.Common.ClosedDate': '2014-07-15T16:48:44.663Z',
        'Microsoft.VSTS.Scheduling.TargetDate': '2014-09-30T00:00:00Z',
      },
      url: 'http://contoso.visualstudio.com/DefaultCollection/_apis/wit/workItems/5/revisions/2',
    },
  },
  createdDate: '2014-07-15T16:48:45Z',
};

/** @source servicenow.com/docs, "Table API" (values as stored) and "Change Request states" */
export const SERVICENOW_CLOSED: Payload = {
  event: 'change_request',
  instance: 'https://contoso.service-now.com',
  record: {
    number: 'CHG0030001',
    sys_id: 'c286d61347c12200e0ef563dbb9a71df',
    short_description: 'Launch the hub (waymark:hub.launched)',
    state: '3',
    close_code: 'successful',
    closed_at: '2024-01-31 12:34:56',
    sys_updated_on: '2024-01-31 12:34:57',
    cmdb_ci: 'b0c4030ac0a800090152e7a4564ca36c',
  },
};

/** @source developer.salesforce.com, SOAP API Developer Guide, "Outbound Messaging", read from its SOAP */
export const SALESFORCE_WON: Payload = {
  organizationId: '00D000000000000EAA',
  actionId: '04k000000000000AAA',
  sObject: {
    Id: '0060000000000001AAA',
    Name: 'Contoso 2026',
    StageName: 'Closed Won',
    AccountId: '0010000000000001AAA',
    CloseDate: '2026-03-31',
    LastModifiedDate: '2026-03-30T09:00:00.000Z',
  },
};
