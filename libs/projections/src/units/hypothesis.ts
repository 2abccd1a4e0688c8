import {
  type AnyEvent,
  assembleFacts,
  effectiveInstant,
  type EventId,
  Evaluator,
  foldUnit,
  followedModels,
  type Instant,
  parseOccurrence,
  type Position,
  type Standing,
  Tree,
  type UnitKey,
} from '#lib/domain';
import type { EventDraft } from '#lib/event-log';
import { newId, type Tx } from '#lib/platform';
import type { KnownCatalogue } from '../catalogue-reader.js';
import type { Moments } from '../moment.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';
import type { World } from '../world.js';

/** Standings before and after something that was not recorded. */
export interface BeforeAfter {
  readonly before: readonly Standing[];
  readonly after: readonly Standing[];
}

/** An event that is only supposed: a draft that counts from an instant, the future included. */
export interface Supposed {
  readonly draft: EventDraft;
  readonly effectiveAt: Instant;
}

/** When a draft would count if it were recorded at an instant. */
export function asIfRecorded(draft: EventDraft, now: Instant): Supposed {
  const occurrence = draft.occurredAt === undefined ? undefined : parseOccurrence(draft.occurredAt);
  return { draft, effectiveAt: occurrence ? effectiveInstant(occurrence, now) : now };
}

/**
 * Where a unit stands now, and where it would stand if some events were in the log as well.
 * Nothing is recorded.
 * @param seenAt the instant for which `after` is asked, when it is later than now
 * @throws UnknownUnit
 */
export async function suppose(
  moments: Moments,
  viewer: Viewer,
  unit: UnitKey,
  supposed: (now: Instant) => readonly Supposed[],
  seenAt: (now: Instant, supposed: readonly Supposed[]) => Instant,
): Promise<BeforeAfter> {
  const { program } = viewer;
  const { asOf: now, position } = await moments.settle(program, {});
  return moments.database.inProgram(
    program,
    async (tx: Tx) => {
      await requireSeen(tx, viewer, unit);
      const { world, catalogue, projection } = await moments.around(
        tx,
        program,
        unit,
        position,
        'below',
      );
      const known = await catalogue.at(position);
      const events = supposed(now);
      const before = await projection.standings(unit, now, position);
      const after = standingsWith(world, known, unit, {
        events,
        position,
        now,
        at: seenAt(now, events),
      });
      return { before, after };
    },
    { readOnly: true },
  );
}

function standingsWith(
  world: World,
  known: KnownCatalogue,
  unit: UnitKey,
  supposition: { events: readonly Supposed[]; position: Position; now: Instant; at: Instant },
): readonly Standing[] {
  const { events, position, now, at } = supposition;
  const added = events.map(({ draft, effectiveAt }, index) => ({
    id: draft.id ?? (newId() as EventId),
    position: position + 1 + index,
    type: draft.type,
    unit: draft.unit,
    occurredAt: draft.occurredAt ?? new Date(now).toISOString(),
    effectiveAt,
    recordedAt: now,
    data: draft.data,
  })) as unknown as readonly AnyEvent[];
  const eventsOf = (of: UnitKey) => [
    ...world.eventsOf(of),
    ...added.filter((event) => event.unit === of),
  ];
  const folded = world.units.flatMap((of) => foldUnit(eventsOf(of)) ?? []);
  // only the units below the one asked about were loaded whole, so only its own beginning can shift
  const beginnings = new Map(folded.map((of) => [of.unit, world.beginning(of.unit, position)]));
  beginnings.set(unit, new Tree(assembleFacts(folded)).beginning(unit));
  const facts = assembleFacts(folded, beginnings);
  const evaluator = new Evaluator(known.view.dictionary, facts);
  const { tree } = evaluator.expressions;
  return followedModels(facts, unit, known.view.program.models, (of) =>
    tree.latestParent(of),
  ).flatMap((id) => {
    const model = known.view.models.get(id);
    const standing = model && evaluator.standing(model, unit, at);
    return standing ? [standing] : [];
  });
}
