import type { Instant, ProgramId } from '#lib/domain';
import type { Seals } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { By, RowCounts } from '#lib/recording';
import type { SheetKind } from './columns.js';
import { type HeadedFault, type ToldFaults, toldFaults } from './sheet-faults.js';

/** How far an import is. One that is `refused` has recorded nothing that counts. */
export type ImportState = 'waiting' | 'running' | 'recorded' | 'refused' | 'undoing' | 'undone';

/** What is done of a long import now. */
export interface ImportProgress {
  readonly step: 'reading' | 'deciding' | 'recording' | 'undoing';
  /** Rows; where it is undone, facts that it recorded. */
  readonly done: number;
  /** The same; 0 while they are not counted yet. */
  readonly total: number;
}

/** What undoing an import came to, so far. */
export interface UndoTold {
  /** Events that were taken back. */
  readonly taken: number;
  /** Events that stay. */
  readonly left: number;
  /** Why they stay; the first reasons, each with how many. */
  readonly reasons: readonly { readonly why: string; readonly count: number }[];
}

/** A sheet that was imported, or is to be. */
export interface SheetImport {
  readonly id: string;
  /** What its file is called; null: nobody said. */
  readonly file: string | null;
  /** null: its head is not read yet, or could not be understood. */
  readonly kind: SheetKind | null;
  readonly state: ImportState;
  readonly madeAt: Instant;
  readonly madeBy: string;
  /** While it is running: those of the rows that are recorded by now. */
  readonly counts: RowCounts;
  /** While it is running or undone. */
  readonly progress: ImportProgress | null;
  /** Why it was refused: how many faults there are. */
  readonly faultCount: number;
  readonly undoneAt: Instant | null;
  /** null: nobody undid it, or before that was kept. */
  readonly undo: UndoTold | null;
}

const SELECT_IMPORT = `SELECT id, file, kind, state, step, step_done, step_total, made_at, made_by,
    new_rows, changed_rows, unchanged_rows, fault_count, undone_at, undo_told, faults
  FROM sheet_import WHERE program_id = $1`;

export interface ImportRow {
  readonly id: string;
  /** Sealed under the key of whoever made it. */
  readonly file: string | null;
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
  readonly undo_told: UndoTold | null;
  readonly faults: Buffer | null;
}

/**
 * Imports of a program as they are told, in clear, the latest first, each with its row.
 * @param narrowed to one, or to the first so many
 */
export async function readImports(
  tx: Tx,
  seals: Pick<Seals, 'unseal'>,
  program: ProgramId,
  narrowed: { readonly id: string } | { readonly limit: number },
): Promise<readonly { readonly row: ImportRow; readonly told: SheetImport }[]> {
  const rows = await ('id' in narrowed
    ? tx.query<ImportRow>(`${SELECT_IMPORT} AND id = $2`, [program, narrowed.id])
    : tx.query<ImportRow>(`${SELECT_IMPORT} ORDER BY id DESC LIMIT $2`, [program, narrowed.limit]));
  const named = rows.flatMap(({ id, file, made_by: subject }) =>
    file === null ? [] : [{ id, subject, sealed: { file } }],
  );
  const clear = await seals.unseal(tx, program, named);
  const files = new Map(named.map(({ id }, index) => [id, clear[index]?.file ?? null]));
  return rows.map((row) => ({ row, told: importOf(row, files.get(row.id) ?? null) }));
}

/** The name of a file as it is kept: it may name people. */
export async function sealFile(
  tx: Tx,
  seals: Pick<Seals, 'seal'>,
  { program, actor }: Pick<By, 'program' | 'actor'>,
  file: string | undefined,
): Promise<string | null> {
  if (file === undefined) return null;
  return (await seals.seal(tx, program, actor.subject, { file })).file ?? null;
}

function importOf(row: ImportRow, file: string | null): SheetImport {
  const { state, step, step_done: done, step_total: total } = row;
  const isRunning = (state === 'running' || state === 'undoing') && step !== null;
  return {
    ...{ id: row.id, file, kind: row.kind, madeBy: row.made_by, madeAt: row.made_at.getTime() },
    state: state === 'recorded' && row.undone_at !== null ? 'undone' : state,
    counts: { new: row.new_rows, changed: row.changed_rows, unchanged: row.unchanged_rows },
    progress: isRunning ? { step, done, total } : null,
    faultCount: row.state === 'refused' ? row.fault_count : 0,
    undoneAt: row.undone_at?.getTime() ?? null,
    undo: row.undo_told,
  };
}

/** Cells of sheets are told in faults: they are kept like the sheets themselves. */
export function sealFaults(
  seals: Pick<Seals, 'sealUnderMaster'>,
  id: string,
  faults: ToldFaults,
): Buffer {
  return seals.sealUnderMaster(JSON.stringify(faults), placeOf(id));
}

export function unsealFaults(
  seals: Pick<Seals, 'unsealUnderMaster'>,
  id: string,
  sealed: Buffer | null,
): Pick<ToldFaults, 'faults' | 'faultGroups'> {
  const text = sealed === null ? undefined : seals.unsealUnderMaster(sealed, placeOf(id));
  if (text === undefined) return { faults: [], faultGroups: [] };
  const kept = JSON.parse(text) as ToldFaults | readonly HeadedFault[];
  // before there were groups, only the faults themselves were kept
  return 'faultGroups' in kept ? kept : toldFaults(kept);
}

const placeOf = (id: string) => `import ${id} faults`;
