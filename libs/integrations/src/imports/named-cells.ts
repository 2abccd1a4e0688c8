import { plainName, type Sought } from '#lib/recording';
import { isMilestoneKey, isUnitKey, unitKeyIn } from './cell-reader.js';
import type { Columns, Field } from './columns.js';
import type { SheetTable } from './sheet-table.js';

/** Finds keys by names; one for each that is sought: undefined where there is none, empty where there are several. */
export type FindNamed = (sought: readonly Sought[]) => Promise<readonly (string | undefined)[]>;

/** A name that stands where a key should, and the key that is read for it. */
export interface NamedCell extends Sought {
  readonly key: string;
}

/** Different names of one sheet that are looked for. */
const MOST_NAMES = 5_000;
const LONGEST = 300;

/**
 * Names that stand in the columns of keys, with their keys: of what is there, or of what the sheet itself
 * registers. The key is empty where several have that name; what nobody has is left out.
 */
export async function namedCells(
  table: SheetTable,
  columns: Columns,
  find: FindNamed,
): Promise<readonly NamedCell[]> {
  const sought = soughtIn(table, columns);
  if (sought.length === 0) return [];
  const own = columns.kind === 'units' ? ownNames(table, columns) : new Map<string, string>();
  const found = await find(sought);
  return sought.flatMap((one, index): readonly NamedCell[] => {
    const [there, here] = [found[index], own.get(plainName(one.written))];
    const key = there ?? here;
    if (key === undefined) return [];
    // two units of one name: somebody has to say which
    return [{ ...one, key: here === undefined || here === key ? key : '' }];
  });
}

/** Keys that a sheet of units wants in capitals, with what they become. */
export function loweredKeys({ rows }: SheetTable, { kind, at }: Columns): readonly NamedCell[] {
  const column = at.get('unit');
  if (kind !== 'units' || column === undefined) return [];
  const lowered = new Map<string, NamedCell>();
  for (const { cells } of rows) {
    const written = cells[column] ?? '';
    const key = unitKeyIn(written);
    if (key === undefined || key === written) continue;
    lowered.set(written, { kind: 'unit', written, key });
  }
  return [...lowered.values()];
}

function soughtIn(table: SheetTable, { kind, at }: Columns): readonly Sought[] {
  // a sheet of units says what their keys shall be
  const fields: readonly (readonly [Field, Sought['kind']])[] = [
    ...(kind === 'units' ? [] : ([['unit', 'unit']] as const)),
    ...([
      ['parent', 'unit'],
      ['milestone', 'milestone'],
    ] as const),
  ];
  const sought = new Map<string, Sought>();
  for (const [field, of] of fields) {
    const column = at.get(field);
    if (column === undefined) continue;
    const isKey = of === 'unit' ? isUnitKey : isMilestoneKey;
    for (const { cells } of table.rows) {
      const written = cells[column] ?? '';
      if (written === '' || written.length > LONGEST || isKey(written)) continue;
      if (sought.size === MOST_NAMES) return [...sought.values()];
      sought.set(nameOf(of, written), { kind: of, written });
    }
  }
  return [...sought.values()];
}

/** The units that a sheet registers, by their names and keys; empty where several have one name. */
function ownNames({ rows }: SheetTable, { at }: Columns): Map<string, string> {
  const own = new Map<string, string>();
  const [unit, name] = [at.get('unit') ?? -1, at.get('name') ?? -1];
  for (const { cells } of rows) {
    const key = unitKeyIn(cells[unit] ?? '');
    if (key === undefined) continue;
    for (const called of [plainName(cells[name] ?? ''), key]) {
      if (called === '') continue;
      const before = own.get(called);
      own.set(called, before === undefined || before === key ? key : '');
    }
  }
  return own;
}

/** By what a cell says, the key that is read for it. */
export const keysByName = (named: readonly NamedCell[]): ReadonlyMap<string, string> =>
  new Map(named.map(({ kind, written, key }) => [nameOf(kind, written), key]));

export const nameOf = (kind: Sought['kind'], written: string) => `${kind} ${written}`;
