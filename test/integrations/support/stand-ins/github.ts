import type { Clock } from '#lib/platform';
import type { Json } from '../../../e2e/support/client.js';
import { type Asked, latest, StandIn } from './stand-in.js';

/** What a webhook would send. */
export interface Told {
  readonly event: string;
  readonly payload: object;
}

const NAME = 'octo-org/checkout';

/** A repository of GitHub in which things happen: its REST interface, and what its webhooks send. */
export class GithubStandIn {
  private readonly issues: Json[] = [];
  private readonly events = new Map<number, Json[]>();
  private readonly milestones: Json[] = [];
  private readonly releases: Json[] = [];
  private readonly deployments: Json[] = [];
  private ids = 100;
  private readonly repository = {
    ...{ id: 1, name: 'checkout', full_name: NAME, topics: [] },
    html_url: `https://github.com/${NAME}`,
  };

  constructor(private readonly clock: Clock) {}

  open(): Promise<StandIn> {
    return StandIn.open('github', this.clock, (asked) => this.answer(asked));
  }

  issue(title: string, labels: readonly string[], more: object = {}): Told {
    const number = this.issues.length + 1;
    const issue = {
      ...{ id: this.id(), number, title, state: 'open', state_reason: null, closed_at: null },
      labels: labels.map((name) => ({ name })),
      html_url: `https://github.com/${NAME}/issues/${number}`,
      ...{ created_at: this.now(), updated_at: this.now(), ...more },
    };
    this.issues.push(issue);
    this.events.set(number, []);
    for (const name of labels) this.happened(issue, 'labeled', { label: { name } });
    return this.told('issues', { action: 'opened', issue });
  }

  close(number: number, state_reason = 'completed'): Told {
    const issue = this.changed(number, { state: 'closed', state_reason, closed_at: this.now() });
    this.happened(issue, 'closed', { state_reason });
    return this.told('issues', { action: 'closed', issue });
  }

  reopen(number: number): Told {
    const issue = this.changed(number, {
      state: 'open',
      state_reason: 'reopened',
      closed_at: null,
    });
    this.happened(issue, 'reopened');
    return this.told('issues', { action: 'reopened', issue });
  }

  label(number: number, name: string): Told {
    const label = { name };
    const issue = this.changed(number, {});
    issue.labels = [...issue.labels, label];
    this.happened(issue, 'labeled', { label });
    return this.told('issues', { action: 'labeled', issue, label });
  }

  unlabel(number: number, name: string): Told {
    const label = { name };
    const issue = this.changed(number, {});
    issue.labels = issue.labels.filter((one: Json) => one.name !== name);
    this.happened(issue, 'unlabeled', { label });
    return this.told('issues', { action: 'unlabeled', issue, label });
  }

  milestone(title: string, due_on: string | null): Told {
    const milestone = {
      ...{ id: this.id(), number: this.milestones.length + 1, title, description: '', due_on },
      ...{ state: 'open', closed_at: null, created_at: this.now(), updated_at: this.now() },
      html_url: `https://github.com/${NAME}/milestone/${this.milestones.length + 1}`,
    };
    this.milestones.push(milestone);
    return this.told('milestone', { action: 'created', milestone });
  }

  setMilestone(number: number, action: 'closed' | 'opened' | 'edited', more: object = {}): Told {
    const milestone = this.milestones[number - 1];
    const closed_at = action === 'closed' ? this.now() : null;
    Object.assign(milestone, {
      ...(action === 'edited' ? {} : { state: action === 'closed' ? 'closed' : 'open', closed_at }),
      ...{ updated_at: this.now(), ...more },
    });
    return this.told('milestone', { action, milestone });
  }

  release(tag_name: string, more: object = {}): Told {
    const release = {
      ...{ id: this.id(), tag_name, name: tag_name, body: '', draft: false, prerelease: false },
      ...{
        created_at: this.now(),
        published_at: this.now(),
        html_url: 'https://github.com/r',
        ...more,
      },
    };
    this.releases.unshift(release);
    return this.told('release', { action: 'published', release });
  }

  deploy(environment: string): Told {
    const deployment = {
      ...{ id: this.id(), environment, ref: 'main', statuses: [] as Json[] },
      ...{ created_at: this.now(), updated_at: this.now() },
    };
    this.deployments.unshift(deployment);
    return this.told('deployment', { action: 'created', deployment });
  }

  /** Of the last deployment. */
  status(state: string): Told {
    const [deployment] = this.deployments;
    const deployment_status = { id: this.id(), state, created_at: this.now() };
    deployment.statuses.unshift(deployment_status);
    deployment.updated_at = this.now();
    return this.told('deployment_status', { action: 'created', deployment_status, deployment });
  }

  private answer({ path, query }: Asked): unknown {
    const below = `/repos/${NAME}`;
    if (path === below) return this.repository;
    if (!path.startsWith(`${below}/`)) return undefined;
    const [list, id] = path.slice(below.length + 1).split('/');
    if (list === 'issues' && id !== undefined) return this.events.get(Number(id));
    if (list === 'issues')
      return latest<Json>(this.issues, ({ updated_at }) => updated_at, query.get('since'));
    if (list === 'deployments' && id !== undefined)
      return this.deployments.find((one) => one.id === Number(id))?.statuses;
    const { milestones, releases, deployments } = this;
    return { milestones, releases, deployments }[list ?? ''];
  }

  private changed(number: number, more: object): Json {
    return Object.assign(this.issues[number - 1], { updated_at: this.now(), ...more });
  }

  private happened({ number }: Json, event: string, more: object = {}): void {
    this.events.get(number)?.push({ id: this.id(), event, created_at: this.now(), ...more });
  }

  /** As it is at this moment. */
  private told(event: string, payload: object): Told {
    return { event, payload: structuredClone({ ...payload, repository: this.repository }) };
  }

  private id(): number {
    return ++this.ids;
  }

  private now(): string {
    return new Date(this.clock.now()).toISOString().replace(/\.\d+Z/, 'Z');
  }
}
