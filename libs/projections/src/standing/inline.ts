import type { AnyEvent, Position, ProgramId, Standing, UnitKey } from '#lib/domain';
import type { Head, InlineProjection, StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { switchToAside } from '../adoption/switch.js';
import { byId } from '../base.js';
import {
  CATALOGUE_FACTS,
  CatalogueHistory,
  type CatalogueSource,
  knownCatalogue,
} from '../catalogue-reader.js';
import { advanceFrom, STANDING } from '../checkpoint.js';
import { projectTargets } from '../roadmap/targets.projection.js';
import { HandedDown, isNothing } from './handed-down.js';
import { STILL_KNOWN } from '../rows.js';
import { StandingProjection, standingsOf, type UnitSight } from './standing.projection.js';
import type { StateRow } from '../tree/state-rows.js';
import { touchOf } from './touched-units.js';
import { TreeProjection } from '../tree/tree.projection.js';
import { type EventSource, parentsNamed, World } from '../world.js';

const ABOUT_UNITS = /^(unit|milestone\.(achieved|lapsed|assessed|waived)|waiver|event)\b/;

/** Writes the tree and the standings of the units that events are about, in the append's own transaction. */
export class InlineStandings implements InlineProjection {
  #source: EventSource | undefined;

  constructor(private readonly catalogue: CatalogueSource) {}

  /** Says where events are read; called once, when the log is made. */
  reads(source: EventSource): void {
    this.#source = source;
  }

  /**
   * @param events newly appended, in log order
   * @param before the head they follow
   */
  async project(
    tx: Tx,
    program: ProgramId,
    events: readonly StoredEvent[],
    before: Head,
  ): Promise<{ standings(unit: UnitKey): readonly Standing[] }> {
    if (!this.#source) throw new Error('The inline projection was not told where to read.');
    const last = events[events.length - 1];
    if (!last) return { standings: () => [] };
    const own = events.filter((event) => event.unit !== null && ABOUT_UNITS.test(event.type));
    const units = [...new Set(own.map((event) => event.unit as UnitKey))];
    const changed = events.findLast(({ type }) => CATALOGUE_FACTS.includes(type));
    const cataloguePosition = changed?.position ?? before.cataloguePosition;
    const { index } = await knownCatalogue(tx, this.catalogue, program, cataloguePosition);
    const world = await World.load(tx, this.#source, program, {
      units: [...new Set([...units, ...own.flatMap(parentsNamed), ...heirsNamed(own)])],
      upTo: last.position,
      reach: { below: index.countsUnits },
    });
    const written = world.written(units);
    const oldest = Math.min(...written.map(({ from }) => from), last.position);
    const catalogue =
      cataloguePosition <= oldest
        ? CatalogueHistory.unchanged(tx, this.catalogue, program, cataloguePosition)
        : await CatalogueHistory.load(tx, this.catalogue, program, oldest, last.position);
    // events as the world holds them: their texts stay sealed in what is written
    const held = byId(units.flatMap((unit) => world.eventsOf(unit)));
    const sealed = own.flatMap(({ id }) => held.get(id) ?? []);
    await new TreeProjection(tx, this.#source, program, world).apply(sealed);
    const projection = new StandingProjection(tx, program, world, catalogue);
    if (written.length > 0) await projection.bring(written, last.position);
    await projectTargets(tx, this.#source, program, events, before.position);
    const switched = await switchToAside(tx, program, events);
    if (switched || !(await touchesOthers(events, world, catalogue, index.countsUnits))) {
      await advanceFrom(tx, program, STANDING, before.position, last.position);
    }
    const sights = new Map<UnitKey, UnitSight>();
    for (const unit of new Set([...units, ...heirsNamed(own)]))
      sights.set(unit, await projection.sight(unit, last.position));
    // read when an answer asks for it, which not every append does
    return {
      standings: (unit) => {
        const sight = sights.get(unit);
        return sight ? standingsOf(sight, last.recordedAt) : [];
      },
    };
  }
}

/** Those whose standings are answered beside those of the units that events are about. */
function heirsNamed(events: readonly AnyEvent[]): readonly UnitKey[] {
  return events.flatMap((event) => (event.type === 'unit.merged' ? [event.data.into] : []));
}

function changedSince(row: StateRow, position: Position): boolean {
  return row.knownFrom > position || (row.knownUntil > position && row.knownUntil < STILL_KNOWN);
}

/** Whether the events may move standings of units besides those they are about. */
async function touchesOthers(
  events: readonly StoredEvent[],
  world: World,
  catalogue: CatalogueHistory,
  countsUnits: boolean,
): Promise<boolean> {
  const own = new Set(events.map(({ unit }) => unit));
  const before = (events[0] as StoredEvent).position - 1;
  const handed = new HandedDown(world, catalogue);
  for (const unit of world.units) {
    if (countsUnits) {
      if (!world.states.get(unit)?.some((row) => changedSince(row, before))) continue;
      if (!own.has(unit) || world.everAbove(unit).size > 0 || world.hasBelow(unit)) return true;
    }
    for (const position of world.shifts(unit)) {
      if (position <= before) continue;
      if (!own.has(unit)) return true;
      if (world.hasBelow(unit) && !isNothing(await handed.at(unit, position))) return true;
    }
  }
  for (const event of events) {
    const known = await catalogue.at(event.position);
    const ids = event.unit === null ? new Map() : byId(world.eventsOf(event.unit));
    const touch = touchOf(event, ids, known);
    if (touch.everyone) return true;
    if (event.unit === null) continue;
    if (touch.above && world.everAbove(event.unit).size > 0) return true;
    if (!touch.below || !world.hasBelow(event.unit)) continue;
    if (countsUnits || !isNothing(await handed.at(event.unit, event.position))) return true;
  }
  return false;
}
