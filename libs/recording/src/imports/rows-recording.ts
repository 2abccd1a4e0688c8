import { newId } from '#lib/platform';
import { Present } from '../present.js';
import { viewerOf } from '../reach.js';
import { appendChange, type By } from '../recorder.js';
import type { Records } from '../records.js';
import type { TookBack } from '../told/take-back-told.command.js';
import { type Deciding, decideRows } from './decide-rows.js';
import {
  changeBy,
  type ImportedEvent,
  type KeepImported,
  outcomeOf,
  type RowsOutcome,
  unitsOf,
} from './import-rows.command.js';
import type { ImportedRow, RowFault, Sought } from './imported-row.js';
import { meantKeys } from './meant-keys.js';
import { takeBackImported } from './take-back-imported.command.js';

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
  async faults(
    by: By,
    rows: readonly ImportedRow[],
    deciding?: Deciding,
  ): Promise<readonly RowFault[]> {
    const { sight } = viewerOf(by);
    const decided = await this.#present.look(
      by.program,
      unitsOf(rows),
      (known) => decideRows(known, newId(), rows, deciding),
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

  /** Records some rows in one append: all of them, or nothing. */
  record(
    by: By,
    id: string,
    rows: readonly ImportedRow[],
    keep: KeepImported,
  ): Promise<RowsOutcome> {
    return outcomeOf(appendChange<RowsOutcome>(this.records, by, changeBy(id, rows, keep)));
  }

  /** Takes back what was recorded of an import that cannot be ended; nobody has to approve that. */
  takeBack(by: By, events: readonly ImportedEvent[], reason: string): Promise<TookBack> {
    return takeBackImported((change) => appendChange(this.records, by, change), events, reason, {
      approved: true,
    });
  }
}
