import {
  type Instant,
  type UnitKey,
  type UnitState,
  type UnitTimeline,
  unitStateAt,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { childrenAt } from '#lib/projections';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';
import type { Forest } from './forest.js';

/**
 * Puts drafts about one unit on top of a forest, once what they make of the tree is allowed: a
 * parent exists and is not retired when the unit comes under it, no circle closes at any time, and
 * nothing lies below a unit when it is retired.
 * @throws Refusal `parent-unknown`, `beyond-reach`, `parent-retired`, `parent-circle`, `unit-has-units-below`
 */
export async function grow(
  known: Known,
  forest: Forest,
  unit: UnitKey,
  drafts: readonly EventDraft[],
): Promise<void> {
  const before = await forest.timeline(unit);
  await forest.add(unit, drafts);
  const after = await forest.timeline(unit);
  if (!after) return;
  const registered = (await forest.events(unit)).find(({ type }) => type === 'unit.registered');
  const pieces = before
    ? overlay(before, after)
    : [
        {
          ...unitStateAt(after, known.now),
          from: registered?.effectiveAt ?? known.now,
          until: Infinity,
        },
      ];
  const named = new Set(drafts.map(({ data }) => (data as { parent?: UnitKey | null }).parent));
  for (const piece of merged(pieces.filter(comesUnder))) {
    await requireParent(known, forest, unit, { piece, named });
  }
  for (const piece of merged(pieces.filter(isRetired))) {
    await requireNothingBelow(known, unit, piece.from);
  }
}

/** A stretch of time, what the unit is in it, and what it was before the drafts. */
type Piece = UnitState & {
  readonly from: Instant;
  readonly until: Instant;
  readonly old?: UnitState;
};

function overlay(before: UnitTimeline, after: UnitTimeline): readonly Piece[] {
  return after.segments.flatMap((segment) =>
    before.segments
      .map((old) => ({
        ...segment,
        from: Math.max(segment.from, old.from),
        until: Math.min(segment.until, old.until),
        old,
      }))
      .filter(({ from, until }) => from < until),
  );
}

const comesUnder = ({ parent, retired, old }: Piece) =>
  parent !== null && (old?.parent !== parent || (old.retired && !retired));

const isRetired = ({ retired, old }: Piece) => retired && old?.retired === false;

/** Pieces that follow each other under one parent are one. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole[whole.length - 1];
    if (last && last.until === piece.from && last.parent === piece.parent) {
      whole[whole.length - 1] = { ...last, until: piece.until };
    } else {
      whole.push(piece);
    }
  }
  return whole;
}

/** Its key may be that of the past, which the request did not name. */
export function unknownParent(): Refusal {
  const message = 'There is no such unit to be the parent. Register it first.';
  return new Refusal('parent-unknown', message, '/parent');
}

async function requireParent(
  known: Known,
  forest: Forest,
  unit: UnitKey,
  { piece, named }: { readonly piece: Piece; readonly named: ReadonlySet<unknown> },
): Promise<void> {
  const parent = piece.parent as UnitKey;
  const above = await forest.timeline(parent);
  // one that this request registers itself is not written yet
  const seen = forest.isNew(parent) || (await known.seen([parent])).has(parent);
  if (!seen && !named.has(parent)) {
    // what is recorded of another time is not told to one who does not see it
    const message = 'At some time it would lie under a unit that you do not see.';
    throw new Refusal('beyond-reach', message);
  }
  if (!above || !seen) {
    throw unknownParent();
  }
  if (await forest.liesAbove(unit, parent, piece.from, piece.until)) {
    const message = `"${parent}" is "${unit}" or lies below it at that time: the tree would close a circle.`;
    throw new Refusal('parent-circle', message, '/parent');
  }
  if (!piece.retired && unitStateAt(above, piece.from).retired) {
    const message = `"${parent}" is retired at that time. Choose another parent, or reinstate it first.`;
    throw new Refusal('parent-retired', message, '/parent');
  }
}

async function requireNothingBelow(known: Known, unit: UnitKey, at: Instant): Promise<void> {
  const below = await childrenAt(known.tx, known.program, unit, at);
  if (below.length === 0) return;
  const seen = [...(await known.seen(below))];
  const some = seen.slice(0, 5).join(', ') || 'units that you do not see';
  throw new Refusal(
    'unit-has-units-below',
    `Units lie below "${unit}" at that time: ${some}${seen.length > 5 ? ', …' : ''}. Move or retire them first.`,
  );
}
