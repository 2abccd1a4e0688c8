import type { CommandBus } from '@nestjs/cqrs';
import type { Position, ProgramId } from '#lib/domain';
import type { EventLog, Seals, StoredEvent } from '#lib/event-log';
import { type Clock, type Database, newId, toTimestamp, type Tx } from '#lib/platform';
import {
  type By,
  FindMeant,
  FindNamed,
  type ImportedEvent,
  ImportRows,
  PreviewRows,
  type RowCounts,
  type RowFault,
  type RowsPreview,
  type TookBack,
} from '#lib/recording';
import type { SheetKind } from './columns.js';
import { eventsOfImport, keepEvents, positionsOfImport } from './import-rows.js';
import { type AskedBy, isLong, keepSheet } from './kept-sheet.js';
import { type ReadSheet, readSheetOf, type SheetWish } from './read-sheet.js';
import { type ToldFaults, type UnderstoodSheet, withFaults, withMeant } from './sheet-faults.js';
import { readImports, sealFile, type SheetImport, unsealFaults } from './sheet-import.js';
import { ImportUnderWay, UnknownImport } from './import-errors.js';
import { type AskedUndo, beginUndo, undoTold } from './undo-rows.js';

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
  readonly seals: Pick<Seals, 'seal' | 'unseal' | 'sealUnderMaster' | 'unsealUnderMaster'>;
  readonly log: Pick<EventLog, 'readAt'>;
  readonly commands: CommandBus;
  /** Wakes whoever records long sheets. */
  readonly wake: (program: ProgramId) => void;
}

/** An import with what is against it, the first faults of them. */
export interface FoundImport extends SheetImport, Pick<ToldFaults, 'faults' | 'faultGroups'> {}

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
    const sheet = await this.#read(by, wish);
    const { counts, faults, standings } = await this.parts.commands.execute(
      new PreviewRows(by, sheet),
    );
    return { sheet: await this.#told(by, sheet, faults), counts, standings };
  }

  /**
   * Records a sheet: all of it, or nothing.
   * @throws SheetUnreadable; what the log refuses
   */
  async import(by: By, wish: SheetWish): Promise<ImportOutcome> {
    const sheet = await this.#read(by, wish);
    if (sheet.faults.length > 0 || sheet.columns === undefined) {
      // those that the program's rules find are told with the others
      const { faults } = await this.parts.commands.execute(new PreviewRows(by, sheet));
      return { sheet: await this.#told(by, sheet, faults), counts: NONE };
    }
    const { kind } = sheet.columns;
    const outcome = await this.parts.commands.execute(
      new ImportRows(by, newId(), sheet.rows, (tx, id, counts, events) =>
        this.#keep(tx, { by, id, kind, counts, events, file: wish.file }),
      ),
    );
    if (outcome.kind === 'refused') {
      return { sheet: await this.#told(by, sheet, outcome.faults), counts: NONE };
    }
    const { id, events, counts } = outcome;
    return { sheet, counts, ...(events === 0 ? {} : { id }) };
  }

  #read(by: By, wish: SheetWish): Promise<ReadSheet> {
    return readSheetOf(wish, (sought) => this.parts.commands.execute(new FindNamed(by, sought)));
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
        (await readImports(tx, this.parts.seals, program, { limit: 500 })).map(({ told }) => told),
      { readOnly: true },
    );
  }

  /** @throws UnknownImport */
  async find(program: ProgramId, id: string): Promise<FoundImport> {
    const { database, seals } = this.parts;
    const [found] = await database.inProgram(
      program,
      (tx) => readImports(tx, seals, program, { id }),
      { readOnly: true },
    );
    if (!found) throw new UnknownImport(id);
    const { row, told } = found;
    // while what it recorded is taken back, it is not over
    return { ...told, ...unsealFaults(seals, id, told.faultCount > 0 ? row.faults : null) };
  }

  /** What an import recorded, in the order of the log. @throws UnknownImport, ImportUnderWay */
  async recorded(program: ProgramId, id: string): Promise<readonly ImportedEvent[]> {
    const { state } = await this.find(program, id);
    if (state !== 'recorded' && state !== 'undone' && state !== 'refused')
      throw new ImportUnderWay(id);
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

  /**
   * Has an import undone that recorded so much that nobody could wait for it; asked again, it is the same
   * undoing. Undefined: it is short, and nothing was done.
   * @throws UnknownImport; ImportUnderWay where it is not recorded yet
   */
  async undoLong(asked: AskedUndo, id: string): Promise<SheetImport | undefined> {
    const { database, seals, wake } = this.parts;
    const { program } = asked.by;
    const { state } = await this.find(program, id);
    if (state === 'waiting' || state === 'running') throw new ImportUnderWay(id);
    const begun = await database.inProgram(program, (tx) => beginUndo(tx, seals, id, asked));
    if (begun) wake(program);
    return begun || state === 'undoing' ? this.find(program, id) : undefined;
  }

  /** Remembers that an import was undone, and what that came to. */
  async undone(program: ProgramId, id: string, came: Pick<TookBack, 'taken' | 'left'>) {
    const at = toTimestamp(this.parts.clock.now());
    await this.parts.database.inProgram(program, async (tx) => {
      const [found] = await readImports(tx, this.parts.seals, program, { id });
      const { taken = 0 } = found?.told.undo ?? {};
      const told = undoTold({ taken: taken + came.taken.length, left: came.left });
      await tx.query(
        'UPDATE sheet_import SET undone_at = $3, undo_told = $4 WHERE program_id = $1 AND id = $2',
        [program, id, at, JSON.stringify(told)],
      );
    });
  }

  /** An import that records nothing is none. */
  async #keep(tx: Tx, { by, id, kind, counts, events, file }: Kept): Promise<void> {
    if (events.length === 0) return;
    const { seals, clock } = this.parts;
    await tx.query(
      `INSERT INTO sheet_import (program_id, id, file, kind, made_at, made_by, new_rows, changed_rows, unchanged_rows)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[by.program, id, await sealFile(tx, seals, by, file), kind],
        ...[toTimestamp(clock.now()), by.actor.subject],
        ...[counts.new, counts.changed, counts.unchanged],
      ],
    );
    await keepEvents(tx, by.program, id, events);
  }
}

const NONE: RowCounts = { new: 0, changed: 0, unchanged: 0 };

interface Kept {
  readonly by: By;
  readonly id: string;
  readonly kind: SheetKind;
  readonly counts: RowCounts;
  readonly events: readonly ImportedEvent[];
  readonly file: string | undefined;
}
