import type { EventId, Instant } from '#lib/domain';
import type { StoredEvent } from '#lib/event-log';
import type { Known } from '../known.js';
import { countsFrom } from '../occurred.js';

/** What can be proposed. */
export type ProposalKind = 'waiver' | 'correction' | 'retraction';

/** What is about to be recorded, as far as it decides whether somebody else has to approve it. */
export type Sensitive =
  | { readonly kind: 'waiver' }
  | { readonly kind: 'retraction'; readonly event: EventId }
  | { readonly kind: 'correction'; readonly event: EventId; readonly occurredAt?: string };

/** What is older than this is reported already. */
const SETTLED_AFTER_MS = 30 * 86_400_000;

/**
 * Whether the program wants somebody else to approve it: a waiver, or what brings one back or changes
 * it; a correction or retraction that changes what was more than 30 days ago.
 */
export async function needsApproval(known: Known, wanted: Sensitive): Promise<boolean> {
  const { approvals } = (await known.catalogue()).program;
  if (wanted.kind === 'waiver') return approvals.waivers;
  if (!approvals.waivers && !approvals.corrections) return false;
  const takenBack = await chainOf(known, wanted.event);
  // words settle nothing
  if (takenBack.at(-1)?.type === 'comment.made') return false;
  if (approvals.waivers && changesWaiver(wanted, takenBack)) return true;
  return approvals.corrections && earliest(known, wanted, takenBack) < known.now - SETTLED_AFTER_MS;
}

/** The event that is named, and what it took back itself, link by link. */
async function chainOf(known: Known, id: EventId): Promise<readonly StoredEvent[]> {
  const chain: StoredEvent[] = [];
  for (let next: EventId | undefined = id; next !== undefined; ) {
    const event: StoredEvent | undefined = await known.find(next);
    if (event) chain.push(event);
    next = event?.type === 'event.retracted' ? event.data.event : undefined;
  }
  return chain;
}

/** To take a waiver back needs nobody; to bring one back does, and so do other dates of one. */
function changesWaiver({ kind }: Sensitive, chain: readonly StoredEvent[]): boolean {
  const [first] = chain;
  const touched = chain.some(({ type }) => type === 'milestone.waived' || type === 'waiver.ended');
  return touched && (kind === 'correction' || first?.type !== 'milestone.waived');
}

function earliest(known: Known, wanted: Sensitive, chain: readonly StoredEvent[]): Instant {
  const moved =
    wanted.kind === 'correction' && wanted.occurredAt !== undefined
      ? [countsFrom(wanted.occurredAt, known.now)]
      : [];
  return Math.min(...chain.map(({ effectiveAt }) => effectiveAt), ...moved);
}
