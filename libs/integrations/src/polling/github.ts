import { githubIssue, type Issue, type IssueEvent } from './github-issue.js';
import { changesOfItems, type Fetched, type ListReader, within } from './reading.js';
import type { ToolApi } from './tool-api.js';

/** @source docs.github.com, REST API endpoints for milestones */
interface Milestone {
  readonly id: number;
  readonly state: 'open' | 'closed';
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly due_on: string | null;
}

interface Release {
  readonly id: number;
  readonly draft: boolean;
  readonly created_at: string;
  readonly published_at: string | null;
}

interface Deployment {
  readonly id: number;
  readonly created_at: string;
  readonly updated_at: string;
}

/** What is remembered of milestones: GitHub keeps no history of them. */
interface Seen {
  /** Of the whole list, as it was answered. */
  readonly tag?: string | undefined;
  readonly milestones: Readonly<Record<string, readonly [state: string, due: string | null]>>;
}

/** Drafts may lie for so long before they are published, and deployments before they are over. */
const LOOK_BACK_MS = 31 * 86_400_000;

const issues: ListReader = (api, seeking) => {
  const { project, since } = seeking;
  const from = new Date(since).toISOString();
  const pages = api.pages<Issue>(
    `/repos/${project}/issues?state=all&sort=updated&direction=desc&per_page=100&since=${from}`,
  );
  return changesOfItems(pages, seeking, {
    nameOf: ({ id }) => String(id),
    updatedOf: ({ updated_at }) => updated_at,
    changesOf: async (issue) => {
      // to GitHub a pull request is an issue as well, though its webhooks do not say so
      if (issue.pull_request) return [];
      const events: IssueEvent[] = [];
      const where = `/repos/${project}/issues/${issue.number}/events?per_page=100`;
      for await (const page of api.pages<IssueEvent>(where)) events.push(...page);
      const repository = await repositoryOf(api, project);
      return githubIssue(issue, events, repository).filter(({ at }) => within(at, seeking));
    },
  });
};

const milestones: ListReader = async function* (api, seeking) {
  const { project, until } = seeking;
  const before = (seeking.remembered ?? { milestones: {} }) as Seen;
  const where = `/repos/${project}/milestones?state=all&per_page=100`;
  const { body, headers } = await api.get(where, before.tag);
  if (body === undefined) {
    yield { deliveries: [], reached: until };
    return;
  }
  const all: Milestone[] = [];
  for await (const page of api.pages<Milestone>(where)) all.push(...page);
  const repository = await repositoryOf(api, project);
  const deliveries = all.flatMap((milestone): readonly Fetched[] => {
    const { id, updated_at } = milestone;
    const action = actionOf(milestone, before.milestones[id], seeking);
    if (action === undefined) return [];
    const payload = { action, milestone, repository };
    const at = action === 'closed' ? milestone.closed_at : updated_at;
    return [{ id: `milestone ${id} ${action} ${at}`, event: 'milestone', payload }];
  });
  // one page stands for all of them only where there is one
  const tag = headers.get('link') === null ? (headers.get('etag') ?? undefined) : undefined;
  const seen = all.map(({ id, state, due_on }) => [id, [state, due_on]] as const);
  yield {
    ...{ deliveries, reached: until },
    remembered: { tag, milestones: Object.fromEntries(seen) } satisfies Seen,
  };
};

/** What a webhook would have told of a milestone last. */
function actionOf(
  milestone: Milestone,
  seen: Seen['milestones'][string] | undefined,
  { since }: { readonly since: number },
): string | undefined {
  const { state, due_on } = milestone;
  if (state === 'closed') return within(milestone.closed_at, { since }) ? 'closed' : undefined;
  if (!within(milestone.updated_at, { since })) return undefined;
  if (seen?.[0] === 'closed') return 'opened';
  if (within(milestone.created_at, { since })) return 'created';
  return seen?.[1] === due_on ? undefined : 'edited';
}

const releases: ListReader = async function* (api, seeking) {
  const { project, since, until } = seeking;
  for await (const page of api.pages<Release>(`/repos/${project}/releases?per_page=100`)) {
    const published = page.filter(
      ({ draft, published_at }) => !draft && within(published_at, seeking),
    );
    const deliveries: Fetched[] = [];
    for (const release of published) {
      const repository = await repositoryOf(api, project);
      const payload = { action: 'published', release, repository };
      deliveries.push({ id: `release ${release.id} published`, event: 'release', payload });
    }
    yield { deliveries };
    if (page.every(({ created_at }) => Date.parse(created_at) < since - LOOK_BACK_MS)) break;
  }
  yield { deliveries: [], reached: until };
};

const deployments: ListReader = async function* (api, seeking) {
  const { project, since, until } = seeking;
  for await (const page of api.pages<Deployment>(`/repos/${project}/deployments?per_page=100`)) {
    for (const deployment of page.filter(({ updated_at }) => within(updated_at, seeking))) {
      yield { deliveries: await statusesOf(api, deployment, seeking) };
    }
    if (page.every(({ created_at }) => Date.parse(created_at) < since - LOOK_BACK_MS)) break;
  }
  yield { deliveries: [], reached: until };
};

async function statusesOf(
  api: ToolApi,
  deployment: Deployment,
  { project, since }: { readonly project: string; readonly since: number },
): Promise<readonly Fetched[]> {
  const where = `/repos/${project}/deployments/${deployment.id}/statuses?per_page=100`;
  const repository = await repositoryOf(api, project);
  const found: Fetched[] = [];
  for await (const page of api.pages<{ id: number; created_at: string }>(where)) {
    for (const status of page.filter(({ created_at }) => within(created_at, { since }))) {
      const payload = { action: 'created', deployment_status: status, deployment, repository };
      found.push({ id: `deployment_status ${status.id}`, event: 'deployment_status', payload });
    }
  }
  return found.toReversed();
}

function repositoryOf(api: ToolApi, project: string): Promise<unknown> {
  return api.once(`/repos/${project}`);
}

/** The lists of GitHub, in the shapes of its webhooks. */
export const GITHUB_LISTS = { issues, milestones, releases, deployments } as const;
