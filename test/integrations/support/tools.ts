import { fromGithub, hexOf, type ToolRequest } from './signing.js';

/** A request, and what stands in its address. */
export interface Sent extends ToolRequest {
  readonly query?: string;
}

/** A tool as it sends one delivery. */
export interface Tool {
  /** What the source needs beside kind and secret. */
  readonly source?: object;
  /** Whether a signature covers its body. */
  readonly signed: boolean;
  readonly event: string;
  /** Part of what is kept. */
  readonly payload: object;
  send(secret: string): Sent;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const basic = (secret: string) => ({
  authorization: `Basic ${Buffer.from(`waymark:${secret}`).toString('base64')}`,
});

/** @source docs.github.com, Webhook events and payloads, `milestone` */
const github: Tool = {
  signed: true,
  event: 'milestone',
  payload: { action: 'closed' },
  send: (secret) =>
    fromGithub(
      secret,
      'milestone',
      { action: 'closed', milestone: { number: 1, closed_at: '2026-03-01T10:00:00Z' } },
      '72d3162e-cc78-11e3-81ab-4c9367dc0958',
    ),
};

/** @source docs.gitlab.com, Webhook events, Work item events */
export const gitlab: Tool = {
  signed: false,
  event: 'Issue Hook',
  payload: { object_kind: 'issue', object_attributes: { iid: 23 } },
  send: (secret) => ({
    body: JSON.stringify({
      object_kind: 'issue',
      event_type: 'issue',
      object_attributes: { id: 301, iid: 23, state: 'closed', action: 'close' },
    }),
    headers: {
      ...JSON_TYPE,
      'user-agent': 'GitLab/17.4.0-pre',
      'idempotency-key': 'f5e57edb-b3ab-4f9a-9e4b-3a4f1f0e1f5a',
      'x-gitlab-event': 'Issue Hook',
      'x-gitlab-event-uuid': '13792a34-cac6-4fda-95a8-c58e00a3954e',
      'x-gitlab-token': secret,
    },
  }),
};

/** @source developer.atlassian.com, Jira Cloud platform, Webhooks */
const jira: Tool = {
  signed: true,
  event: 'jira:issue_updated',
  payload: { issue: { key: 'HUB-7' } },
  send: (secret) => {
    const body = JSON.stringify({
      timestamp: 1_773_000_000_000,
      webhookEvent: 'jira:issue_updated',
      issue_event_type_name: 'issue_generic',
      issue: { id: '10002', key: 'HUB-7', fields: { summary: 'Launch the hub' } },
    });
    return {
      body,
      headers: {
        ...JSON_TYPE,
        'x-atlassian-webhook-identifier': '8c8a5b1e-0f53-4d43-9b55-0d1f4b2b9d10',
        'x-hub-signature': hexOf(secret, body),
      },
    };
  },
};

/** @source learn.microsoft.com, Azure DevOps, Service hooks events, workitem.updated */
const azureDevOps: Tool = {
  signed: false,
  event: 'workitem.updated',
  payload: { eventType: 'workitem.updated', resource: { workItemId: 5 } },
  send: (secret) => ({
    body: JSON.stringify({
      id: '27646e0e-b520-4d2b-9411-bba7524947cd',
      eventType: 'workitem.updated',
      publisherId: 'tfs',
      resource: { id: 2, workItemId: 5, rev: 2 },
      createdDate: '2026-03-01T10:00:00Z',
    }),
    headers: { ...JSON_TYPE, ...basic(secret) },
  }),
};

/** @source servicenow.com/docs, Outbound REST web service: a business rule that sends a change request */
const servicenow: Tool = {
  signed: false,
  event: 'change_request.closed',
  payload: { number: 'CHG0000024' },
  send: (secret) => ({
    body: JSON.stringify({
      event: 'change_request.closed',
      sys_id: '46e18c0fa9fe19810066a0083f76bd56',
      number: 'CHG0000024',
      state: '3',
      closed_at: '2026-03-01 10:00:00',
    }),
    headers: { ...JSON_TYPE, ...basic(secret) },
  }),
};

/** @source developer.salesforce.com, SOAP API Developer Guide, Understanding the Outbound Messaging WSDL */
export const salesforce: Tool = {
  source: { organization: '00D000000000001EAA' },
  signed: false,
  event: 'Opportunity',
  payload: { sObject: { StageName: 'Closed Won', Name: 'R&D <hub>', Amount: null } },
  send: (secret) => ({
    body: `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <soapenv:Body>
  <notifications xmlns="http://soap.sforce.com/2005/09/outbound">
   <OrganizationId>00D000000000001EAA</OrganizationId>
   <ActionId>04k000000000001AAA</ActionId>
   <SessionId>not-to-be-kept-${secret}</SessionId>
   <EnterpriseUrl>https://example.my.salesforce.com/services/Soap/c/61.0</EnterpriseUrl>
   <PartnerUrl>https://example.my.salesforce.com/services/Soap/u/61.0</PartnerUrl>
   <Notification>
    <Id>04l000000000001AAA</Id>
    <sObject xsi:type="sf:Opportunity" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">
     <sf:Id>006000000000001AAA</sf:Id>
     <sf:Amount xsi:nil="true"/>
     <sf:Name>R&amp;D &lt;hub&gt;</sf:Name>
     <sf:StageName>Closed Won</sf:StageName>
    </sObject>
   </Notification>
  </notifications>
 </soapenv:Body>
</soapenv:Envelope>`,
    headers: { 'content-type': 'text/xml; charset=UTF-8', soapaction: '""' },
    query: `?secret=${encodeURIComponent(secret)}`,
  }),
};

/** @source standardwebhooks.com, and `X-Waymark-Signature` of docs/sources.md */
const generic: Tool = {
  signed: true,
  event: 'deployed',
  payload: { type: 'deployed' },
  send: (secret) => {
    const body = JSON.stringify({ type: 'deployed', at: '2026-03-01T10:00:00Z' });
    const headers = {
      'x-waymark-delivery': 'build-71',
      'x-waymark-signature': hexOf(secret, body),
    };
    return { body, headers: { ...JSON_TYPE, ...headers } };
  },
};

export const TOOLS: Readonly<Record<string, Tool>> = {
  ...{ github, gitlab, jira, 'azure-devops': azureDevOps, servicenow, salesforce, generic },
};
