import {
  type AnyEvent,
  type EventId,
  foldTargets,
  isAboutTarget,
  retractedEvents,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import type { Known } from '../known.js';
import { needsApproval } from '../proposals/approvals.js';

/** A fact that is to be taken back, and the unit it is about. */
export interface ToldOf {
  readonly unit: UnitKey;
  readonly event: EventId;
}

/** What taking facts back comes to. */
export interface TakingBack {
  readonly drafts: readonly EventDraft[];
  /** The facts that they take back. */
  readonly taken: readonly EventId[];
  /** Those that stay, and why; what was taken back before is not among them. */
  readonly left: readonly { readonly event: EventId; readonly why: string }[];
}

const TO_APPROVE =
  'It changes what was more than 30 days ago, which somebody else has to approve here. Retract it by itself.';
const MOVED_ON = 'The target was changed since by somebody else.';

/**
 * What takes facts of one unit back: milestone facts are retracted, targets go back to where they stood.
 * @param options.approved nobody else has to approve it
 */
export async function takingBack(
  known: Known,
  unit: UnitKey,
  wanted: ReadonlySet<EventId>,
  reason: string,
  options: { readonly approved?: boolean } = {},
): Promise<TakingBack> {
  const events = await known.eventsOf([unit]);
  const retracted = retractedEvents(events);
  const mine = events.filter(({ id }) => wanted.has(id) && !retracted.has(id));
  const drafts: EventDraft[] = [];
  const [taken, left] = [[] as EventId[], [] as { event: EventId; why: string }[]];
  for (const { id: event } of mine.filter((one) => !isAboutTarget(one))) {
    if (!options.approved && (await needsApproval(known, { kind: 'retraction', event }))) {
      left.push({ event, why: TO_APPROVE });
      continue;
    }
    drafts.push({ type: 'event.retracted', unit, data: { event, reason } });
    taken.push(event);
  }
  for (const [target, told] of byTarget(mine)) {
    const back = backTo(unit, target, events, wanted, reason);
    if (back === 'done') continue;
    if (back === 'changed') left.push(...told.map(({ id }) => ({ event: id, why: MOVED_ON })));
    else {
      drafts.push(back);
      taken.push(...told.map(({ id }) => id));
    }
  }
  return { drafts, taken, left };
}

function byTarget(events: readonly AnyEvent[]): ReadonlyMap<string, readonly AnyEvent[]> {
  const found = new Map<string, AnyEvent[]>();
  for (const event of events.filter(isAboutTarget)) {
    found.set(event.data.target, [...(found.get(event.data.target) ?? []), event]);
  }
  return found;
}

/** Puts a target back to where it stood before the last changes, if these are the ones to be undone. */
function backTo(
  unit: UnitKey,
  target: string,
  events: readonly AnyEvent[],
  wanted: ReadonlySet<EventId>,
  reason: string,
): EventDraft | 'done' | 'changed' {
  const standing = foldTargets(events).find((one) => one.target === target);
  if (!standing) return 'done';
  const about = events.filter((event) => isAboutTarget(event) && event.data.target === target);
  const last = about.findLastIndex(({ id }) => !wanted.has(id));
  if (last === about.length - 1) return 'changed';
  const before = foldTargets(about.slice(0, last + 1)).find((one) => one.target === target);
  if (!before) return { type: 'target.dropped', unit, data: { target, reason } };
  if (before.due === standing.due) return 'done';
  return { type: 'target.moved', unit, data: { target, due: before.due, reason } };
}
