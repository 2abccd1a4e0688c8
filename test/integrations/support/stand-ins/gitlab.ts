import type { Clock } from '#lib/platform';
import type { Json } from '../../../e2e/support/client.js';
import type { Told } from './github.js';
import { type Asked, latest, StandIn } from './stand-in.js';

const PATH = 'contoso/checkout';

/** A project of GitLab in which things happen: its REST interface, and what its webhooks send. */
export class GitlabStandIn {
  private readonly issues: Json[] = [];
  private readonly states = new Map<number, Json[]>();
  private readonly labelled = new Map<number, Json[]>();
  private readonly milestones: Json[] = [];
  private readonly releases: Json[] = [];
  private readonly deployments: Json[] = [];
  private ids = 100;
  private readonly project = {
    ...{ id: 1, name: 'checkout', path_with_namespace: PATH },
    web_url: `https://gitlab.com/${PATH}`,
  };

  constructor(private readonly clock: Clock) {}

  open(): Promise<StandIn> {
    return StandIn.open('gitlab', this.clock, (asked) => this.answer(asked));
  }

  issue(title: string, labels: readonly string[]): Told {
    const iid = this.issues.length + 1;
    this.issues.push({
      ...{ id: this.id(), iid, title, state: 'opened', closed_at: null, due_date: null },
      ...{ labels: [...labels], web_url: `${this.project.web_url}/-/issues/${iid}` },
      ...{ created_at: this.exactly(), updated_at: this.exactly() },
    });
    this.states.set(iid, []);
    this.labelled.set(iid, []);
    return this.toldIssue(iid, 'open');
  }

  setIssue(iid: number, action: 'close' | 'reopen'): Told {
    const state = action === 'close' ? 'closed' : 'opened';
    const closed_at = action === 'close' ? this.exactly() : null;
    Object.assign(this.issues[iid - 1], { state, closed_at, updated_at: this.exactly() });
    const happened = action === 'close' ? 'closed' : 'reopened';
    this.states.get(iid)?.push({ id: this.id(), created_at: this.exactly(), state: happened });
    return this.toldIssue(iid, action);
  }

  label(iid: number, name: string): Told {
    const issue = this.issues[iid - 1];
    const previous = [...issue.labels];
    issue.labels = [...issue.labels, name];
    issue.updated_at = this.exactly();
    const event = { id: this.id(), created_at: this.exactly(), action: 'add', label: { name } };
    this.labelled.get(iid)?.push(event);
    return this.toldIssue(iid, 'update', { labels: { previous, current: issue.labels } });
  }

  due(iid: number, due_date: string): Told {
    Object.assign(this.issues[iid - 1], { due_date, updated_at: this.exactly() });
    return this.toldIssue(iid, 'update', { due_date: { previous: null, current: due_date } });
  }

  milestone(title: string, due_date: string | null): Told {
    this.milestones.push({
      ...{ id: this.id(), iid: this.milestones.length + 1, title, description: '', due_date },
      ...{ state: 'active', created_at: this.exactly(), updated_at: this.exactly() },
    });
    return this.toldMilestone(this.milestones.length, 'create');
  }

  setMilestone(iid: number, action: 'close' | 'reopen'): Told {
    const state = action === 'close' ? 'closed' : 'active';
    Object.assign(this.milestones[iid - 1], { state, updated_at: this.exactly() });
    return this.toldMilestone(iid, action);
  }

  release(tag_name: string): Told {
    const at = this.exactly();
    const self = `${this.project.web_url}/-/releases/${tag_name}`;
    const texts = { tag_name, name: tag_name, description: '' };
    this.releases.unshift({ ...texts, created_at: at, released_at: at, _links: { self } });
    const payload = { ...texts, tag: tag_name, url: self, action: 'create' };
    return {
      event: 'Release Hook',
      payload: {
        object_kind: 'release',
        ...payload,
        released_at: this.hook(),
        project: this.project,
      },
    };
  }

  deploy(environment: string, status: string): Told {
    const finished_at = status === 'success' ? this.exactly() : null;
    const id = this.id();
    this.deployments.push({
      ...{ id, iid: 1, ref: 'main', status, updated_at: this.exactly() },
      ...{ environment: { name: environment }, deployable: { id, finished_at } },
    });
    return {
      event: 'Deployment Hook',
      payload: {
        ...{ object_kind: 'deployment', status, status_changed_at: this.hook(), environment },
        ...{
          deployment_id: id,
          ref: 'main',
          deployable_url: 'https://gitlab.com/j',
          project: this.project,
        },
      },
    };
  }

  private answer({ path, query }: Asked): unknown {
    const below = `/projects/${PATH}`;
    if (path === below) return this.project;
    if (!path.startsWith(`${below}/`)) return undefined;
    const [list, iid, history] = path.slice(below.length + 1).split('/');
    if (iid !== undefined)
      return (history === 'resource_state_events' ? this.states : this.labelled).get(Number(iid));
    const after = query.get('updated_after');
    const updatedOf = ({ updated_at }: Json) => updated_at;
    if (list === 'issues') return latest<Json>(this.issues, updatedOf, after);
    if (list === 'deployments') return latest<Json>(this.deployments, updatedOf, after);
    return list === 'milestones' ? this.milestones : this.releases;
  }

  private toldIssue(iid: number, action: string, changes: object = {}): Told {
    const { labels: names, web_url: url, ...issue } = this.issues[iid - 1];
    const labels = names.map((title: string) => ({ title }));
    const times = {
      updated_at: this.hook(),
      closed_at: issue.closed_at && this.hook(issue.closed_at),
    };
    const object_attributes = { ...issue, ...times, url, labels, action };
    const payload = {
      object_kind: 'issue',
      project: this.project,
      object_attributes,
      labels,
      changes,
    };
    return { event: 'Issue Hook', payload: structuredClone(payload) };
  }

  private toldMilestone(iid: number, action: string): Told {
    const object_attributes = { ...this.milestones[iid - 1], updated_at: this.hook() };
    const payload = { object_kind: 'milestone', project: this.project, object_attributes, action };
    return { event: 'Milestone Hook', payload: structuredClone(payload) };
  }

  private id(): number {
    return ++this.ids;
  }

  /** As the REST interface writes it. */
  private exactly(): string {
    return new Date(this.clock.now()).toISOString();
  }

  /** As webhooks write it. */
  private hook(at: string = this.exactly()): string {
    return `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;
  }
}
