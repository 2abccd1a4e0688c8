import { describe, expect, test } from 'vitest';
import { JIRA_DONE } from './payloads.js';
import { changed, made, type Payload } from './support.js';

const updated = (change?: (payload: Payload) => void) => changed(JIRA_DONE, change);

const done = (payload: Payload, parameters: object = {}) =>
  made('jira/epic-done', payload.webhookEvent, payload, { ...parameters });

describe('jira/epic-done', () => {
  test('achieves what the label names when the epic goes to Done, on that day', () => {
    expect(done(updated())).toEqual([
      {
        rule: 'it.done',
        unit: { external: 'EMEA' },
        fact: {
          kind: 'achieved',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2018-05-07T15:03:57.737+02:00',
            evidence: [
              { title: 'EMEA-17 Launch the hub', url: 'https://jira.contoso.com/browse/EMEA-17' },
            ],
          },
        },
      },
    ]);
  });

  test('tells the same fact of a later step within what is done, and of a label that comes later', () => {
    const [first] = done(updated());
    const archived = updated((payload) => {
      payload.issue.fields.status.name = 'Archived';
      Object.assign(payload.changelog.items[0], { fromString: 'Done', toString: 'Archived' });
      payload.timestamp = 1_600_000_000_000;
    });
    const labelled = updated(({ changelog }) => {
      changelog.items = [
        { field: 'labels', fromString: 'q2', toString: 'q2 waymark:hub.launched' },
      ];
    });
    expect(done(archived)).toEqual([first]);
    expect(done(labelled)).toEqual([first]);
  });

  test('is dated by the delivery where Jira says no date of its own (Server)', () => {
    const server = updated(({ issue }) => {
      delete issue.fields.statuscategorychangedate;
      delete issue.fields.resolutiondate;
    });
    expect(done(server)[0]?.fact.data.occurredAt).toBe('2018-05-07T13:03:57.764Z');
  });

  const back = (from: string) =>
    updated(({ issue, changelog }) => {
      issue.fields.status = { name: 'In Progress', statusCategory: { key: 'indeterminate' } };
      Object.assign(changelog.items[0], { fromString: from, toString: 'In Progress' });
    });

  test('lapses when the epic is reopened', () => {
    expect(done(back('Done'))).toEqual([
      {
        rule: 'it.reopened',
        unit: { external: 'EMEA' },
        fact: {
          kind: 'lapsed',
          data: {
            milestone: 'hub.launched',
            occurredAt: '2018-05-07T13:03:57.764Z',
            reason: 'Reopened: EMEA-17 Launch the hub',
          },
        },
      },
    ]);
  });

  test('does not lapse when the epic goes on from a status that is not done', () => {
    expect(done(back('To Do'))).toEqual([]);
    expect(done(back('Shipped'), { doneStatuses: ['Shipped'] })).toHaveLength(1);
  });

  test('tells nothing of edits, of other types and of other events', () => {
    const edited = updated(({ changelog }) => {
      changelog.items = [{ field: 'summary', fromString: 'Hub', toString: 'Launch the hub' }];
    });
    const story = updated(({ issue }) => {
      issue.fields.issuetype.name = 'Story';
    });
    expect(done(edited)).toEqual([]);
    expect(done(story)).toEqual([]);
    expect(done(story, { types: ['Story'] })).toHaveLength(1);
    expect(done(story, { types: [] })).toHaveLength(1);
    expect(made('jira/epic-done', 'comment_created', { comment: {} })).toEqual([]);
  });

  describe('the unit', () => {
    const unitOf = (parameters: object, change?: (payload: Payload) => void) =>
      done(updated(change), parameters)[0]?.unit;

    test('is the one of a label, then of a component, then of the project', () => {
      const units = { Support: 'emea-support', EMEA: 'emea' };
      const labelled = ({ issue }: Payload) => issue.fields.labels.push('waymark-unit:apac');
      const bare = ({ issue }: Payload) => {
        issue.fields.components = [];
      };
      expect(unitOf({ units }, labelled)).toEqual({ key: 'apac' });
      expect(unitOf({ units })).toEqual({ key: 'emea-support' });
      expect(unitOf({ units }, bare)).toEqual({ key: 'emea' });
    });

    test('is sought by what a field says, be it a text or a choice', () => {
      const text = ({ issue }: Payload) => {
        issue.fields.customfield_10050 = 'EMEA Support';
      };
      const choice = ({ issue }: Payload) => {
        issue.fields.customfield_10050 = { id: '1', value: 'EMEA Support' };
      };
      const unitField = 'customfield_10050';
      expect(unitOf({ unitField }, text)).toEqual({ external: 'EMEA Support' });
      expect(unitOf({ unitField }, choice)).toEqual({ external: 'EMEA Support' });
    });
  });
});

describe('jira/due-date', () => {
  const due = (change: (payload: Payload) => void) =>
    made('jira/due-date', 'jira:issue_updated', updated(change));

  test('moves a target when the due date changes', () => {
    const moved = due(({ changelog }) => {
      changelog.items = [{ field: 'duedate', from: '2018-05-31', to: '2018-06-30' }];
    });
    expect(moved.map(({ fact }) => fact)).toEqual([
      {
        kind: 'target',
        data: {
          milestone: 'hub.launched',
          due: '2018-06-30',
          occurredAt: '2018-05-07T13:03:57.764Z',
        },
      },
    ]);
  });

  test('moves nothing when something else changes, or the date is taken away', () => {
    expect(due(() => undefined)).toEqual([]);
    const cleared = due(({ issue, changelog }) => {
      issue.fields.duedate = null;
      changelog.items = [{ field: 'duedate', from: '2018-05-31', to: null }];
    });
    expect(cleared).toEqual([]);
  });
});
