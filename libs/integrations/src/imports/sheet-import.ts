import type { Instant } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { RowCounts } from '#lib/recording';
import type { SheetKind } from './columns.js';
import type { SheetFault } from './sheet-table.js';

/** How far an import is. One that is `refused` has recorded nothing that counts. */
export type ImportState = 'waiting' | 'running' | 'recorded' | 'refused' | 'undone';

/** What is done of a long import now. */
export interface ImportProgress {
  readonly step: 'reading' | 'deciding' | 'recording';
  /** Rows. */
  readonly done: number;
  /** Rows; 0 while they are not counted yet. */
  readonly total: number;
}

/** A fault, with the head of its column. */
export interface HeadedFault extends SheetFault {
  readonly head?: string;
}

/** A sheet that was imported, or is to be. */
export interface SheetImport {
  readonly id: string;
  /** null: its head is not read yet, or could not be understood. */
  readonly kind: SheetKind | null;
  readonly state: ImportState;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** While it is running: those of the rows that are recorded by now. */
  readonly counts: RowCounts;
  /** While it is running. */
  readonly progress: ImportProgress | null;
  /** Why it was refused: how many faults there are. */
  readonly faultCount: number;
  readonly undoneAt: Instant | null;
}

/** So many faults of an import are kept and told. */
export const MOST_FAULTS = 1000;

export const SELECT_IMPORT = `SELECT id, kind, state, step, step_done, step_total, made_at, made_by,
    new_rows, changed_rows, unchanged_rows, fault_count, undone_at
  FROM sheet_import WHERE program_id = $1`;

export interface ImportRow {
  readonly id: string;
  readonly kind: SheetKind | null;
  readonly state: Exclude<ImportState, 'undone'>;
  readonly step: ImportProgress['step'] | null;
  readonly step_done: number;
  readonly step_total: number;
  readonly made_at: Date;
  readonly made_by: string;
  readonly new_rows: number;
  readonly changed_rows: number;
  readonly unchanged_rows: number;
  readonly fault_count: number;
  readonly undone_at: Date | null;
}

/** A row of `sheet_import` as it is told. */
export function importOf(row: ImportRow): SheetImport {
  const { step, step_done: done, step_total: total } = row;
  const isRunning = row.state === 'running' && step !== null;
  return {
    ...{ id: row.id, kind: row.kind, madeBy: row.made_by, madeAt: row.made_at.getTime() },
    state: row.undone_at === null ? row.state : 'undone',
    counts: { new: row.new_rows, changed: row.changed_rows, unchanged: row.unchanged_rows },
    progress: isRunning ? { step, done, total } : null,
    faultCount: row.state === 'refused' ? row.fault_count : 0,
    undoneAt: row.undone_at?.getTime() ?? null,
  };
}

/** Cells of sheets are told in faults: they are kept like the sheets themselves. */
export function sealFaults(
  seals: Pick<Seals, 'sealUnderMaster'>,
  id: string,
  faults: readonly HeadedFault[],
): Buffer {
  return seals.sealUnderMaster(JSON.stringify(faults.slice(0, MOST_FAULTS)), placeOf(id));
}

export function unsealFaults(
  seals: Pick<Seals, 'unsealUnderMaster'>,
  id: string,
  sealed: Buffer | null,
): readonly HeadedFault[] {
  const text = sealed === null ? undefined : seals.unsealUnderMaster(sealed, placeOf(id));
  return text === undefined ? [] : (JSON.parse(text) as HeadedFault[]);
}

const placeOf = (id: string) => `import ${id} faults`;
