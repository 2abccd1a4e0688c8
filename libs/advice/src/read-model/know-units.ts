import {
  assembleFacts,
  Evaluator,
  Expressions,
  followedModels,
  type Instant,
  type Position,
  type ProgramFacts,
  type ProgramId,
  type UnitKey,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { type CatalogueSource, type KnownCatalogue, knownCatalogue, World } from '#lib/projections';
import type { Below, KnownUnit } from '../known-unit.js';

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

const NOTHING_BELOW: Below = { leaning: 0, idle: 0, resting: new Map() };

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
  return units.flatMap((unit) => knowUnit(world, catalogue, sight, unit) ?? []);
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

function knowUnit(
  world: World,
  { view, index }: KnownCatalogue,
  { program, position, now }: Sight,
  unit: UnitKey,
): KnownUnit | undefined {
  const facts = world.factsAround(unit, position, { below: index.countsUnits });
  const own = facts.units.get(unit);
  if (!own) return undefined;
  const { dictionary } = view;
  const evaluator = new Evaluator(dictionary, facts);
  const { tree } = evaluator.expressions;
  const models = followedModels(facts, unit, view.program.models, (of) =>
    tree.latestParent(of),
  ).flatMap((id) => view.models.get(id) ?? []);
  return {
    ...{ program, unit, now, models, dictionary, evaluator, facts: own },
    byFact: anyWaiver(facts)
      ? new Expressions(dictionary, withoutWaivers(facts))
      : evaluator.expressions,
    standings: models.flatMap((model) => evaluator.standing(model, unit, now) ?? []),
    events: new Map(world.eventsOf(unit).map((event) => [event.id, event])),
    below: NOTHING_BELOW,
  };
}

function anyWaiver({ units }: ProgramFacts): boolean {
  return [...units.values()].some(({ waivers }) => waivers.size > 0);
}

function withoutWaivers({ units, beginnings }: ProgramFacts): ProgramFacts {
  return assembleFacts(
    [...units.values()].map((unit) => ({ ...unit, waivers: new Map() })),
    beginnings,
  );
}
