import { jiraIssue, type History, type JiraIssue, type JiraStatus } from './jira-issue.js';
import { changesOfItems, type ListReader, within } from './reading.js';
import type { ToolApi } from './tool-api.js';

/** @source developer.atlassian.com, Jira Cloud platform REST API v2, Issue search (enhanced) */
interface Found {
  readonly issues: readonly JiraIssue[];
  readonly nextPageToken?: string;
}

/** @source there, Get changelogs */
interface Changelog {
  readonly values: readonly History[];
  readonly isLast?: boolean;
}

const issues: ListReader = (api, seeking) => {
  const { project, since, until } = seeking;
  // a time would be one of the time zone of whoever the credentials are of; how long ago it was is not
  const minutes = Math.ceil((until - since) / 60_000) + 1;
  const jql = `project = "${project}" AND updated >= "-${minutes}m" ORDER BY updated DESC`;
  return changesOfItems(searched(api, jql), seeking, {
    nameOf: ({ id }) => id,
    updatedOf: ({ fields }) => fields.updated,
    changesOf: async (issue) => {
      const statuses = (await api.once('/rest/api/2/status')) as readonly JiraStatus[];
      const history = await historyOf(api, issue.id);
      return jiraIssue(issue, history, statuses).filter(({ at }) => within(at, seeking));
    },
  });
};

async function* searched(
  api: ToolApi,
  jql: string,
): AsyncGenerator<readonly JiraIssue[], undefined> {
  for (let token: string | undefined = ''; token !== undefined; ) {
    const query = new URLSearchParams({ jql, fields: '*all', maxResults: '100' });
    if (token !== '') query.set('nextPageToken', token);
    const { body } = await api.get(`/rest/api/2/search/jql?${query.toString()}`);
    const found: Found = body as Found;
    yield found.issues;
    token = found.nextPageToken;
  }
  return undefined;
}

async function historyOf(api: ToolApi, issue: string): Promise<readonly History[]> {
  const found: History[] = [];
  for (;;) {
    const where = `/rest/api/2/issue/${issue}/changelog?startAt=${found.length}&maxResults=100`;
    const { values, isLast = true } = (await api.get(where)).body as Changelog;
    found.push(...values);
    if (isLast || values.length === 0) return found;
  }
}

/** The lists of Jira, in the shapes of its webhooks. */
export const JIRA_LISTS = { issues } as const;
