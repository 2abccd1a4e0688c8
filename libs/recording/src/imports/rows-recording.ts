import { newId } from '#lib/platform';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import { appendChange, type By, type Change } from '../recorder.js';
import type { Records } from '../records.js';
import type { TookBack } from '../told/take-back-told.command.js';
import type { TakingBack } from '../told/taking-back.js';
import { type Deciding, decideRows, type RowsOfSheet } from './decide-rows.js';
import {
  changeBy,
  type ImportedEvent,
  type KeepImported,
  outcomeOf,
  type RowsOutcome,
  unitsOf,
} from './import-rows.command.js';
import type { ImportedRow, RowFault, Sought } from './imported-row.js';
import { meantKeys, namedKeys } from './meant-keys.js';
import { takeBackImported, type TakingImported } from './take-back-imported.command.js';

/** Records the rows of long sheets, outside of any request. */
export class RowsRecording {
  readonly #present: Present;

  constructor(
    private readonly records: Pick<Records, 'foundation' | 'log' | 'catalogue' | 'wakeups'>,
  ) {
    const { foundation, log, catalogue } = records;
    this.#present = new Present(log, catalogue, foundation.database, foundation.clock);
  }

  /** Every fault of some rows, as far as can be known before they are recorded. */
  async faults(by: By, sheet: RowsOfSheet, deciding?: Deciding): Promise<readonly RowFault[]> {
    const { sight } = viewerOf(by);
    const decided = await this.#present.look(
      by.program,
      unitsOf(sheet.rows, sheet.partial),
      (known) => decideRows(known, newId(), sheet, deciding),
      sight,
    );
    return decided.faults;
  }

  /** What was probably meant by keys that are not there; empty where nothing is near. */
  meant(
    by: By,
    sought: readonly Sought[],
    rows: readonly ImportedRow[],
  ): Promise<readonly string[]> {
    return this.#present.look(by.program, [], (known) =>
      meantKeys(known, viewerOf(by), sought, rows),
    );
  }

  /** The keys of what has these names; undefined where none has one, empty where several have. */
  named(by: By, sought: readonly Sought[]): Promise<readonly (string | undefined)[]> {
    return this.#present.look(by.program, [], (known) => namedKeys(known, viewerOf(by), sought));
  }

  /** Records some rows in one append: all of them, or nothing. */
  record(
    by: By,
    id: string,
    rows: readonly ImportedRow[],
    keep: KeepImported,
  ): Promise<RowsOutcome> {
    return outcomeOf(appendChange<RowsOutcome>(this.records, by, changeBy(id, rows, keep)));
  }

  /** Takes back what was recorded of an import. */
  takeBack(
    by: By,
    events: readonly ImportedEvent[],
    reason: string,
    taking: TakingImported,
  ): Promise<TookBack> {
    const append = (change: Change<TakingBack>) => appendChange(this.records, by, change);
    return takeBackImported(append, events, reason, taking);
  }
}
