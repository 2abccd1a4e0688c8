import type { Instant } from '#lib/domain';
import type { Segments } from './segments.js';

/** An unbroken run of a unit at one stage of a model. */
export interface Stay {
  readonly unit: number;
  readonly ordinal: number;
  readonly from: Instant;
  readonly until: Instant;
  /** The stage it went to at `until`; undefined when it is not known to go on, or ceased to stand in the model. */
  readonly next?: number;
}

interface Piece {
  readonly from: Instant;
  readonly until: Instant;
  readonly ordinal: number;
}

/**
 * Every stay of some units at a stage, unit by unit, in order of time.
 * @param size how many units there are
 */
export function staysOf(
  segments: Segments,
  units: readonly number[],
  size: number,
): readonly Stay[] {
  const wanted = new Uint8Array(size);
  for (const unit of units) wanted[unit] = 1;
  const pieces = new Map<number, Piece[]>();
  segments.each((unit, from, until, { ordinal }) => {
    if (wanted[unit] !== 1 || ordinal === null || from >= until) return;
    const own = pieces.get(unit);
    if (own) own.push({ from, until, ordinal });
    else pieces.set(unit, [{ from, until, ordinal }]);
  });
  return [...pieces].flatMap(([unit, own]) => joined(unit, own));
}

function joined(unit: number, pieces: readonly Piece[]): readonly Stay[] {
  const stays: { -readonly [K in keyof Stay]: Stay[K] }[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = stays[stays.length - 1];
    if (last?.until === piece.from) {
      if (last.ordinal === piece.ordinal) {
        last.until = piece.until;
        continue;
      }
      last.next = piece.ordinal;
    }
    stays.push({ unit, ...piece });
  }
  return stays;
}
