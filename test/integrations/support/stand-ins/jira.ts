import type { Clock } from '#lib/platform';
import type { Json } from '../../../e2e/support/client.js';
import type { Told } from './github.js';
import { type Asked, latest, StandIn } from './stand-in.js';

const STATUSES: readonly Json[] = [
  { id: '1', name: 'To Do', statusCategory: { id: 2, key: 'new' } },
  { id: '3', name: 'In Progress', statusCategory: { id: 4, key: 'indeterminate' } },
  { id: '10001', name: 'Done', statusCategory: { id: 3, key: 'done' } },
];
const PAGE = 2;

/** A project of Jira in which things happen: its REST interface, and what its webhooks send. */
export class JiraStandIn {
  private readonly issues: Json[] = [];
  private readonly history = new Map<string, Json[]>();
  private ids = 10_000;

  constructor(private readonly clock: Clock) {}

  open(): Promise<StandIn> {
    return StandIn.open('jira', this.clock, (asked) => this.answer(asked));
  }

  epic(labels: readonly string[]): Told {
    const id = String(++this.ids);
    const issue = {
      ...{ id, key: `EMEA-${this.issues.length + 1}` },
      self: `https://contoso.atlassian.net/rest/api/2/issue/${id}`,
      fields: {
        ...{ summary: `Epic ${id}`, issuetype: { name: 'Epic' }, project: { key: 'EMEA' } },
        ...{ labels: [...labels], components: [], status: STATUSES[0], duedate: null },
        ...{ resolution: null, resolutiondate: null, statuscategorychangedate: this.now() },
        ...{ created: this.now(), updated: this.now() },
      },
    };
    this.issues.push(issue);
    this.history.set(id, []);
    return this.told('jira:issue_created', issue);
  }

  move(number: number, name: string): Told {
    const issue = this.issues[number - 1];
    const before = issue.fields.status;
    const status = STATUSES.find((one) => one.name === name);
    const moved = status.statusCategory.key !== before.statusCategory.key;
    const item = {
      ...{ field: 'status', from: before.id, fromString: before.name },
      ...{ to: status.id, toString: status.name },
    };
    const fields = { status, ...(moved ? { statuscategorychangedate: this.now() } : {}) };
    return this.changed(issue, fields, [item]);
  }

  label(number: number, label: string): Told {
    const issue = this.issues[number - 1];
    const labels = [...issue.fields.labels, label];
    const item = {
      ...{ field: 'labels', from: null, fromString: issue.fields.labels.join(' ') },
      ...{ to: null, toString: labels.join(' ') },
    };
    return this.changed(issue, { labels }, [item]);
  }

  due(number: number, duedate: string): Told {
    const issue = this.issues[number - 1];
    const item = { field: 'duedate', from: issue.fields.duedate, to: duedate };
    return this.changed(issue, { duedate }, [item]);
  }

  private changed(issue: Json, fields: object, items: readonly object[]): Told {
    Object.assign(issue.fields, { ...fields, updated: this.now() });
    const changelog = { id: String(++this.ids), items };
    this.history.get(issue.id)?.push({ ...changelog, created: this.now() });
    return this.told('jira:issue_updated', issue, { changelog });
  }

  private told(webhookEvent: string, issue: Json, more: object = {}): Told {
    // sent a moment after it was kept
    const payload = { timestamp: this.clock.now() + 41, webhookEvent, issue, ...more };
    return { event: webhookEvent, payload: structuredClone(payload) };
  }

  private answer({ path, query }: Asked): unknown {
    if (path === '/rest/api/2/status') return STATUSES;
    if (path === '/rest/api/2/search/jql') return this.search(query);
    const id = /^\/rest\/api\/2\/issue\/(\d+)\/changelog$/.exec(path)?.[1];
    const history = id === undefined ? undefined : this.history.get(id);
    if (!history) return undefined;
    const startAt = Number(query.get('startAt'));
    const values = history.slice(startAt, startAt + PAGE);
    return { startAt, values, total: history.length, isLast: startAt + PAGE >= history.length };
  }

  private search(query: URLSearchParams): unknown {
    const asked = /^project = "EMEA" AND updated >= "-(\d+)m" ORDER BY updated DESC$/.exec(
      query.get('jql') ?? '',
    );
    if (!asked) return undefined;
    const since = new Date(this.clock.now() - Number(asked[1]) * 60_000).toISOString();
    const found = latest<Json>(this.issues, ({ fields }) => fields.updated, since);
    const from = Number(query.get('nextPageToken') ?? 0);
    const next = from + PAGE < found.length ? { nextPageToken: String(from + PAGE) } : {};
    return { issues: found.slice(from, from + PAGE), isLast: !('nextPageToken' in next), ...next };
  }

  /** As Jira writes it: with milliseconds, and a zone without a colon. */
  private now(): string {
    return new Date(this.clock.now() + 2 * 3_600_000).toISOString().replace('Z', '+0200');
  }
}
