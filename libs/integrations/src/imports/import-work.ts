import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import {
  groupsOf,
  type ImportedRow,
  inRecordingOrder,
  type KeepImported,
  type Records,
  Refusal,
  type RowFault,
  type RowsOutcome,
  RowsRecording,
} from '#lib/recording';
import {
  beginNext,
  beginRecording,
  type DueImport,
  endImport,
  eventsOfImport,
  forgetRecorded,
  ImportElsewhere,
  keepFaults,
  keepGroup,
  tellStep,
} from './import-rows.js';
import { type AskedBy, type KeptSheet, openSheet } from './kept-sheet.js';
import { readSheetOf } from './read-sheet.js';
import { type UnderstoodSheet, withFaults, withMeant } from './sheet-faults.js';
import {
  type HeadedFault,
  type ImportProgress,
  importOf,
  type ImportRow,
  sealFaults,
  SELECT_IMPORT,
  type SheetImport,
} from './sheet-import.js';
import { SheetUnreadable } from './sheet-table.js';

/** Called in the transaction in which a long import ends. */
export type OnImported = (tx: Tx, by: AskedBy, ended: SheetImport) => Promise<void>;

/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 250;

const GONE: HeadedFault = {
  row: 1,
  message: 'The sheet is not kept any more, or was kept under another master key. Send it again.',
};

/** Records long sheets, one after the other of a program. */
export class ImportWork {
  readonly #recording: RowsRecording;

  constructor(
    private readonly records: Pick<Records, 'foundation' | 'log' | 'catalogue' | 'wakeups'>,
    private readonly onImported: OnImported,
  ) {
    this.#recording = new RowsRecording(records);
  }

  /**
   * Records what waits, and goes on where it was cut off.
   * @param signal ends the work between two appends; the rest is done at another time
   * @returns how many imports ended
   * @throws DatabaseUnavailable
   */
  async run(program: ProgramId, signal: AbortSignal): Promise<number> {
    const { database } = this.records.foundation;
    for (let ended = 0; ; ended += 1) {
      signal.throwIfAborted();
      const due = await beginNext(database, program);
      if (!due) return ended;
      try {
        await this.#work(program, due, signal);
      } catch (error) {
        if (error instanceof ImportElsewhere) return ended;
        throw error;
      }
    }
  }

  async #work(program: ProgramId, due: DueImport, signal: AbortSignal): Promise<void> {
    const { database } = this.records.foundation;
    const { seals } = this.records.log;
    const kept = await database.inProgram(program, (tx) => openSheet(tx, seals, program, due.id));
    if (!kept) return this.#refuse(program, due.id, undefined, [GONE]);
    if (due.refused) return this.#takeBack(program, due.id, kept.by);
    let sheet: UnderstoodSheet;
    try {
      sheet = withFaults(await readSheetOf(kept.wish), []);
    } catch (error) {
      if (!(error instanceof SheetUnreadable)) throw error;
      const faults = error.faults.map(({ line, message }) => ({ row: line, message }));
      return this.#refuse(program, due.id, kept.by, faults);
    }
    signal.throwIfAborted();
    if (due.step !== 'recording') {
      const faults = await this.#decide(program, due.id, kept, sheet);
      if (faults.length > 0) return this.#refuse(program, due.id, kept.by, faults);
    }
    await this.#record(program, due, { ...kept, sheet }, signal);
  }

  /** Every fault that can be found before anything is recorded. */
  async #decide(
    program: ProgramId,
    id: string,
    { by }: KeptSheet,
    sheet: UnderstoodSheet,
  ): Promise<readonly HeadedFault[]> {
    const { rows } = sheet;
    const total = rows.length;
    const tell = this.#telling(program, id);
    await tell({ step: 'deciding', done: 0, total });
    const found = await this.#recording.faults(by, rows, (done) =>
      tell({ step: 'deciding', done, total }),
    );
    const { faults } = await this.#told(by, sheet, found);
    if (faults.length > 0 || sheet.columns === undefined) return faults;
    await beginRecording(this.records.foundation.database, program, {
      ...{ id, total, kind: sheet.columns.kind },
    });
    return [];
  }

  async #record(
    program: ProgramId,
    { id, recorded }: DueImport,
    { by, sheet }: KeptSheet & { readonly sheet: UnderstoodSheet },
    signal: AbortSignal,
  ): Promise<void> {
    let from = recorded;
    for (const rows of groupsOf(inRecordingOrder(sheet.rows).slice(recorded))) {
      signal.throwIfAborted();
      const to = from + rows.length;
      const place = { program, id, from, to };
      const outcome = await this.#appended(by, id, rows, (tx, _, counts, events) =>
        keepGroup(tx, { ...place, counts, events }),
      );
      if (outcome.kind === 'refused') {
        const { faults } = await this.#told(by, sheet, outcome.faults);
        return this.#refuse(program, id, by, faults);
      }
      from = to;
    }
    await this.#end(program, id, by, 'recorded');
  }

  #told(by: AskedBy, sheet: UnderstoodSheet, found: readonly RowFault[]) {
    return withMeant(withFaults(sheet, found), (sought, rows) =>
      this.#recording.meant(by, sought, rows),
    );
  }

  /** What is against whoever asked is against the first row as well. */
  async #appended(
    by: AskedBy,
    id: string,
    rows: readonly ImportedRow[],
    keep: KeepImported,
  ): Promise<RowsOutcome> {
    try {
      return await this.#recording.record(by, id, rows, keep);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { message, pointer = '' } = error;
      return { kind: 'refused', faults: [{ row: rows[0]?.row ?? 1, pointer, message }] };
    }
  }

  /** Remembers why before anything is taken back: who takes it up after a crash goes on with that. */
  async #refuse(
    program: ProgramId,
    id: string,
    by: AskedBy | undefined,
    faults: readonly HeadedFault[],
  ): Promise<void> {
    const sealed = sealFaults(this.records.log.seals, id, faults);
    await this.records.foundation.database.inProgram(program, (tx) =>
      keepFaults(tx, program, id, { sealed, count: faults.length }),
    );
    await this.#takeBack(program, id, by);
  }

  async #takeBack(program: ProgramId, id: string, by: AskedBy | undefined): Promise<void> {
    const { database } = this.records.foundation;
    const events = await database.inProgram(program, (tx) => eventsOfImport(tx, program, id));
    if (by && events.length > 0) {
      const reason = `The import ${id} could not be ended.`;
      await this.#recording.takeBack(by, events, reason);
    }
    await this.#end(program, id, by, 'refused');
  }

  async #end(
    program: ProgramId,
    id: string,
    by: AskedBy | undefined,
    state: 'recorded' | 'refused',
  ): Promise<void> {
    await this.records.foundation.database.inProgram(program, async (tx) => {
      if (state === 'refused') await forgetRecorded(tx, program, id);
      await endImport(tx, program, id, state);
      const [row] = await tx.query<ImportRow>(`${SELECT_IMPORT} AND id = $2`, [program, id]);
      if (row && by) await this.onImported(tx, by, importOf(row));
    });
  }

  /** Tells how far it is, on a connection of its own, now and then. */
  #telling(program: ProgramId, id: string): (progress: ImportProgress) => Promise<void> {
    let toldAt = Number.NEGATIVE_INFINITY;
    return async (progress) => {
      const now = performance.now();
      if (now - toldAt < TELL_EVERY_MS) return;
      toldAt = now;
      await tellStep(this.records.foundation.database, program, id, progress);
    };
  }
}
