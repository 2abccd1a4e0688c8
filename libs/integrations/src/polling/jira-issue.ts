import type { Fetched } from './reading.js';

/** @source developer.atlassian.com, Jira Cloud platform REST API v2, Workflow statuses */
export interface JiraStatus {
  readonly id: string;
  readonly name: string;
  readonly statusCategory: { readonly key: string };
}

interface Fields {
  readonly created: string;
  readonly updated: string;
  readonly status: JiraStatus;
  readonly statuscategorychangedate?: string | null;
  readonly resolution?: { readonly id: string; readonly name: string } | null;
  readonly resolutiondate?: string | null;
  readonly labels?: readonly string[];
  readonly duedate?: string | null;
}

export interface JiraIssue {
  readonly id: string;
  readonly key: string;
  readonly self: string;
  readonly fields: Fields;
}

interface Item {
  readonly field: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
}

/** One entry of an issue's changelog, which a webhook tells of as a whole. */
export interface History {
  readonly id: string;
  readonly created: string;
  readonly items: readonly Item[];
}

type Change = Fetched & { readonly at: string };

/**
 * What the webhooks of an issue told or would have told, in the order it happened: that it was made, and
 * each entry of its changelog, with what mappings look at as it was then (status, resolution, labels, due
 * date). The rest is as it is now.
 */
export function jiraIssue(
  issue: JiraIssue,
  history: readonly History[],
  statuses: readonly JiraStatus[],
): readonly Change[] {
  const entries = history.toSorted((a, b) => Date.parse(a.created) - Date.parse(b.created));
  const changes: Change[] = [];
  let fields = issue.fields;
  for (const [index, entry] of [...entries.entries()].toReversed()) {
    const { id, created: at, items } = entry;
    fields = { ...fields, updated: at };
    const payload = {
      timestamp: Date.parse(at),
      webhookEvent: 'jira:issue_updated',
      issue: { ...issue, fields },
      changelog: { id, items },
    };
    changes.push({
      id: `issue ${issue.id} change ${id}`,
      event: 'jira:issue_updated',
      payload,
      at,
    });
    fields = before(fields, entry, { earlier: entries.slice(0, index), statuses });
  }
  const at = issue.fields.created;
  const payload = {
    timestamp: Date.parse(at),
    webhookEvent: 'jira:issue_created',
    issue: { ...issue, fields: { ...fields, updated: at } },
  };
  const made = { id: `issue ${issue.id} created`, event: 'jira:issue_created', payload, at };
  return [made, ...changes.toReversed()];
}

interface Past {
  readonly earlier: readonly History[];
  readonly statuses: readonly JiraStatus[];
}

function before(fields: Fields, { items }: History, past: Past): Fields {
  return items.reduce<Fields>((then, item) => undone(then, item, past), fields);
}

function undone(fields: Fields, { field, from, fromString }: Item, past: Past): Fields {
  switch (field) {
    case 'status': {
      const known = past.statuses.find(({ id }) => id === from);
      const status = known ?? { ...fields.status, id: from ?? '', name: fromString ?? '' };
      if (status.statusCategory.key === fields.status.statusCategory.key)
        return { ...fields, status };
      return { ...fields, status, statuscategorychangedate: categoryChanged(past) };
    }
    case 'resolution': {
      const resolution = from === null ? null : { id: from, name: fromString ?? '' };
      const at = resolution === null ? null : lastOf(past.earlier, 'resolution');
      return { ...fields, resolution, resolutiondate: at };
    }
    case 'labels':
      return { ...fields, labels: (fromString ?? '').split(' ').filter((label) => label !== '') };
    case 'duedate':
      return { ...fields, duedate: from };
    default:
      return fields;
  }
}

/** When the category of its status had changed last. */
function categoryChanged({ earlier, statuses }: Past): string | null {
  const categoryOf = (id: string | null) =>
    statuses.find((one) => one.id === id)?.statusCategory.key;
  const moved = earlier.findLast(({ items }) =>
    items.some(({ field, from, to }) => field === 'status' && categoryOf(from) !== categoryOf(to)),
  );
  return moved?.created ?? null;
}

function lastOf(earlier: readonly History[], wanted: string): string | null {
  return (
    earlier.findLast(({ items }) => items.some(({ field }) => field === wanted))?.created ?? null
  );
}
