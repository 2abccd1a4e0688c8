import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { type CatalogueSource, type KnownCatalogue, knownCatalogue, World } from '#lib/projections';
import { type KnownUnit, seeUnit } from '../known-unit.js';

/** What reads events and models. */
export interface Sources {
  readonly log: EventLog;
  readonly catalogue: CatalogueSource;
}

/** What is looked at: a program as known at a position, seen at an instant. */
export interface Sight {
  readonly program: ProgramId;
  readonly position: Position;
  readonly now: Instant;
}

/** Loads some units with all that the policies look at, but for what lies below them. */
export async function knowUnits(
  tx: Tx,
  sources: Sources,
  sight: Sight,
  units: readonly UnitKey[],
): Promise<readonly KnownUnit[]> {
  const { program, position } = sight;
  const catalogue = await catalogueAt(tx, sources, sight);
  const reach = { below: catalogue.index.countsUnits };
  const world = await World.load(tx, sources.log, program, { units, upTo: position, reach });
  const { models, dictionary, program: settings } = catalogue.view;
  return units.flatMap((unit) => {
    const facts = world.factsAround(unit, position, reach);
    const events = world.eventsOf(unit);
    const { now } = sight;
    const followed = settings.models;
    return seeUnit({ program, unit, now, models, followed, dictionary, facts, events }) ?? [];
  });
}

/** The catalogue as known at the position of a sight. */
export async function catalogueAt(
  tx: Tx,
  { catalogue }: Sources,
  { program, position }: Sight,
): Promise<KnownCatalogue> {
  const [head] = await tx.query<{ at: Position }>(
    'SELECT catalogue_position AS at FROM feed_head WHERE program_id = $1',
    [program],
  );
  return knownCatalogue(tx, catalogue, program, Math.min(position, head?.at ?? 0));
}
