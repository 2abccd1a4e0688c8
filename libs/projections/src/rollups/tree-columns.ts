import type { UnitKey } from '#lib/domain';
import type { StateRow } from '../tree/state-rows.js';

/** The rows of a tree in compact arrays, one after another; units are numbers. */
export interface TreeColumns {
  readonly unit: Uint32Array;
  /** -1: a root. */
  readonly parent: Int32Array;
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly knownFrom: Float64Array;
  readonly knownUntil: Float64Array;
  readonly retired: Uint8Array;
  readonly state: readonly StateRow[];
}

/** @param numberOf gives every unit, and every parent, its number */
export function treeColumns(
  rows: Iterable<readonly StateRow[]>,
  numberOf: (unit: UnitKey) => number,
): TreeColumns {
  const state = [...rows].flat();
  const columns: TreeColumns = {
    unit: new Uint32Array(state.length),
    parent: new Int32Array(state.length),
    from: new Float64Array(state.length),
    until: new Float64Array(state.length),
    knownFrom: new Float64Array(state.length),
    knownUntil: new Float64Array(state.length),
    retired: new Uint8Array(state.length),
    state,
  };
  state.forEach((row, index) => {
    columns.unit[index] = numberOf(row.unit);
    columns.parent[index] = row.parent === null ? -1 : numberOf(row.parent);
    columns.from[index] = row.from;
    columns.until[index] = row.until;
    columns.knownFrom[index] = row.knownFrom;
    columns.knownUntil[index] = row.knownUntil;
    columns.retired[index] = row.retired ? 1 : 0;
  });
  return columns;
}

/** The last row of each unit's that is known at a position and covers an instant; -1: none. */
export function rowsAt(
  { unit, from, until, knownFrom, knownUntil }: TreeColumns,
  size: number,
  asOf: number,
  position: number,
): Int32Array {
  const rows = new Int32Array(size).fill(-1);
  for (let row = 0; row < unit.length; row++) {
    if (
      (from[row] as number) <= asOf &&
      asOf < (until[row] as number) &&
      (knownFrom[row] as number) <= position &&
      position < (knownUntil[row] as number)
    ) {
      rows[unit[row] as number] = row;
    }
  }
  return rows;
}

/** The longest stretch around a point in which none of the boundaries lies. */
export function stretchAround(
  at: number,
  boundaries: readonly Float64Array[],
): { from: number; until: number } {
  let from = Number.NEGATIVE_INFINITY;
  let until = Number.POSITIVE_INFINITY;
  for (const list of boundaries) {
    for (let index = 0; index < list.length; index++) {
      const boundary = list[index] as number;
      if (boundary <= at) {
        if (boundary > from) from = boundary;
      } else if (boundary < until) {
        until = boundary;
      }
    }
  }
  return { from, until };
}
