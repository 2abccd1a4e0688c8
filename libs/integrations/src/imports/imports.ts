import type { CommandBus } from '@nestjs/cqrs';
import type { EventId, Instant, ProgramId, UnitKey } from '#lib/domain';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import {
  type By,
  ImportRows,
  PreviewRows,
  type RowCounts,
  type RowFault,
  type RowsPreview,
} from '#lib/recording';
import type { Columns, Field, SheetKind } from './columns.js';
import { type ReadSheet, readSheetOf, type SheetWish } from './read-sheet.js';
import type { SheetFault } from './sheet-table.js';
import { UnknownImport } from './unknown-import.js';

/** A sheet that was imported. */
export interface SheetImport {
  readonly id: string;
  readonly kind: SheetKind;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly counts: RowCounts;
  readonly undoneAt: Instant | null;
}

/** What was understood of a sheet, and what is wrong with it. */
export interface UnderstoodSheet extends Omit<ReadSheet, 'faults'> {
  /** In the order of the rows. */
  readonly faults: readonly SheetFault[];
}

/** What importing a sheet came to: with any fault, nothing was recorded. */
export interface ImportOutcome {
  readonly sheet: UnderstoodSheet;
  /** Absent where it has faults, or everything was so already. */
  readonly id?: string;
  readonly counts: RowCounts;
}

/** Tables that people keep, taken in. */
export class Imports {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly commands: CommandBus,
  ) {}

  /**
   * What importing a sheet would do; nothing is recorded.
   * @throws SheetUnreadable
   */
  async preview(
    by: By,
    wish: SheetWish,
  ): Promise<Pick<ImportOutcome, 'sheet' | 'counts'> & Pick<RowsPreview, 'standings'>> {
    const sheet = await readSheetOf(wish);
    const { counts, faults, standings } = await this.commands.execute(
      new PreviewRows(by, sheet.rows),
    );
    return { sheet: withFaults(sheet, faults), counts, standings };
  }

  /**
   * Records a sheet: all of it, or nothing.
   * @throws SheetUnreadable; what the log refuses
   */
  async import(by: By, wish: SheetWish): Promise<ImportOutcome> {
    const sheet = await readSheetOf(wish);
    if (sheet.faults.length > 0 || sheet.columns === undefined) {
      // those that the program's rules find are told with the others
      const { faults } = await this.commands.execute(new PreviewRows(by, sheet.rows));
      return { sheet: withFaults(sheet, faults), counts: NONE };
    }
    const { kind } = sheet.columns;
    const outcome = await this.commands.execute(
      new ImportRows(by, newId(), sheet.rows, (tx, id, counts, events) =>
        keep(tx, { ...by, id, kind, counts, events, at: this.clock.now() }),
      ),
    );
    if (outcome.kind === 'refused') {
      return { sheet: withFaults(sheet, outcome.faults), counts: NONE };
    }
    const { id, events, counts } = outcome;
    return { sheet, counts, ...(events === 0 ? {} : { id }) };
  }

  /** The imports of a program, the latest first, at most 500. */
  list(program: ProgramId): Promise<readonly SheetImport[]> {
    return this.database.inProgram(
      program,
      async (tx) =>
        (await tx.query<Row>(`${SELECT} ORDER BY id DESC LIMIT 500`, [program])).map(shown),
      { readOnly: true },
    );
  }

  /** @throws UnknownImport */
  async find(program: ProgramId, id: string): Promise<SheetImport> {
    const rows = await this.database.inProgram(
      program,
      (tx) => tx.query<Row>(`${SELECT} AND id = $2`, [program, id]),
      { readOnly: true },
    );
    if (!rows[0]) throw new UnknownImport(id);
    return shown(rows[0]);
  }

  /** What an import recorded, in the order of the sheet. @throws UnknownImport */
  async recorded(
    program: ProgramId,
    id: string,
  ): Promise<readonly { readonly event: EventId; readonly unit: UnitKey }[]> {
    await this.find(program, id);
    return this.database.inProgram(
      program,
      (tx) =>
        tx.query<{ event: EventId; unit: UnitKey }>(
          'SELECT event, unit FROM sheet_import_event WHERE program_id = $1 AND import = $2 ORDER BY event',
          [program, id],
        ),
      { readOnly: true },
    );
  }

  /** Remembers that an import was undone. */
  async undone(program: ProgramId, id: string): Promise<void> {
    const at = toTimestamp(this.clock.now());
    await this.database.inProgram(program, (tx) =>
      tx.query('UPDATE sheet_import SET undone_at = $3 WHERE program_id = $1 AND id = $2', [
        ...[program, id, at],
      ]),
    );
  }
}

const NONE: RowCounts = { new: 0, changed: 0, unchanged: 0 };

const SELECT = `SELECT id, kind, made_at, made_by, new_rows, changed_rows, unchanged_rows, undone_at
  FROM sheet_import WHERE program_id = $1`;

interface Row {
  readonly id: string;
  readonly kind: SheetKind;
  readonly made_at: Date;
  readonly made_by: string;
  readonly new_rows: number;
  readonly changed_rows: number;
  readonly unchanged_rows: number;
  readonly undone_at: Date | null;
}

function shown(row: Row): SheetImport {
  return {
    ...{ id: row.id, kind: row.kind, madeBy: row.made_by, madeAt: row.made_at.getTime() },
    counts: { new: row.new_rows, changed: row.changed_rows, unchanged: row.unchanged_rows },
    undoneAt: row.undone_at?.getTime() ?? null,
  };
}

interface Kept {
  readonly program: ProgramId;
  readonly actor: By['actor'];
  readonly id: string;
  readonly kind: SheetKind;
  readonly counts: RowCounts;
  readonly events: readonly { readonly event: EventId; readonly unit: UnitKey }[];
  readonly at: Instant;
}

/** What a decision kept before it was taken again gives way. */
async function keep(tx: Tx, { program, actor, id, kind, counts, events, at }: Kept): Promise<void> {
  await tx.query('DELETE FROM sheet_import WHERE program_id = $1 AND id = $2', [program, id]);
  await tx.query(
    `INSERT INTO sheet_import (program_id, id, kind, made_at, made_by, new_rows, changed_rows, unchanged_rows)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[program, id, kind, toTimestamp(at), actor.subject],
      ...[counts.new, counts.changed, counts.unchanged],
    ],
  );
  await tx.query(
    `INSERT INTO sheet_import_event (program_id, import, event, unit)
     SELECT $1, $2, event, unit FROM json_to_recordset($3::json) AS kept (event uuid, unit text)`,
    [program, id, JSON.stringify(events)],
  );
}

/** Faults of the rows beside those of the cells, each with its column. */
function withFaults(sheet: ReadSheet, faults: readonly RowFault[]): UnderstoodSheet {
  const more = faults.map(({ row, pointer, message }): SheetFault => {
    const column = columnOf(sheet.columns, pointer);
    return { row, ...(column === undefined ? {} : { column }), message };
  });
  const all = [...sheet.faults, ...more].sort((a, b) => a.row - b.row);
  return { ...sheet, faults: all };
}

function columnOf(columns: Columns | undefined, pointer: string): number | undefined {
  const [, named = ''] = pointer.split('/');
  const column = columns?.at.get((named === 'owner' ? 'ownerName' : named) as Field);
  return column === undefined ? undefined : column + 1;
}
