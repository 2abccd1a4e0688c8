import type { EventId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';
import type { ImportedEvent, RowCounts } from '#lib/recording';
import type { SheetKind } from './columns.js';
import type { ImportProgress, ImportRow } from './sheet-import.js';

/** A long import that is not over. */
export interface DueImport {
  readonly id: string;
  /** Whether it was recorded, and is taken back on request. */
  readonly undoing: boolean;
  readonly step: ImportProgress['step'] | null;
  /** How many of its rows are recorded; of what it recorded, how much is done with in its undoing. */
  readonly done: number;
  /** It was found that it cannot be ended: what is recorded of it is to be taken back. */
  readonly refused: boolean;
}

const DUE = "state IN ('waiting', 'running', 'undoing')";

/** Whether any import of a program is not over. */
export async function anyImportDue(tx: Tx, program: ProgramId): Promise<boolean> {
  const rows = await tx.query(`SELECT FROM sheet_import WHERE program_id = $1 AND ${DUE} LIMIT 1`, [
    program,
  ]);
  return rows.length > 0;
}

/** The import of a program whose turn it is, the oldest first; undefined: none. It is under way from then on. */
export async function beginNext(
  database: Database,
  program: ProgramId,
): Promise<DueImport | undefined> {
  const [row] = await database.inProgram(program, (tx) =>
    tx.query<Pick<ImportRow, 'id' | 'state' | 'step' | 'step_done' | 'fault_count'>>(
      `UPDATE sheet_import
          SET state = CASE state WHEN 'undoing' THEN state ELSE 'running' END,
              step = coalesce(step, 'reading')
        WHERE program_id = $1 AND id = (
          SELECT id FROM sheet_import WHERE program_id = $1 AND ${DUE} ORDER BY id LIMIT 1)
       RETURNING id, state, step, step_done, fault_count`,
      [program],
    ),
  );
  if (!row) return undefined;
  const { id, state, step, step_done: done, fault_count: faults } = row;
  const undoing = state === 'undoing';
  const counts = undoing || step === 'recording';
  return { id, undoing, step, done: counts ? done : 0, refused: faults > 0 };
}

/** Says how far an import is that records nothing yet. */
export async function tellStep(
  database: Database,
  program: ProgramId,
  id: string,
  { step, done, total }: ImportProgress,
): Promise<void> {
  await database.inProgram(program, (tx) =>
    tx.query(
      `UPDATE sheet_import SET step = $3, step_done = $4, step_total = $5
        WHERE program_id = $1 AND id = $2 AND state = 'running' AND step <> 'recording'`,
      [program, id, step, done, total],
    ),
  );
}

/** From here on rows are recorded. @throws ImportElsewhere where somebody else has come that far */
export async function beginRecording(
  tx: Tx,
  program: ProgramId,
  { id, kind, total }: { readonly id: string; readonly kind: SheetKind; readonly total: number },
): Promise<void> {
  const begun = await tx.query(
    `UPDATE sheet_import SET step = 'recording', kind = $3, step_done = 0, step_total = $4
      WHERE program_id = $1 AND id = $2 AND state = 'running' AND step <> 'recording'
     RETURNING id`,
    [program, id, kind, total],
  );
  if (begun.length === 0) throw new ImportElsewhere();
}

/** What one append recorded of an import. */
export interface RecordedGroup {
  readonly program: ProgramId;
  readonly id: string;
  /** How many rows were recorded before it, and after it. */
  readonly from: number;
  readonly to: number;
  readonly counts: RowCounts;
  readonly events: readonly ImportedEvent[];
}

/** Remembers what a group recorded, in its transaction. @throws ImportElsewhere where somebody else recorded it */
export async function keepGroup(tx: Tx, group: RecordedGroup): Promise<void> {
  const { program, id, from, to, counts, events } = group;
  const moved = await tx.query(
    `UPDATE sheet_import SET step_done = $4, new_rows = new_rows + $5,
            changed_rows = changed_rows + $6, unchanged_rows = unchanged_rows + $7
      WHERE program_id = $1 AND id = $2 AND state = 'running' AND step = 'recording'
        AND step_done = $3 AND fault_count = 0
     RETURNING id`,
    [program, id, from, to, counts.new, counts.changed, counts.unchanged],
  );
  if (moved.length === 0) throw new ImportElsewhere();
  await keepEvents(tx, program, id, events);
}

export async function keepEvents(
  tx: Tx,
  program: ProgramId,
  id: string,
  events: readonly ImportedEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO sheet_import_event (program_id, import, event, unit)
     SELECT $1, $2, event, unit FROM json_to_recordset($3::json) AS kept (event uuid, unit text)`,
    [program, id, JSON.stringify(events)],
  );
}

/** What an import recorded, in the order of the log. */
export function eventsOfImport(tx: Tx, program: ProgramId, id: string): Promise<ImportedEvent[]> {
  return tx.query<{ event: EventId; unit: UnitKey }>(
    'SELECT event, unit FROM sheet_import_event WHERE program_id = $1 AND import = $2 ORDER BY event',
    [program, id],
  );
}

/** Where in the log what an import recorded stands, after a position. */
export async function positionsOfImport(
  tx: Tx,
  program: ProgramId,
  id: string,
  { after, limit }: { readonly after: Position; readonly limit: number },
): Promise<readonly Position[]> {
  const rows = await tx.query<{ position: Position }>(
    `SELECT e.position FROM sheet_import_event s
       JOIN event e ON e.program_id = s.program_id AND e.id = s.event
      WHERE s.program_id = $1 AND s.import = $2 AND e.position > $3
      ORDER BY e.position LIMIT $4`,
    [program, id, after, limit],
  );
  return rows.map(({ position }) => position);
}

/** Ends an import, and lets go of its sheet. */
export async function endImport(
  tx: Tx,
  program: ProgramId,
  id: string,
  state: 'recorded' | 'refused',
): Promise<void> {
  await tx.query(
    `UPDATE sheet_import SET state = $3, step = NULL, step_done = 0, step_total = 0
      WHERE program_id = $1 AND id = $2`,
    [program, id, state],
  );
  await tx.query('DELETE FROM sheet_import_file WHERE program_id = $1 AND import = $2', [
    program,
    id,
  ]);
}

/** Remembers why an import is refused: it is not gone on with, whoever takes it up. */
export async function keepFaults(
  tx: Tx,
  program: ProgramId,
  id: string,
  { sealed, count }: { readonly sealed: Buffer; readonly count: number },
): Promise<void> {
  await tx.query(
    `UPDATE sheet_import SET faults = $3, fault_count = $4
      WHERE program_id = $1 AND id = $2 AND state = 'running'`,
    [program, id, sealed, count],
  );
}

/** Forgets what was recorded of an import, since it was taken back. */
export async function forgetRecorded(tx: Tx, program: ProgramId, id: string): Promise<void> {
  await tx.query('DELETE FROM sheet_import_event WHERE program_id = $1 AND import = $2', [
    program,
    id,
  ]);
  await tx.query(
    `UPDATE sheet_import SET new_rows = 0, changed_rows = 0, unchanged_rows = 0
      WHERE program_id = $1 AND id = $2`,
    [program, id],
  );
}

/** Another worker has taken the import up: it is that one's. */
export class ImportElsewhere extends Error {
  constructor() {
    super('Another worker does this import.');
  }
}
