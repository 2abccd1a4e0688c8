import type { EventId, ProgramId, UnitKey } from '#lib/domain';
import type { Actor, EventDraft } from '#lib/event-log';
import { inSight, type Reach, type Viewer } from '#lib/projections';
import type { Known } from './known.js';
import { Refusal } from './refusal.js';

/** Who asks for a change, and how far it may reach. */
export interface Asking {
  readonly program: ProgramId;
  readonly actor: Actor;
  /** Absent: it comes from within, and may reach everything. */
  readonly reach?: Reach;
}

/** Who asks for a change, as one who reads. */
export function viewerOf({ program, reach }: Asking): Viewer {
  return { program, sight: reach?.sight ?? 'everything' };
}

/**
 * Refuses drafts that go further than whoever asks may reach: facts about units out of sight, new
 * roots, facts of the whole program, and milestones that the key does not name. It looks at what
 * would be recorded, so no command can forget it.
 * @throws Refusal `beyond-reach`, `parent-unknown`, `milestone-not-allowed`, `not-own-fact`
 */
export async function keepWithinReach(
  known: Known,
  by: Asking,
  drafts: readonly EventDraft[],
): Promise<void> {
  const { reach } = by;
  if (reach === undefined) return;
  if (reach.sight !== 'everything') await requireSeen(known, by, drafts);
  if (reach.milestones !== null) await requireNamed(known, reach.milestones, drafts);
  if (reach.ownOnly) await requireOwn(known, by, drafts);
  if (reach.ownComments) await requireOwnComments(known, by, drafts);
}

async function requireSeen(known: Known, by: Asking, drafts: readonly EventDraft[]): Promise<void> {
  const named = drafts.flatMap((draft) => [
    ...(draft.unit ? [draft.unit] : []),
    ...parentIn(draft),
  ]);
  const seen = new Set(await inSight(known.tx, viewerOf(by), [...new Set(named)]));
  for (const draft of drafts) {
    const { unit } = draft;
    if (unit === null) throw beyond('This is about the whole program.');
    if (draft.type === 'unit.registered' && known.version(unit) === undefined) {
      // one that comes under a unit in sight is in sight itself
      requireParent(draft.data.parent, seen);
      seen.add(unit);
    } else if (!seen.has(unit)) {
      throw beyond('This would change units elsewhere in the program.');
    }
    if (draft.type === 'unit.moved') requireParent(draft.data.parent, seen);
  }
}

function parentIn(draft: EventDraft): readonly UnitKey[] {
  const moves = draft.type === 'unit.registered' || draft.type === 'unit.moved';
  return moves && draft.data.parent ? [draft.data.parent] : [];
}

function requireParent(parent: UnitKey | null, seen: ReadonlySet<UnitKey>): void {
  if (parent === null) throw beyond('This would make a root of the tree.', '/parent');
  if (seen.has(parent)) return;
  const message = 'There is no such unit to be the parent. Register it first.';
  throw new Refusal('parent-unknown', message, '/parent');
}

/** @throws Refusal `milestone-not-allowed` */
async function requireNamed(
  known: Known,
  allowed: readonly string[],
  drafts: readonly EventDraft[],
): Promise<void> {
  for (const { data } of drafts) {
    const { event, milestone } = data as { event?: EventId; milestone?: string };
    const about = event === undefined ? { milestone } : (await known.find(event))?.data;
    const spoken = (about as { milestone?: string } | undefined)?.milestone;
    if (spoken === undefined || allowed.includes(spoken)) continue;
    throw new Refusal(
      'milestone-not-allowed',
      `This key may not record "${spoken}". It may record ${allowed.join(', ') || 'nothing'}.`,
      event === undefined ? '/milestone' : '/event',
    );
  }
}

/** @throws Refusal `not-own-fact` */
async function requireOwn(known: Known, by: Asking, drafts: readonly EventDraft[]): Promise<void> {
  for (const draft of drafts) {
    if (draft.type !== 'event.retracted') continue;
    const event = await known.find(draft.data.event);
    if (event?.author === by.actor.subject) continue;
    const message = 'This key may take back only what it recorded itself.';
    throw new Refusal('not-own-fact', message, '/event');
  }
}

/** @throws Refusal `not-own-fact` */
async function requireOwnComments(
  known: Known,
  by: Asking,
  drafts: readonly EventDraft[],
): Promise<void> {
  for (const draft of drafts) {
    const event = draft.type === 'event.retracted' ? await known.find(draft.data.event) : undefined;
    if (event?.type === 'comment.made' && event.author === by.actor.subject) continue;
    const message =
      'You may take back comments of your own. A program office can take back what else was recorded.';
    throw new Refusal('not-own-fact', message, '/event');
  }
}

function beyond(what: string, pointer?: string): Refusal {
  const message = `${what} Your role is limited to some units and those below them.`;
  return new Refusal('beyond-reach', message, pointer);
}
