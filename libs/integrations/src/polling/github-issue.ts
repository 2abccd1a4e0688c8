import type { Fetched } from './reading.js';

/** @source docs.github.com, REST API endpoints for issues */
export interface Issue {
  readonly id: number;
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly state_reason?: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly closed_at: string | null;
  readonly labels: readonly Label[];
  readonly pull_request?: unknown;
}

interface Label {
  readonly name: string;
}

/** @source docs.github.com, Issue event types */
export interface IssueEvent {
  readonly id: number;
  readonly event: string;
  readonly created_at: string;
  readonly state_reason?: string | null;
  readonly label?: Label;
}

type Change = Fetched & { readonly at: string };

/** What of an issue's history its webhooks tell: by the event and by the action that a delivery has. */
const ACTIONS: Readonly<Record<string, string>> = {
  closed: 'closed',
  reopened: 'reopened',
  labeled: 'labeled',
  unlabeled: 'unlabeled',
};

/**
 * What the webhooks of an issue told or would have told, in the order it happened. Each has the issue as
 * it was then: it is taken from its state now, change by change backwards.
 */
export function githubIssue(
  issue: Issue,
  events: readonly IssueEvent[],
  repository: unknown,
): readonly Change[] {
  const changes: Change[] = [];
  let then: Issue = issue;
  const told = events.filter(({ event }) => Object.hasOwn(ACTIONS, event));
  for (const [index, event] of [...told.entries()].toReversed()) {
    const { id, created_at: at, label } = event;
    then = { ...then, updated_at: at, ...reasonOf(event, then) };
    if (event.event === 'closed') then = { ...then, state: 'closed', closed_at: at };
    if (event.event === 'reopened') then = { ...then, state: 'open', closed_at: null };
    const payload = {
      action: ACTIONS[event.event],
      issue: then,
      ...(label ? { label } : {}),
      repository,
    };
    changes.push({ id: `issue ${issue.id} event ${id}`, event: 'issues', payload, at });
    then = before(then, event, told.slice(0, index));
  }
  const opened = { action: 'opened', issue: { ...then, updated_at: issue.created_at }, repository };
  const first = { id: `issue ${issue.id} opened`, event: 'issues', payload: opened };
  return [{ ...first, at: issue.created_at }, ...changes.toReversed()];
}

/** Why it was closed is told with the event by newer servers; else only of the last time. */
function reasonOf({ event, state_reason }: IssueEvent, { state_reason: now }: Issue) {
  if (event === 'closed') return { state_reason: state_reason ?? now ?? null };
  return event === 'reopened' ? { state_reason: 'reopened' } : {};
}

function before(issue: Issue, { event, label }: IssueEvent, earlier: readonly IssueEvent[]): Issue {
  switch (event) {
    case 'closed':
      return { ...issue, state: 'open', closed_at: null, state_reason: null };
    case 'reopened': {
      const closed = earlier.findLast((one) => one.event === 'closed');
      const reason = { state_reason: closed?.state_reason ?? null };
      return { ...issue, state: 'closed', closed_at: closed?.created_at ?? null, ...reason };
    }
    case 'labeled':
      return { ...issue, labels: issue.labels.filter(({ name }) => name !== label?.name) };
    default:
      return label ? { ...issue, labels: [...issue.labels, label] } : issue;
  }
}
