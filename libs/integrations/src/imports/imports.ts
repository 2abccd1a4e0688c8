import type { CommandBus } from '@nestjs/cqrs';
import type { Instant, Position, ProgramId } from '#lib/domain';
import type { EventLog, Seals, StoredEvent } from '#lib/event-log';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import {
  type By,
  FindMeant,
  type ImportedEvent,
  ImportRows,
  PreviewRows,
  type RowCounts,
  type RowFault,
  type RowsPreview,
} from '#lib/recording';
import type { SheetKind } from './columns.js';
import { eventsOfImport, keepEvents, positionsOfImport } from './import-rows.js';
import { type AskedBy, isLong, keepSheet } from './kept-sheet.js';
import { type ReadSheet, readSheetOf, type SheetWish } from './read-sheet.js';
import { type UnderstoodSheet, withFaults, withMeant } from './sheet-faults.js';
import {
  type HeadedFault,
  importOf,
  type ImportRow,
  SELECT_IMPORT,
  type SheetImport,
  unsealFaults,
} from './sheet-import.js';
import { ImportUnderWay, UnknownImport } from './import-errors.js';

/** What importing a sheet came to: with any fault, nothing was recorded. */
export interface ImportOutcome {
  readonly sheet: UnderstoodSheet;
  /** Absent where it has faults, or everything was so already. */
  readonly id?: string;
  readonly counts: RowCounts;
}

/** What imports are made of. */
export interface ImportParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly seals: Pick<Seals, 'sealUnderMaster' | 'unsealUnderMaster'>;
  readonly log: Pick<EventLog, 'readAt'>;
  readonly commands: CommandBus;
  /** Wakes whoever records long sheets. */
  readonly wake: (program: ProgramId) => void;
}

/** An import with what is against it, the first faults of them. */
export interface FoundImport extends SheetImport {
  readonly faults: readonly HeadedFault[];
}

/** Tables that people keep, taken in. */
export class Imports {
  constructor(private readonly parts: ImportParts) {}

  /**
   * Takes a long sheet, to be recorded soon; undefined where it is not so long that nobody could wait for it.
   */
  async takeLong(by: AskedBy, wish: SheetWish): Promise<SheetImport | undefined> {
    if (!isLong(wish.bytes)) return undefined;
    const { database, clock, seals, wake } = this.parts;
    const id = newId();
    await database.inProgram(by.program, (tx) =>
      keepSheet(tx, seals, { id, by, wish, at: clock.now() }),
    );
    wake(by.program);
    return this.find(by.program, id);
  }

  /**
   * What importing a sheet would do; nothing is recorded.
   * @throws SheetUnreadable
   */
  async preview(
    by: By,
    wish: SheetWish,
  ): Promise<Pick<ImportOutcome, 'sheet' | 'counts'> & Pick<RowsPreview, 'standings'>> {
    const sheet = await readSheetOf(wish);
    const { counts, faults, standings } = await this.parts.commands.execute(
      new PreviewRows(by, sheet.rows),
    );
    return { sheet: await this.#told(by, sheet, faults), counts, standings };
  }

  /**
   * Records a sheet: all of it, or nothing.
   * @throws SheetUnreadable; what the log refuses
   */
  async import(by: By, wish: SheetWish): Promise<ImportOutcome> {
    const sheet = await readSheetOf(wish);
    if (sheet.faults.length > 0 || sheet.columns === undefined) {
      // those that the program's rules find are told with the others
      const { faults } = await this.parts.commands.execute(new PreviewRows(by, sheet.rows));
      return { sheet: await this.#told(by, sheet, faults), counts: NONE };
    }
    const { kind } = sheet.columns;
    const outcome = await this.parts.commands.execute(
      new ImportRows(by, newId(), sheet.rows, (tx, id, counts, events) =>
        keep(tx, { ...by, id, kind, counts, events, at: this.parts.clock.now() }),
      ),
    );
    if (outcome.kind === 'refused') {
      return { sheet: await this.#told(by, sheet, outcome.faults), counts: NONE };
    }
    const { id, events, counts } = outcome;
    return { sheet, counts, ...(events === 0 ? {} : { id }) };
  }

  #told(by: By, sheet: ReadSheet, faults: readonly RowFault[]): Promise<UnderstoodSheet> {
    return withMeant(withFaults(sheet, faults), (sought, rows) =>
      this.parts.commands.execute(new FindMeant(by, sought, rows)),
    );
  }

  /** The imports of a program, the latest first, at most 500. */
  list(program: ProgramId): Promise<readonly SheetImport[]> {
    return this.parts.database.inProgram(
      program,
      async (tx) =>
        (await tx.query<ImportRow>(`${SELECT_IMPORT} ORDER BY id DESC LIMIT 500`, [program])).map(
          importOf,
        ),
      { readOnly: true },
    );
  }

  /** @throws UnknownImport */
  async find(program: ProgramId, id: string): Promise<FoundImport> {
    const { database, seals } = this.parts;
    const [row] = await database.inProgram(
      program,
      (tx) =>
        tx.query<ImportRow & { readonly faults: Buffer | null }>(
          `SELECT * FROM sheet_import WHERE program_id = $1 AND id = $2`,
          [program, id],
        ),
      { readOnly: true },
    );
    if (!row) throw new UnknownImport(id);
    const found = importOf(row);
    // while what it recorded is taken back, it is not over
    return { ...found, faults: found.faultCount > 0 ? unsealFaults(seals, id, row.faults) : [] };
  }

  /** What an import recorded, in the order of the log. @throws UnknownImport, ImportUnderWay */
  async recorded(program: ProgramId, id: string): Promise<readonly ImportedEvent[]> {
    const { state } = await this.find(program, id);
    if (state === 'waiting' || state === 'running') throw new ImportUnderWay(id);
    return this.parts.database.inProgram(program, (tx) => eventsOfImport(tx, program, id), {
      readOnly: true,
    });
  }

  /**
   * What an import recorded, after a position of the log and in its order; undone, it is here all the same.
   * @throws UnknownImport
   */
  async events(
    program: ProgramId,
    id: string,
    page: { readonly after: Position; readonly limit: number },
  ): Promise<readonly StoredEvent[]> {
    await this.find(program, id);
    const { database, log } = this.parts;
    return database.inProgram(
      program,
      async (tx) => log.readAt(tx, program, await positionsOfImport(tx, program, id, page)),
      { readOnly: true },
    );
  }

  /** Remembers that an import was undone. */
  async undone(program: ProgramId, id: string): Promise<void> {
    const at = toTimestamp(this.parts.clock.now());
    await this.parts.database.inProgram(program, (tx) =>
      tx.query('UPDATE sheet_import SET undone_at = $3 WHERE program_id = $1 AND id = $2', [
        ...[program, id, at],
      ]),
    );
  }
}

const NONE: RowCounts = { new: 0, changed: 0, unchanged: 0 };

interface Kept {
  readonly program: ProgramId;
  readonly actor: By['actor'];
  readonly id: string;
  readonly kind: SheetKind;
  readonly counts: RowCounts;
  readonly events: readonly ImportedEvent[];
  readonly at: Instant;
}

/** An import that records nothing is none. */
async function keep(tx: Tx, { program, actor, id, kind, counts, events, at }: Kept): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO sheet_import (program_id, id, kind, made_at, made_by, new_rows, changed_rows, unchanged_rows)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[program, id, kind, toTimestamp(at), actor.subject],
      ...[counts.new, counts.changed, counts.unchanged],
    ],
  );
  await keepEvents(tx, program, id, events);
}
