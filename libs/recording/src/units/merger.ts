import { type Instant, type UnitKey, type UnitSegment, unitStateAt } from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { everUnder } from '#lib/projections';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';
import type { Forest } from './forest.js';
import { grow } from './tree-rules.js';

/** Which unit becomes part of which, and when. */
export interface DatedMerger {
  readonly unit: UnitKey;
  readonly into: UnitKey;
  readonly at: Instant;
  readonly occurredAt?: string;
}

/**
 * What a merger makes of the tree: the units right below at that instant come under the heir, then
 * the unit is retired.
 * @throws Refusal `unit-retired`, `heir-same`, `heir-unknown`, `heir-retired`, `heir-below`,
 * `unit-has-units-below`, and of `grow` for the units that move
 */
export async function merge(
  known: Known,
  forest: Forest,
  merger: DatedMerger,
): Promise<readonly EventDraft[]> {
  const { unit, into, at, occurredAt } = merger;
  await requireParts(known, forest, merger);
  const under = await everUnder(known.tx, known.program, unit, at);
  await forest.load(under);
  const drafts: EventDraft[] = [];
  for (const child of under) {
    const state = await stateAt(forest, child, at);
    if (state?.parent !== unit || state.retired) continue;
    const move: EventDraft = {
      type: 'unit.moved',
      unit: child,
      occurredAt,
      data: { parent: into },
    };
    await growUnder(known, forest, { child, into, at }, move);
    drafts.push(move);
  }
  const merged: EventDraft = { type: 'unit.merged', unit, occurredAt, data: { into } };
  await forest.add(unit, [merged]);
  for (const retired of (await forest.timeline(unit))?.segments ?? []) {
    if (retired.retired && retired.until > at) {
      await requireNobodyUnder(forest, merger, under, retired);
    }
  }
  return [...drafts, merged];
}

async function requireParts(
  known: Known,
  forest: Forest,
  { unit, into, at }: DatedMerger,
): Promise<void> {
  if (into === unit) {
    throw new Refusal('heir-same', 'A unit cannot be merged into itself.', '/into');
  }
  await forest.load([unit, into]);
  const heir = await stateAt(forest, into, at);
  if (!heir || !(await known.seen([into])).has(into)) {
    const message = `There is no unit "${into}" to merge into. Register it first.`;
    throw new Refusal('heir-unknown', message, '/into');
  }
  if ((await stateAt(forest, unit, at))?.retired) {
    const message = `"${unit}" is retired at that time. Reinstate it first, or give an earlier date.`;
    throw new Refusal('unit-retired', message, '/occurredAt');
  }
  if (heir.retired) {
    const message = `"${into}" is retired at that time. Choose another heir, or reinstate it first.`;
    throw new Refusal('heir-retired', message, '/into');
  }
  if (await forest.liesAbove(unit, into, at, at + 1)) {
    const message = `"${into}" lies below "${unit}" at that time, and would come to lie below itself. Move "${into}" to another parent first, then merge.`;
    throw new Refusal('heir-below', message, '/into');
  }
}

/** Brings a child under the heir. @throws Refusal of `grow`, and `heir-retired` where the heir is retired while the child would lie below it */
async function growUnder(
  known: Known,
  forest: Forest,
  { child, into, at }: { readonly child: UnitKey; readonly into: UnitKey; readonly at: Instant },
  move: EventDraft,
): Promise<void> {
  try {
    await grow(known, forest, child, [move]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const message = `"${child}" would come under "${into}". ${error.message}`;
    throw new Refusal(error.code, message, '/into');
  }
  const heir = (await forest.timeline(into))?.segments ?? [];
  const living = ((await forest.timeline(child))?.segments ?? []).filter(
    (segment) => segment.parent === into && !segment.retired && segment.from >= at,
  );
  const clash = heir.find((end) => end.retired && living.some((span) => overlap(span, end)));
  if (!clash) return;
  const message = `"${into}" is retired from ${day(clash.from)} on, and "${child}" would still lie below it. Record first where "${child}" goes then.`;
  throw new Refusal('heir-retired', message, '/into');
}

/** @throws Refusal `unit-has-units-below` where units lie below a unit while it is retired */
async function requireNobodyUnder(
  forest: Forest,
  { unit, at }: DatedMerger,
  under: readonly UnitKey[],
  retired: UnitSegment,
): Promise<void> {
  for (const child of under) {
    const segments = (await forest.timeline(child))?.segments ?? [];
    const left = segments.find(
      (segment) =>
        segment.parent === unit &&
        !segment.retired &&
        segment.until > at &&
        overlap(segment, retired),
    );
    if (!left) continue;
    const message = `"${child}" comes under "${unit}" on ${day(left.from)}, after the merger. Retract or redate that move first, or date the merger later.`;
    throw new Refusal('unit-has-units-below', message, '/occurredAt');
  }
}

async function stateAt(forest: Forest, unit: UnitKey, at: Instant) {
  const timeline = await forest.timeline(unit);
  return timeline && unitStateAt(timeline, at);
}

const overlap = (a: UnitSegment, b: UnitSegment) =>
  Math.max(a.from, b.from) < Math.min(a.until, b.until);

const day = (at: Instant) => new Date(at).toISOString().slice(0, 10);
