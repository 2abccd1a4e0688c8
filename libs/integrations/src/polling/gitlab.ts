import { gitlabIssue, type GitlabIssue, type LabelEvent, type StateEvent } from './gitlab-issue.js';
import { changesOfItems, type Fetched, type ListReader, within } from './reading.js';
import { hookTime } from './gitlab-times.js';
import type { ToolApi } from './tool-api.js';

/** @source docs.gitlab.com/api/milestones */
interface Milestone {
  readonly id: number;
  readonly state: 'active' | 'closed';
  readonly created_at: string;
  readonly updated_at: string;
}

/** @source docs.gitlab.com/api/releases */
interface Release {
  readonly tag_name: string;
  readonly name: string;
  readonly description: string | null;
  readonly created_at: string;
  readonly released_at: string;
  readonly _links?: { readonly self?: string };
}

/** @source docs.gitlab.com/api/deployments */
interface Deployment {
  readonly id: number;
  readonly iid: number;
  readonly ref: string;
  readonly status: string;
  readonly updated_at: string;
  readonly environment: { readonly name: string; readonly external_url?: string | null };
  readonly deployable?: {
    readonly id?: number;
    readonly web_url?: string;
    readonly finished_at?: string | null;
  } | null;
}

interface Project {
  readonly name: string;
  readonly web_url: string;
  readonly path_with_namespace: string;
}

/** Which milestones were closed when they were looked at: GitLab keeps no history of them. */
type Seen = Readonly<Record<string, Milestone['state']>>;

const issues: ListReader = (api, seeking) => {
  const below = pathOf(seeking.project);
  const from = new Date(seeking.since).toISOString();
  const pages = api.pages<GitlabIssue>(
    `${below}/issues?scope=all&order_by=updated_at&sort=desc&per_page=100&updated_after=${from}`,
  );
  return changesOfItems(pages, seeking, {
    nameOf: ({ id }) => String(id),
    updatedOf: ({ updated_at }) => updated_at,
    changesOf: async (issue) => {
      const history = `${below}/issues/${issue.iid}`;
      const states = await all<StateEvent>(api, `${history}/resource_state_events?per_page=100`);
      const labels = await all<LabelEvent>(api, `${history}/resource_label_events?per_page=100`);
      const project = await api.once(below);
      return gitlabIssue(issue, { states, labels }, project).filter(({ at }) =>
        within(at, seeking),
      );
    },
  });
};

const milestones: ListReader = async function* (api, seeking) {
  const below = pathOf(seeking.project);
  const before = (seeking.remembered ?? {}) as Seen;
  const found = await all<Milestone>(api, `${below}/milestones?per_page=100`);
  const project = (await api.once(below)) as Project;
  const deliveries = found.flatMap((milestone): readonly Fetched[] => {
    const action = actionOf(milestone, before[milestone.id], seeking.since);
    if (action === undefined || !within(milestone.updated_at, seeking)) return [];
    const updated_at = hookTime(milestone.updated_at);
    const object_attributes = { ...milestone, updated_at };
    const payload = { object_kind: 'milestone', project, object_attributes, action };
    const id = `milestone ${milestone.id} ${action} ${updated_at}`;
    return [{ id, event: 'Milestone Hook', payload }];
  });
  const seen = found.map(({ id, state }) => [id, state] as const);
  yield { deliveries, reached: seeking.until, remembered: Object.fromEntries(seen) };
};

function actionOf(
  { state, created_at }: Milestone,
  seen: Milestone['state'] | undefined,
  since: number,
): string | undefined {
  // what was closed before is edited, which GitLab's webhooks do not tell
  if (state === 'closed') return seen === 'closed' ? undefined : 'close';
  if (seen === 'closed') return 'reopen';
  return within(created_at, { since }) ? 'create' : undefined;
}

const releases: ListReader = async function* (api, seeking) {
  const below = pathOf(seeking.project);
  const pages = api.pages<Release>(`${below}/releases?order_by=created_at&sort=desc&per_page=100`);
  for await (const page of pages) {
    const fresh = page.filter(({ created_at }) => within(created_at, seeking));
    const deliveries: Fetched[] = [];
    for (const release of fresh) {
      const project = await api.once(below);
      const payload = {
        ...shownRelease(release),
        object_kind: 'release',
        action: 'create',
        project,
      };
      const id = `release ${seeking.project} ${release.tag_name} ${release.created_at}`;
      deliveries.push({ id, event: 'Release Hook', payload });
    }
    yield { deliveries };
    if (fresh.length < page.length) break;
  }
  yield { deliveries: [], reached: seeking.until };
};

function shownRelease({
  tag_name: tag,
  name,
  description,
  created_at,
  released_at,
  _links,
}: Release) {
  const times = { created_at: hookTime(created_at), released_at: hookTime(released_at) };
  return { tag, name, description, ...times, url: _links?.self ?? '' };
}

const deployments: ListReader = (api, seeking) => {
  const below = pathOf(seeking.project);
  const from = new Date(seeking.since).toISOString();
  const pages = api.pages<Deployment>(
    `${below}/deployments?order_by=updated_at&sort=desc&per_page=100&updated_after=${from}`,
  );
  return changesOfItems(pages, seeking, {
    nameOf: ({ id }) => String(id),
    updatedOf: ({ updated_at }) => updated_at,
    changesOf: async ({ id, ref, status, updated_at, environment, deployable }) => {
      const project = (await api.once(below)) as Project;
      const payload = {
        ...{ object_kind: 'deployment', status, deployment_id: id, ref, project },
        status_changed_at: hookTime(deployable?.finished_at ?? updated_at),
        environment: environment.name,
        environment_external_url: environment.external_url ?? null,
        deployable_id: deployable?.id ?? null,
        deployable_url: deployable?.web_url ?? `${project.web_url}/-/environments`,
      };
      return [{ id: `deployment ${id} ${status}`, event: 'Deployment Hook', payload }];
    },
  });
};

async function all<Item>(api: ToolApi, where: string): Promise<readonly Item[]> {
  const found: Item[] = [];
  for await (const page of api.pages<Item>(where)) found.push(...page);
  return found;
}

function pathOf(project: string): string {
  return `/projects/${encodeURIComponent(project)}`;
}

/** The lists of GitLab, in the shapes of its webhooks. */
export const GITLAB_LISTS = { issues, milestones, releases, deployments } as const;
