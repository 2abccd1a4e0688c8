import {
  type AnyEvent,
  assembleFacts,
  foldUnit,
  type Instant,
  type Position,
  type ProgramFacts,
  type ProgramId,
  type UnitFacts,
  type UnitKey,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import { milliseconds } from '../rows.js';
import { everAbove, type EventSource, everBelow, type Reach } from '../world.js';

/** So many units are folded at once; their events are let go of before the next. */
const UNITS_AT_ONCE = 500;

/**
 * What is known at a position of some units, of those ever above them and, where they are counted,
 * of those ever below.
 */
export async function loadFacts(
  tx: Tx,
  source: EventSource,
  program: ProgramId,
  { units, upTo, reach }: { units: readonly UnitKey[]; upTo: Position; reach: Reach },
): Promise<ProgramFacts> {
  const seeds = reach.below ? await everBelow(tx, program, units) : units;
  const around = await everAbove(tx, program, seeds);
  const folded: UnitFacts[] = [];
  for (let start = 0; start < around.length; start += UNITS_AT_ONCE) {
    const some = around.slice(start, start + UNITS_AT_ONCE);
    const byUnit = new Map<UnitKey, AnyEvent[]>();
    for (const event of await source.readUnits(tx, program, some, upTo)) {
      const own = byUnit.get(event.unit as UnitKey);
      if (own) own.push(event);
      else byUnit.set(event.unit as UnitKey, [event]);
    }
    for (const events of byUnit.values()) {
      const facts = foldUnit(events);
      if (facts) folded.push(facts);
    }
  }
  return assembleFacts(folded, await beginningsOf(tx, program, around, upTo));
}

async function beginningsOf(
  tx: Tx,
  program: ProgramId,
  units: readonly UnitKey[],
  knownAt: Position,
): Promise<ReadonlyMap<UnitKey, Instant>> {
  const rows = await tx.query<{ unit: UnitKey; begins: Date | number }>(
    `SELECT unit, min(valid_from) AS begins FROM unit_state
      WHERE program_id = $1 AND unit = ANY ($2) AND known_from <= $3 AND known_until > $3
      GROUP BY unit`,
    [program, units, knownAt],
  );
  return new Map(rows.map(({ unit, begins }) => [unit, milliseconds(begins)]));
}
