import type { AnyEvent, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type Base, baseOf, type EventsById } from '../base.js';
import type { KnownCatalogue } from '../catalogue-reader.js';
import { everAbove, everBelow } from '../world.js';

/** Which units besides its own an event may move. */
export interface Touch {
  readonly below: boolean;
  readonly above: boolean;
  readonly everyone: boolean;
}

const NOBODY: Touch = { below: false, above: false, everyone: false };

/** Which units besides its own an event may move, by what the models read. */
export function touchOf(event: AnyEvent, events: EventsById, known: KnownCatalogue): Touch {
  switch (event.type) {
    case 'model.adopted':
    case 'milestone.defined':
      return { ...NOBODY, everyone: true };
    case 'program.changed':
      return { ...NOBODY, everyone: event.data.models !== undefined };
    case 'unit.changed':
      return { ...NOBODY, below: event.data.models !== undefined, above: known.index.countsUnits };
    default:
      return touchOfBase(baseOf(event, events), known);
  }
}

function touchOfBase(base: Base, { index }: KnownCatalogue): Touch {
  switch (base.about) {
    case 'milestone':
      return {
        ...NOBODY,
        below: index.fromAbove.has(base.milestone),
        above: index.fromBelow.has(base.milestone),
      };
    case 'move':
      return { ...NOBODY, below: true, above: index.countsUnits };
    case 'unit':
      return { ...NOBODY, above: index.countsUnits };
    case 'other':
      return NOBODY;
  }
}

/** The units whose standings the events after a position may have moved through the tree. */
export async function touchedUnits(
  tx: Tx,
  program: ProgramId,
  touches: readonly { readonly unit: UnitKey | null; readonly touch: Touch }[],
  within: { readonly after: Position; readonly upTo: Position; readonly countsUnits: boolean },
): Promise<UnitKey[]> {
  if (touches.some(({ touch }) => touch.everyone)) {
    const all = await tx.query<{ unit: UnitKey }>(
      'SELECT unit FROM unit WHERE program_id = $1 ORDER BY unit',
      [program],
    );
    return all.map(({ unit }) => unit);
  }
  const of = (which: 'below' | 'above') => [
    ...new Set(touches.flatMap(({ unit, touch }) => (unit !== null && touch[which] ? [unit] : []))),
  ];
  const [down, up] = [of('below'), of('above')];
  // a unit that begins earlier is above its children earlier
  const shifted = await shiftedUnits(tx, program, within.after, within.upTo);
  if (within.countsUnits) up.push(...shifted);
  const touched = new Set<UnitKey>();
  for (const unit of await everBelow(tx, program, [...down, ...shifted])) touched.add(unit);
  if (up.length > 0) for (const unit of await everAbove(tx, program, up)) touched.add(unit);
  return [...touched].sort();
}

/** The units whose place in the tree or beginning became known within some positions. */
export async function shiftedUnits(
  tx: Tx,
  program: ProgramId,
  after: Position,
  upTo: Position,
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    `SELECT unit FROM unit_state WHERE program_id = $1 AND known_from > $2 AND known_from <= $3
      UNION
     SELECT unit FROM unit_state WHERE program_id = $1 AND known_until > $2 AND known_until <= $3`,
    [program, after, upTo],
  );
  return rows.map(({ unit }) => unit);
}
