import { type EventDraft, requireRecordable } from '#lib/event-log';
import type { Known } from '../known.js';
import { Refusal } from '../refusal.js';
import { FactRows } from './fact-rows.js';
import type {
  ImportedRow,
  RowCounts,
  RowDecider,
  RowFault,
  RowOf,
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

const TOLD_EVERY = 250;

/**
 * Decides what all rows of a sheet come to, and finds every fault of them; rows see what rows before
 * them decided. All are of one kind.
 * @param id of the import, by which the log names what it made of units and targets
 */
export async function decideRows(
  known: Known,
  id: string,
  rows: readonly ImportedRow[],
  deciding?: Deciding,
): Promise<DecidedRows> {
  switch (rows[0]?.kind) {
    case undefined:
      return { drafts: [], counts: { new: 0, changed: 0, unchanged: 0 }, faults: [] };
    case 'unit':
      return decideAll(
        known,
        new UnitRows(known, id),
        parentsFirst(rows.filter(isOf('unit'))),
        deciding,
      );
    case 'fact':
      return decideAll(known, new FactRows(known), rows.filter(isOf('fact')), deciding);
    case 'target':
      return decideAll(known, new TargetRows(known, id), rows.filter(isOf('target')), deciding);
  }
}

const isOf =
  <Kind extends ImportedRow['kind']>(kind: Kind) =>
  (row: ImportedRow): row is RowOf<Kind> =>
    row.kind === kind;

async function decideAll<Kind extends ImportedRow['kind']>(
  known: Known,
  decider: RowDecider<Kind>,
  rows: readonly RowOf<Kind>[],
  deciding: Deciding | undefined,
): Promise<DecidedRows> {
  await decider.load(rows);
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
      faults.push(faultIn(row, error));
    }
  }
  return { drafts, counts, faults: faults.sort((a, b) => a.row - b.row) };
}

/** @throws what is no refusal of a row */
function faultIn(imported: ImportedRow, error: unknown): RowFault {
  const { row } = imported;
  if (error instanceof Refusal) {
    const sought = soughtBy(imported, error);
    const message =
      sought?.kind === 'milestone'
        ? `There is no milestone "${sought.written}". Add it to the dictionary first.`
        : error.message;
    const pointer = error.pointer ?? placeOf(error);
    return { row, pointer, message, ...(sought ? { sought } : {}) };
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
