import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import {
  groupsOf,
  type ImportedEvent,
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
import { type AskedBy, keepNamed, type KeptSheet, openSheet } from './kept-sheet.js';
import { keysByName, nameOf } from './named-cells.js';
import { type ReadSheet, readSheetOf } from './read-sheet.js';
import {
  type HeadedFault,
  toldFaults,
  type UnderstoodSheet,
  withFaults,
  withMeant,
} from './sheet-faults.js';
import { type ImportProgress, readImports, sealFaults, type SheetImport } from './sheet-import.js';
import { SheetUnreadable } from './sheet-table.js';
import { type AskedUndo, endUndo, keepUndone, openUndo } from './undo-rows.js';

/** Called in the transaction in which a long import ends, or its undoing. */
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
    if (due.undoing) return this.#undo(program, due, signal);
    const kept = await database.inProgram(program, (tx) => openSheet(tx, seals, program, due.id));
    if (!kept) return this.#refuse(program, due.id, undefined, [GONE]);
    if (due.refused) return this.#takeBack(program, due.id, kept.by);
    let sheet: UnderstoodSheet;
    try {
      sheet = withFaults(await this.#read(kept), []);
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

  /** What names were read as stays so, whatever is renamed until it is recorded. */
  #read({ by, wish, named }: KeptSheet): Promise<ReadSheet> {
    return readSheetOf(wish, (sought) =>
      named
        ? Promise.resolve(sought.map((one) => named[nameOf(one.kind, one.written)]))
        : this.#recording.named(by, sought),
    );
  }

  /** Every fault that can be found before anything is recorded. */
  async #decide(
    program: ProgramId,
    id: string,
    kept: KeptSheet,
    sheet: UnderstoodSheet,
  ): Promise<readonly HeadedFault[]> {
    const { by } = kept;
    const { rows } = sheet;
    const total = rows.length;
    const tell = this.#telling(program, id);
    await tell({ step: 'deciding', done: 0, total });
    const found = await this.#recording.faults(by, sheet, (done) =>
      tell({ step: 'deciding', done, total }),
    );
    const { faults } = await this.#told(by, sheet, found);
    if (faults.length > 0 || sheet.columns === undefined) return faults;
    const { kind } = sheet.columns;
    const named = Object.fromEntries(keysByName(sheet.named));
    await this.records.foundation.database.inProgram(program, async (tx) => {
      await beginRecording(tx, program, { id, total, kind });
      await keepNamed(tx, this.records.log.seals, id, { ...kept, named });
    });
    return [];
  }

  async #record(
    program: ProgramId,
    { id, done: recorded }: DueImport,
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
    const sealed = sealFaults(this.records.log.seals, id, toldFaults(faults));
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
      // it never was whole: nobody has to approve that
      await this.#recording.takeBack(by, events, reason, { approved: true });
    }
    await this.#end(program, id, by, 'refused');
  }

  /** Takes back what an import recorded, on request; goes on where that was cut off. */
  async #undo(program: ProgramId, { id, done }: DueImport, signal: AbortSignal): Promise<void> {
    const { database, clock } = this.records.foundation;
    const { seals } = this.records.log;
    const [asked, events] = await database.inProgram(program, async (tx) => [
      await openUndo(tx, seals, program, id),
      await eventsOfImport(tx, program, id),
    ]);
    const undone = asked && (await this.#takenBack(id, asked, events, { from: done, signal }));
    await database.inProgram(program, async (tx) => {
      await endUndo(tx, program, id, undone ? clock.now() : undefined);
      const [ended] = await readImports(tx, seals, program, { id });
      if (undone && ended) await this.onImported(tx, asked.by, ended.told);
    });
  }

  /** What is against whoever asked is told as the reason why the rest stays. @returns whether it was taken back */
  async #takenBack(
    id: string,
    { by, reason }: AskedUndo,
    events: readonly ImportedEvent[],
    { from, signal }: { readonly from: number; readonly signal: AbortSignal },
  ): Promise<boolean> {
    const { program } = by;
    let at = from;
    try {
      await this.#recording.takeBack(by, events, reason, {
        ...{ from, signal },
        keep: async (tx, { taken, ...lot }) => {
          at = lot.from;
          await keepUndone(tx, { ...lot, program, id, taken: taken.length });
        },
      });
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const left = events.slice(at).map(() => ({ why: error.message }));
      const lot = { program, id, from: at, to: events.length, taken: 0, left };
      await this.records.foundation.database.inProgram(program, (tx) => keepUndone(tx, lot));
      return false;
    }
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
      const [ended] = await readImports(tx, this.records.log.seals, program, { id });
      if (ended && by) await this.onImported(tx, by, ended.told);
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
