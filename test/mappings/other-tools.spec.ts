import { describe, expect, test } from 'vitest';
import { AZURE_UPDATED, SALESFORCE_WON, SERVICENOW_CLOSED } from './payloads.js';
import { changed, made, type Payload } from './support.js';

describe('Azure DevOps', () => {
  const item = (use: string, change?: (payload: Payload) => void, parameters = {}) =>
    made(use, 'workitem.updated', changed(AZURE_UPDATED, change), parameters);

  test('a work item with a tag is closed', () => {
    const units = { 'Contoso\\EMEA': 'emea' };
    expect(item('azure-devops/work-item-done', undefined, { units })).toEqual([
      {
        rule: 'it.done',
        unit: { key: 'emea' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2014-07-15T16:48:44.663Z',
            evidence: [
              {
                title: 'Launch the hub',
                url: 'http://contoso.visualstudio.com/DefaultCollection/_workitems/edit/5',
              },
            ],
          },
        },
      },
    ]);
  });

  test('it is reopened; without tags it tells nothing', () => {
    const reopened = item('azure-devops/work-item-done', ({ resource }) => {
      resource.fields['System.State'] = { oldValue: 'Closed', newValue: 'Active' };
      resource.revision.fields['System.State'] = 'Active';
    });
    expect(reopened).toMatchObject([
      { unit: { external: 'Contoso\\EMEA' }, fact: { kind: 'lapsed' } },
    ]);
    const untagged = item('azure-devops/work-item-done', ({ resource }) => {
      delete resource.revision.fields['System.Tags'];
    });
    expect(untagged).toEqual([]);
  });

  test('its target date moves a target', () => {
    const moved = item('azure-devops/target-date', ({ resource }) => {
      resource.fields = { 'Microsoft.VSTS.Scheduling.TargetDate': {} };
    });
    expect(moved[0]?.fact).toEqual({
      kind: 'target',
      data: {
        milestone: 'hub.launched',
        due: '2014-09-30',
        occurredAt: '2014-07-15T16:48:44.663Z',
      },
    });
    expect(item('azure-devops/target-date')).toEqual([]);
  });
});

describe('ServiceNow', () => {
  const change = (edit?: (payload: Payload) => void, parameters = {}) =>
    made(
      'servicenow/change-closed',
      'change_request',
      changed(SERVICENOW_CLOSED, edit),
      parameters,
    );

  test('a change is closed as successful', () => {
    expect(change()).toEqual([
      {
        rule: 'it.closed',
        unit: { external: 'b0c4030ac0a800090152e7a4564ca36c' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2024-01-31T12:34:56Z',
            evidence: [
              {
                title: 'CHG0030001 Launch the hub (waymark:hub.launched)',
                url: 'https://contoso.service-now.com/nav_to.do?uri=change_request.do?sys_id=c286d61347c12200e0ef563dbb9a71df',
              },
            ],
          },
        },
      },
    ]);
  });

  test('another code, or another state, tells nothing', () => {
    const code = (value: string) => (payload: Payload) => {
      payload.record.close_code = value;
    };
    expect(change(code('unsuccessful'))).toEqual([]);
    expect(change(code('successful_issues'))).toEqual([]);
    const both = { closeCodes: ['successful', 'successful_issues'] };
    expect(change(code('successful_issues'), both)).toHaveLength(1);
    expect(
      change(({ record }) => {
        record.state = '-1';
      }),
    ).toEqual([]);
  });

  test('every change is for one milestone and one unit, where that is said', () => {
    const said = { milestone: 'change.landed', unit: 'emea' };
    const bare = change(({ record }) => {
      record.short_description = 'Patch';
    }, said);
    expect(bare).toMatchObject([
      { unit: { key: 'emea' }, fact: { data: { milestone: 'change.landed' } } },
    ]);
  });
});

describe('Salesforce', () => {
  const record = (use: string, parameters: object, edit?: (payload: Payload) => void) =>
    made(use, 'Opportunity', changed(SALESFORCE_WON, edit), {
      milestone: 'sponsor.approved',
      ...parameters,
    });

  test('a record reaches a stage', () => {
    const found = record('salesforce/record-reaches', {
      units: { '0010000000000001AAA': 'contoso' },
      site: 'https://contoso.lightning.force.com',
    });
    expect(found).toEqual([
      {
        rule: 'it.reached',
        unit: { key: 'contoso' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'sponsor.approved',
            occurredAt: '2026-03-30T09:00:00.000Z',
            evidence: [
              {
                title: 'Contoso 2026',
                url: 'https://contoso.lightning.force.com/0060000000000001AAA',
              },
            ],
          },
        },
      },
    ]);
  });

  test('without a site there is no link, and by a date of its own it is dated', () => {
    const [found] = record('salesforce/record-reaches', {}, ({ sObject }) => {
      sObject.LastStageChangeDate = '2026-03-29T08:00:00.000Z';
    });
    expect(found?.unit).toEqual({ external: '0010000000000001AAA' });
    expect(found?.fact.data).toEqual({
      milestone: 'sponsor.approved',
      occurredAt: '2026-03-29T08:00:00.000Z',
    });
  });

  test('any field of any object counts', () => {
    const project = { object: 'Project__c', field: 'Status__c', values: ['Live'] };
    const live = changed(SALESFORCE_WON, ({ sObject }) => {
      sObject.Status__c = 'Live';
    });
    const parameters = { milestone: 'sponsor.approved', ...project };
    expect(made('salesforce/record-reaches', 'Project__c', live, parameters)).toHaveLength(1);
    expect(made('salesforce/record-reaches', 'Opportunity', live, parameters)).toEqual([]);
  });

  test('its close date moves a target', () => {
    expect(record('salesforce/date-moves-target', {})[0]?.fact).toEqual({
      kind: 'target',
      data: {
        milestone: 'sponsor.approved',
        due: '2026-03-31',
        occurredAt: '2026-03-30T09:00:00.000Z',
      },
    });
  });
});
