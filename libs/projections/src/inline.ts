import type { AnyEvent, Position, ProgramId, Standing, UnitKey } from '#lib/domain';
import type { InlineProjection, StoredEvent } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { byId } from './base.js';
import { type CatalogueSource, CatalogueHistory } from './catalogue-reader.js';
import { advanceFrom, STANDING } from './checkpoint.js';
import { STILL_KNOWN } from './rows.js';
import { type Behind, StandingProjection } from './standing.projection.js';
import type { StateRow } from './state-rows.js';
import { touchOf } from './touched-units.js';
import { TreeProjection } from './tree.projection.js';
import { type EventSource, everBelow, World } from './world.js';

const ABOUT_UNITS = /^(unit|milestone\.(achieved|lapsed|assessed|waived)|waiver|event)\b/;

/** Writes the tree and the standings of the units that events are about, in the append's own transaction. */
export class InlineStandings implements InlineProjection {
  #source: EventSource | undefined;

  constructor(private readonly catalogue: CatalogueSource) {}

  /** Says where events are read; called once, when the log is made. */
  reads(source: EventSource): void {
    this.#source = source;
  }

  /** @param events newly appended, in log order */
  async project(
    tx: Tx,
    program: ProgramId,
    events: readonly StoredEvent[],
  ): Promise<{ standings(unit: UnitKey): readonly Standing[] }> {
    if (!this.#source) throw new Error('The inline projection was not told where to read.');
    const last = events[events.length - 1];
    if (!last) return { standings: () => [] };
    const before = (events[0] as StoredEvent).position - 1;
    const own = events.filter((event) => event.unit !== null && ABOUT_UNITS.test(event.type));
    const units = [...new Set(own.map((event) => event.unit as UnitKey))];
    const catalogue = await CatalogueHistory.load(
      tx,
      this.catalogue,
      program,
      before,
      last.position,
    );
    const { index } = await catalogue.at(last.position);
    const world = await World.load(tx, this.#source, program, {
      units: [...new Set([...units, ...parentsNamed(own)])],
      upTo: last.position,
      reach: { below: index.countsUnits },
    });
    // events as the world holds them: their texts stay sealed in what is written
    const sealed = own.flatMap((event) =>
      world.eventsOf(event.unit as UnitKey).filter(({ id }) => id === event.id),
    );
    await new TreeProjection(tx, this.#source, program, world).apply(sealed);
    const projection = new StandingProjection(tx, program, world, catalogue);
    await projection.bring(await behind(tx, program, units), last.position);
    if (!(await touchesOthers(tx, program, events, world, catalogue))) {
      await advanceFrom(tx, program, STANDING, before, last.position);
    }
    const standings = new Map<UnitKey, readonly Standing[]>();
    for (const unit of units) {
      standings.set(unit, await projection.standings(unit, last.recordedAt, last.position));
    }
    return { standings: (unit) => standings.get(unit) ?? [] };
  }
}

function parentsNamed(events: readonly AnyEvent[]): readonly UnitKey[] {
  return events.flatMap((event) =>
    (event.type === 'unit.registered' || event.type === 'unit.moved') && event.data.parent !== null
      ? [event.data.parent]
      : [],
  );
}

/** How far the standings of some units are written; their rows are locked. */
export async function behind(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
): Promise<Behind[]> {
  if (units.length === 0) return [];
  return tx.query<Behind>(
    `SELECT unit, standings_position AS "from" FROM unit
      WHERE program_id = $1 AND unit = ANY ($2) ORDER BY unit FOR UPDATE`,
    [program, units],
  );
}

function changedSince(row: StateRow, position: Position): boolean {
  return row.knownFrom > position || (row.knownUntil > position && row.knownUntil < STILL_KNOWN);
}

/** Whether the events may move standings of units besides those they are about. */
async function touchesOthers(
  tx: Tx,
  program: ProgramId,
  events: readonly StoredEvent[],
  world: World,
  catalogue: CatalogueHistory,
): Promise<boolean> {
  const own = new Set(events.map(({ unit }) => unit));
  const before = (events[0] as StoredEvent).position - 1;
  const { countsUnits } = (await catalogue.at(Number.POSITIVE_INFINITY)).index;
  const hasBelow = async (unit: UnitKey) => (await everBelow(tx, program, [unit])).length > 1;
  for (const unit of world.units) {
    if (!world.states.get(unit)?.some((row) => changedSince(row, before))) continue;
    const counted = countsUnits && world.everAbove(unit).size > 0;
    if (!own.has(unit) || counted || (await hasBelow(unit))) return true;
  }
  for (const event of events) {
    const known = await catalogue.at(event.position);
    const ids = event.unit === null ? new Map() : byId(world.eventsOf(event.unit));
    const touch = touchOf(event, ids, known);
    if (touch.everyone) return true;
    if (event.unit === null) continue;
    if (touch.above && world.everAbove(event.unit).size > 0) return true;
    if (touch.below && (await hasBelow(event.unit))) return true;
  }
  return false;
}
