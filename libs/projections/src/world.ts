import {
  type AnyEvent,
  assembleFacts,
  FOREVER,
  foldUnit,
  type Instant,
  type Position,
  type ProgramFacts,
  type ProgramId,
  type UnitFacts,
  type UnitKey,
  withFact,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import { type BitemporalRow, STILL_KNOWN } from './rows.js';
import { loadStateRows, type StateRow } from './tree/state-rows.js';

/** What the first so many events of a unit say. */
interface Folded {
  readonly count: number;
  readonly facts: UnitFacts | undefined;
}

/** What reads events for folding. */
export type EventSource = Pick<EventLog, 'readUnits'>;

/** Which units besides those asked for are loaded: always those above, below as well where they are counted. */
export interface Reach {
  readonly below: boolean;
}

/** The events and the tree around some units, from which anything can be folded as known at any position up to `upTo`. */
export class World {
  readonly #events = new Map<UnitKey, AnyEvent[]>();
  readonly #folded = new Map<UnitKey, readonly Folded[]>();
  readonly #above = new Map<UnitKey, ReadonlySet<UnitKey>>();
  readonly units: readonly UnitKey[];

  constructor(
    private readonly around: readonly Around[],
    events: readonly AnyEvent[],
    /** Every row of the tree, whenever known; kept up to date by the tree's projection. */
    readonly states: Map<UnitKey, StateRow[]>,
  ) {
    this.units = around.map(({ unit }) => unit);
    for (const event of events) {
      if (event.unit === null) continue;
      const own = this.#events.get(event.unit);
      if (own) own.push(event);
      else this.#events.set(event.unit, [event]);
    }
  }

  /** Loads some units, those ever above them and, if asked, those ever below. */
  static async load(
    tx: Tx,
    source: EventSource,
    program: ProgramId,
    asked: { units: readonly UnitKey[]; upTo: Position; reach: Reach },
  ): Promise<World> {
    const around: Around[] = [];
    const events: AnyEvent[] = [];
    const found = new Set<UnitKey>();
    for (let units = [...asked.units]; units.length > 0; ) {
      const more = await everAround(tx, program, units, asked.reach);
      around.push(...more.filter(({ unit }) => !found.has(unit)));
      const keys = more.map(({ unit }) => unit).filter((unit) => !found.has(unit));
      for (const key of keys) found.add(key);
      const told = await source.readUnits(tx, program, keys, asked.upTo);
      for (const event of told) events.push(event);
      // a parent of before a unit's beginning is in no row, until an earlier fact makes it begin there
      units = [...new Set(told.flatMap(parentsNamed))].filter((unit) => !found.has(unit));
    }
    return new World(around, events, await loadStateRows(tx, program, [...found]));
  }

  /** How far the standings of some units were written when this was loaded; 0 for a new unit. */
  written(units: readonly UnitKey[]): readonly { unit: UnitKey; from: Position }[] {
    const wanted = new Set(units);
    return this.around
      .filter(({ unit }) => wanted.has(unit))
      .map(({ unit, written }) => ({ unit, from: written ?? 0 }));
  }

  /** Whether a unit ever had units below it when this was loaded. */
  hasBelow(unit: UnitKey): boolean {
    return this.around.some((one) => one.unit === unit && one.parental);
  }

  /** The events of a unit, in log order. */
  eventsOf(unit: UnitKey): readonly AnyEvent[] {
    return this.#events.get(unit) ?? [];
  }

  /** What is known of a unit at a position; undefined when it is not registered by then. */
  unitFacts(unit: UnitKey, knownAt: Position): UnitFacts | undefined {
    const events = this.eventsOf(unit);
    const count = countUpTo(events, knownAt);
    const kept = this.#folded.get(unit) ?? [];
    const found = kept.find((one) => one.count === count);
    if (found) return found.facts;
    const last = events[count - 1];
    const before = last && kept.find((one) => one.count === count - 1)?.facts;
    const facts =
      (before && withFact(before, last)) ??
      foldUnit(count === events.length ? events : events.slice(0, count));
    // two, since what was known before a position is compared with what is known at it
    this.#folded.set(unit, [{ count, facts }, ...kept.slice(0, 1)]);
    return facts;
  }

  /** When a unit begins as known at a position; `FOREVER` when it is not known. */
  beginning(unit: UnitKey, knownAt: Position): Instant {
    let earliest = FOREVER;
    for (const row of this.states.get(unit) ?? []) {
      if (isKnown(row, knownAt)) earliest = Math.min(earliest, row.from);
    }
    return earliest;
  }

  /** The positions at which another beginning of a unit became known, rising. */
  shifts(unit: UnitKey): readonly Position[] {
    const rows = this.states.get(unit) ?? [];
    const positions = new Set(rows.flatMap((row) => [row.knownFrom, row.knownUntil]));
    return [...positions]
      .filter((at) => at < STILL_KNOWN && this.beginning(unit, at) !== this.beginning(unit, at - 1))
      .sort((a, b) => a - b);
  }

  /** What is known at a position of a unit and those around it: above it and, where loaded, below it and above those. */
  factsAround(unit: UnitKey, knownAt: Position, reach: Reach): ProgramFacts {
    return this.facts(reach.below ? this.units : [unit, ...this.everAbove(unit)], knownAt);
  }

  facts(units: Iterable<UnitKey>, knownAt: Position): ProgramFacts {
    const folded: UnitFacts[] = [];
    for (const unit of units) {
      const facts = this.unitFacts(unit, knownAt);
      if (facts) folded.push(facts);
    }
    const beginnings = new Map(folded.map(({ unit }) => [unit, this.beginning(unit, knownAt)]));
    return assembleFacts(folded, beginnings);
  }

  /** The units that ever lay above a unit, whenever known. */
  everAbove(unit: UnitKey): ReadonlySet<UnitKey> {
    const kept = this.#above.get(unit);
    if (kept) return kept;
    const found = new Set<UnitKey>();
    const visit = (of: UnitKey) => {
      for (const event of this.eventsOf(of)) {
        for (const parent of parentsNamed(event)) {
          if (found.has(parent)) continue;
          found.add(parent);
          visit(parent);
        }
      }
    };
    visit(unit);
    found.delete(unit);
    this.#above.set(unit, found);
    return found;
  }
}

/** The parent that an event names. */
export function parentsNamed(event: AnyEvent): readonly UnitKey[] {
  const names = event.type === 'unit.registered' || event.type === 'unit.moved';
  return names && event.data.parent !== null ? [event.data.parent] : [];
}

/** Whether a row was known at a position. */
export function isKnown(row: BitemporalRow, at: Position): boolean {
  return row.knownFrom <= at && at < row.knownUntil;
}

function countUpTo(events: readonly AnyEvent[], position: Position): number {
  let count = events.length;
  while (count > 0 && (events[count - 1] as AnyEvent).position > position) count--;
  return count;
}

const ABOVE = `
  WITH RECURSIVE around AS (
    SELECT unnest($2::text[]) COLLATE "C" AS unit
    UNION
    SELECT state.parent FROM around
      JOIN unit_state state ON state.program_id = $1 AND state.unit = around.unit
     WHERE state.parent IS NOT NULL
  ) SELECT unit FROM around`;

const BELOW = `
  WITH RECURSIVE around AS (
    SELECT unnest($2::text[]) COLLATE "C" AS unit
    UNION
    SELECT state.unit FROM around
      JOIN unit_state state ON state.program_id = $1 AND state.parent = around.unit
  ) SELECT unit FROM around`;

/** The units ever below some, themselves included. */
export async function everBelow(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(BELOW, [program, units]);
  return rows.map(({ unit }) => unit);
}

/** The units ever above some, themselves included. */
export async function everAbove(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(ABOVE, [program, units]);
  return rows.map(({ unit }) => unit);
}

/** A unit that is loaded, and what is known of it without its events. */
export interface Around {
  readonly unit: UnitKey;
  /** The position up to which its standings are written; null for a unit that has no row yet. */
  readonly written: Position | null;
  /** Whether it ever had units below it. */
  readonly parental: boolean;
}

async function everAround(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  reach: Reach,
): Promise<Around[]> {
  const seeds = reach.below ? await everBelow(tx, program, units) : units;
  return tx.query<Around>(
    `SELECT found.unit, unit.standings_position AS written, EXISTS (
         SELECT FROM unit_state child WHERE child.program_id = $1 AND child.parent = found.unit
       ) AS parental
       FROM (${ABOVE}) AS found LEFT JOIN unit ON unit.program_id = $1 AND unit.unit = found.unit`,
    [program, seeds],
  );
}
