import { type EventDraft, requireRecordable } from '#lib/event-log';
import type { Known } from '../known.js';
import { Refusal, type RefusalCode } from '../refusal.js';
import { FactRows } from './fact-rows.js';
import type {
  ImportedRow,
  PartialRow,
  RowCounts,
  RowDecider,
  RowFault,
  RowOf,
  Rule,
  Sought,
} from './imported-row.js';
import { TargetRows } from './target-rows.js';
import { parentsFirst, UnitRows } from './unit-rows.js';

/** What the rows of an import come to. */
export interface DecidedRows {
  readonly drafts: readonly EventDraft[];
  readonly counts: RowCounts;
  /** Empty where all of it can be recorded. */
  readonly faults: readonly RowFault[];
}

/** Told now and then how many rows are decided. */
export type Deciding = (done: number) => Promise<void>;

/** Some rows of a sheet, all of one kind. */
export interface RowsOfSheet {
  readonly rows: readonly ImportedRow[];
  /** Those that cannot be recorded, since some of their cells could not be read. */
  readonly partial?: readonly PartialRow[];
}

const TOLD_EVERY = 250;

/**
 * Decides what all rows of a sheet come to, and finds every fault of them; rows see what rows before
 * them decided. All are of one kind.
 * @param id of the import, by which the log names what it made of units and targets
 */
export async function decideRows(
  known: Known,
  id: string,
  { rows, partial = [] }: RowsOfSheet,
  deciding?: Deciding,
): Promise<DecidedRows> {
  switch ((rows[0] ?? partial[0])?.kind) {
    case undefined:
      return { drafts: [], counts: { new: 0, changed: 0, unchanged: 0 }, faults: [] };
    case 'unit':
      return decideAll(
        known,
        new UnitRows(known, id),
        parentsFirst(rows.filter(isOf('unit'))),
        partsOf('unit', partial),
        deciding,
      );
    case 'fact':
      return decideAll(
        known,
        new FactRows(known),
        rows.filter(isOf('fact')),
        partsOf('fact', partial),
        deciding,
      );
    case 'target':
      return decideAll(
        known,
        new TargetRows(known, id),
        rows.filter(isOf('target')),
        partsOf('target', partial),
        deciding,
      );
  }
}

const isOf =
  <Kind extends ImportedRow['kind']>(kind: Kind) =>
  (row: ImportedRow): row is RowOf<Kind> =>
    row.kind === kind;

/** A row, and what of it could not be read. */
interface Part<Kind extends ImportedRow['kind']> {
  readonly row: RowOf<Kind>;
  readonly unread: ReadonlySet<string>;
}

function partsOf<Kind extends ImportedRow['kind']>(
  kind: Kind,
  partial: readonly PartialRow[],
): readonly Part<Kind>[] {
  const isKind = isOf(kind);
  return partial.flatMap((row) => (isKind(row) ? [{ row, unread: row.unread }] : []));
}

async function decideAll<Kind extends ImportedRow['kind']>(
  known: Known,
  decider: RowDecider<Kind>,
  rows: readonly RowOf<Kind>[],
  partial: readonly Part<Kind>[],
  deciding: Deciding | undefined,
): Promise<DecidedRows> {
  await decider.load([...rows, ...partial.map(({ row }) => row)]);
  const faulty = new Set<string>(partial.map(({ row }) => row.unit));
  const drafts: EventDraft[] = [];
  const counts = { new: 0, changed: 0, unchanged: 0 };
  const faults: RowFault[] = [];
  for (const [index, row] of rows.entries()) {
    if (deciding && index % TOLD_EVERY === 0) await deciding(index);
    try {
      const decided = await decider.decide(row);
      requireRecordable(decided.drafts, known.now);
      for (const draft of decided.drafts) drafts.push(draft);
      counts[decided.outcome] += 1;
    } catch (error) {
      faults.push(...(await againstRules(decider.rules(row), row, NONE, [faultIn(row, error)])));
      faulty.add(row.unit);
    }
  }
  for (const { row, unread } of partial) {
    faults.push(...(await againstRules(decider.rules(row), row, unread)));
  }
  const told = faults.filter((fault) => !hangsOn(faulty, fault));
  return { drafts, counts, faults: told.sort((a, b) => a.row - b.row) };
}

/** A parent that stands in the sheet and is at fault itself is not missing. */
const hangsOn = (faulty: ReadonlySet<string>, { pointer, sought }: RowFault) =>
  pointer === '/parent' && sought !== undefined && faulty.has(sought.written);

const NONE: ReadonlySet<string> = new Set();

/** Everything that a row is against, as far as its cells could be read; each part is told of once. */
async function againstRules(
  rules: readonly Rule[],
  row: ImportedRow,
  unread: ReadonlySet<string>,
  known: readonly RowFault[] = [],
): Promise<readonly RowFault[]> {
  const found = [...known];
  for (const { of, hold } of rules) {
    if (of.some((part) => unread.has(part))) continue;
    try {
      await hold();
    } catch (error) {
      const fault = faultIn(row, error);
      if (!found.some(({ pointer }) => pointer === fault.pointer)) found.push(fault);
    }
  }
  return found;
}

/** What is said of several refusals that differ in what they name only. */
const LIKE: { readonly [Code in RefusalCode]?: string } = {
  'date-in-future':
    'It lies in the future. Record it once it has happened; to plan it, import it as a target.',
  'date-invalid': 'It is not a date that exists.',
  'unit-incomplete': 'A new unit needs a name and a kind, and stands in one row.',
};

/** @throws what is no refusal of a row */
function faultIn(imported: ImportedRow, error: unknown): RowFault {
  const { row } = imported;
  if (error instanceof Refusal) {
    const sought = soughtBy(imported, error);
    const message = sought ? missingText(error, sought) : error.message;
    const pointer = error.pointer ?? placeOf(error);
    const like = LIKE[error.code];
    return { row, pointer, message, ...(like ? { like } : {}), ...(sought ? { sought } : {}) };
  }
  const { code, field, pointer, message } = error as {
    readonly code?: unknown;
    readonly field?: string;
    readonly pointer?: string;
    readonly message: string;
  };
  if (code !== 'invalid-date' && code !== 'future-date' && code !== 'unstorable-text') throw error;
  return { row, pointer: field === undefined ? (pointer ?? '') : `/${field}`, message };
}

function missingText({ code, message }: Refusal, { kind, written }: Sought): string {
  if (kind === 'milestone') {
    return `There is no milestone "${written}". Add it to the dictionary first.`;
  }
  if (code !== 'parent-unknown') return message;
  return `There is no unit "${written}" to be the parent. Register it first, or list it here too.`;
}

/** The key that a row names and that is not there, where it was refused for that. */
function soughtBy(row: ImportedRow, { code }: Refusal): Sought | undefined {
  if (code === 'unit-unknown') return { kind: 'unit', written: row.unit };
  if (code === 'parent-unknown' && row.kind === 'unit' && row.wish.parent) {
    return { kind: 'unit', written: row.wish.parent };
  }
  if (code !== 'milestone-unknown' || row.kind === 'unit') return undefined;
  const named = row.kind === 'fact' ? row.fact.data : row.wish.goal;
  return named && 'milestone' in named
    ? { kind: 'milestone', written: named.milestone }
    : undefined;
}

function placeOf({ code }: Refusal): string {
  return code === 'unit-unknown' ? '/unit' : '';
}
