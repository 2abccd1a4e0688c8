import { hookTime } from './gitlab-times.js';
import type { Fetched } from './reading.js';

/** @source docs.gitlab.com/api/issues */
export interface GitlabIssue {
  readonly id: number;
  readonly iid: number;
  readonly title: string;
  readonly state: 'opened' | 'closed';
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly labels: readonly string[];
  readonly due_date: string | null;
  readonly web_url: string;
}

/** @source docs.gitlab.com/api/resource_state_events */
export interface StateEvent {
  readonly id: number;
  readonly created_at: string;
  readonly state: string;
}

/** @source docs.gitlab.com/api/resource_label_events */
export interface LabelEvent {
  readonly id: number;
  readonly created_at: string;
  readonly action: 'add' | 'remove';
  /** Null: the label is no more. */
  readonly label: { readonly name: string } | null;
}

type Change = Fetched & { readonly at: string };
type Step =
  | { readonly kind: 'state'; readonly event: StateEvent }
  | { readonly kind: 'label'; readonly event: LabelEvent };

interface Then {
  readonly state: GitlabIssue['state'];
  readonly closed_at: string | null;
  readonly labels: readonly string[];
  readonly due_date: string | null;
}

/**
 * What the webhooks of an issue told or would have told, in the order it happened: each time it was closed,
 * reopened or labelled with the issue as it was then, and at last what it is now, since GitLab keeps no
 * history of the rest.
 */
export function gitlabIssue(
  issue: GitlabIssue,
  {
    states,
    labels,
  }: { readonly states: readonly StateEvent[]; readonly labels: readonly LabelEvent[] },
  project: unknown,
): readonly Change[] {
  const steps: readonly Step[] = [
    ...states.map((event) => ({ kind: 'state', event }) as const),
    ...labels.map((event) => ({ kind: 'label', event }) as const),
  ].toSorted((a, b) => Date.parse(a.event.created_at) - Date.parse(b.event.created_at));
  const changes: Change[] = [];
  const { state, closed_at, labels: names, due_date } = issue;
  // when it was due is told of now alone: nobody knows what it was before
  const now = { state, closed_at, labels: names };
  let then: Then = { ...now, due_date: null };
  for (const [index, step] of [...steps.entries()].toReversed()) {
    const { id, created_at: at } = step.event;
    const change = { id: `issue ${issue.id} ${step.kind} ${id}`, event: 'Issue Hook', at };
    const told = step.kind === 'state' ? stateOf(step.event) : undefined;
    if (step.kind === 'label') {
      const payload = payloadOf({ issue, project, was: then, at }, 'update', { labels: {} });
      changes.push({ ...change, payload });
    } else if (told !== undefined) {
      const closed_at = told.state === 'closed' ? (then.closed_at ?? at) : null;
      then = { ...then, state: told.state, closed_at };
      changes.push({
        ...change,
        payload: payloadOf({ issue, project, was: then, at }, told.action, {}),
      });
    }
    then = before(then, step, steps.slice(0, index));
  }
  const at = issue.updated_at;
  const latest = { id: `issue ${issue.id} updated ${at}`, event: 'Issue Hook', at };
  const payload = payloadOf({ issue, project, was: { ...now, due_date }, at }, 'update', {});
  return [...changes.toReversed(), { ...latest, payload }];
}

function stateOf({ state }: StateEvent) {
  if (state === 'closed') return { state: 'closed', action: 'close' } as const;
  return state === 'reopened' ? ({ state: 'opened', action: 'reopen' } as const) : undefined;
}

function before(then: Then, step: Step, earlier: readonly Step[]): Then {
  if (step.kind === 'label') {
    const { action, label } = step.event;
    if (label === null) return then;
    const others = then.labels.filter((name) => name !== label.name);
    return { ...then, labels: action === 'add' ? others : [...others, label.name] };
  }
  if (step.event.state === 'closed') return { ...then, state: 'opened', closed_at: null };
  if (step.event.state !== 'reopened') return then;
  const closed = earlier.findLast(
    ({ kind, event }) => kind === 'state' && event.state === 'closed',
  );
  return { ...then, state: 'closed', closed_at: closed?.event.created_at ?? null };
}

function payloadOf(
  about: {
    readonly issue: GitlabIssue;
    readonly project: unknown;
    readonly was: Then;
    readonly at: string;
  },
  action: string,
  changes: object,
): object {
  const { issue, project, was: then, at } = about;
  const labels = then.labels.map((title) => ({ title }));
  const object_attributes = {
    ...issue,
    ...{ url: issue.web_url, state: then.state, action, labels, due_date: then.due_date },
    created_at: hookTime(issue.created_at),
    updated_at: hookTime(at),
    closed_at: then.closed_at === null ? null : hookTime(then.closed_at),
  };
  return { object_kind: 'issue', event_type: 'issue', project, object_attributes, labels, changes };
}
