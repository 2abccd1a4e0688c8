import { setImmediate as othersFirst } from 'node:timers/promises';
import { Command, CommandHandler, type ICommandHandler, QueryBus } from '@nestjs/cqrs';
import type { EventId, UnitKey } from '#lib/domain';
import type { AppendOutcome, EventDraft } from '#lib/event-log';
import { newId, type Tx } from '#lib/platform';
import { Present } from '../present.js';
import { type By, type Change, Recorder } from '../recorder.js';
import { differences, type UnitDifference } from '../told/compare.js';
import { decideRows, type RowsOfSheet } from './decide-rows.js';
import type { ImportedRow, PartialRow, RowCounts, RowFault } from './imported-row.js';

/** An event that an import recorded. */
export interface ImportedEvent {
  readonly event: EventId;
  readonly unit: UnitKey;
}

/** What the rows of a sheet would do. */
export interface RowsPreview {
  readonly counts: RowCounts;
  readonly faults: readonly RowFault[];
  /** Of the first units that facts are about. */
  readonly standings: readonly UnitDifference[];
}

/** What recording the rows of a sheet came to: with any fault, nothing was recorded. */
export type RowsOutcome =
  | {
      readonly kind: 'recorded';
      readonly id: string;
      readonly counts: RowCounts;
      readonly events: number;
    }
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] };

/** Keeps what the import of this id recorded; that may be nothing. */
export type KeepImported = (
  tx: Tx,
  id: string,
  counts: RowCounts,
  events: readonly ImportedEvent[],
) => Promise<void>;

/** Shows what recording the rows of a sheet would do. */
export class PreviewRows extends Command<RowsPreview> {
  constructor(
    readonly by: By,
    readonly sheet: RowsOfSheet,
  ) {
    super();
  }
}

/** Records the rows of a sheet in one append: all of them, or nothing. */
export class ImportRows extends Command<RowsOutcome> {
  constructor(
    readonly by: By,
    /** Of the import. */
    readonly id: string,
    readonly rows: readonly ImportedRow[],
    /** Keeps what is recorded, in the same transaction; when it is called again, only the last time counts. */
    readonly keep: KeepImported,
  ) {
    super();
  }
}

/** A hundred thousand facts are decided, sealed and chained in it. */
const TIMEOUT_MS = 300_000;

@CommandHandler(PreviewRows)
export class PreviewRowsHandler implements ICommandHandler<PreviewRows> {
  constructor(
    private readonly present: Present,
    private readonly queries: QueryBus,
  ) {}

  async execute({ by, sheet }: PreviewRows): Promise<RowsPreview> {
    const units = unitsOf(sheet.rows, sheet.partial);
    const { drafts, counts, faults } = await this.present.look(by.program, units, (known) =>
      decideRows(known, newId(), sheet, () => othersFirst()),
    );
    const facts = drafts.filter(({ type }) => type.startsWith('milestone.'));
    return { counts, faults, standings: await differences(this.queries, by, facts) };
  }
}

@CommandHandler(ImportRows)
export class ImportRowsHandler implements ICommandHandler<ImportRows> {
  constructor(private readonly recorder: Recorder) {}

  async execute({ by, id, rows, keep }: ImportRows): Promise<RowsOutcome> {
    const rowsChange = changeBy(id, rows, keep);
    return outcomeOf(this.recorder.append<RowsOutcome>(by, rowsChange));
  }
}

/** What recording rows in one append is. @throws RowsRefused where any of them has a fault */
export function changeBy(
  id: string,
  rows: readonly ImportedRow[],
  keep: KeepImported,
): Change<RowsOutcome> {
  let counts: RowCounts = { new: 0, changed: 0, unchanged: 0 };
  return {
    units: unitsOf(rows),
    alone: true,
    timeoutMs: TIMEOUT_MS,
    decide: async (known) => {
      const decided = await decideRows(known, id, { rows });
      if (decided.faults.length > 0) throw new RowsRefused(decided.faults);
      const named = decided.drafts.map(
        (draft): EventDraft => ({ ...draft, id: newId() as EventId }),
      );
      const events = named.flatMap(({ id: event, unit }) =>
        event !== undefined && unit !== null ? [{ event, unit }] : [],
      );
      ({ counts } = decided);
      await keep(known.tx, id, counts, events);
      return named;
    },
    answer: ({ events }) => ({ kind: 'recorded', id, counts, events: events.length }),
  };
}

/** What an append of rows came to. */
export async function outcomeOf(
  appended: Promise<AppendOutcome<RowsOutcome>>,
): Promise<RowsOutcome> {
  try {
    return (await appended).answer;
  } catch (error) {
    if (error instanceof RowsRefused) return { kind: 'refused', faults: error.faults };
    throw error;
  }
}

/** Rows that cannot be recorded; it never leaves this folder. */
class RowsRefused extends Error {
  constructor(readonly faults: readonly RowFault[]) {
    super('Rows are at fault.');
  }
}

/** The units that rows are about. */
export function unitsOf(
  rows: readonly ImportedRow[],
  partial: readonly PartialRow[] = [],
): readonly UnitKey[] {
  const named = partial.filter(({ unread }) => !unread.has('unit'));
  return [...new Set([...rows, ...named].map(({ unit }) => unit))];
}
