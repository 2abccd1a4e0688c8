import {
  type FoundImport,
  type ImportOutcome,
  type SheetImport,
  sheetFields,
  toldFaults,
  type UnderstoodSheet,
} from '#lib/integrations';
import { Faulty } from '#lib/recording';
import { instantText } from '../http/instants.js';

const MOST_ROWS = 20;
const MOST_NAMES = 50;

/** An import as the contract shows it. */
export function importView({ madeAt, undoneAt, ...rest }: SheetImport | FoundImport) {
  return {
    ...rest,
    madeAt: instantText(madeAt),
    undoneAt: undoneAt === null ? null : instantText(undoneAt),
  };
}

/** What importing a sheet did, or would do, as the contract shows it. */
export function outcomeView<Standing>(
  { id, sheet, counts }: ImportOutcome,
  standings: readonly Standing[],
  dryRun: boolean,
) {
  const { read, rows, faults } = sheet;
  return {
    dryRun,
    ...(id === undefined ? {} : { id }),
    understood: {
      ...read,
      kind: sheet.guess.kind ?? null,
      columns: columnsOf(sheet),
      fields: sheet.guess.kind === undefined ? [] : sheetFields(sheet.guess.kind),
      dates: sheet.dates ?? null,
      headRow: sheet.headRow,
      rows: sheet.total,
      leftOut: sheet.leftOut,
      names: sheet.named.slice(0, MOST_NAMES).map(({ written, key }) => ({ written, key })),
      nameCount: sheet.named.length,
    },
    counts,
    first: rows.slice(0, MOST_ROWS).map((row) => ({
      row: row.row,
      holds: {
        unit: row.unit,
        ...(row.kind === 'fact' ? { fact: row.fact.kind, ...row.fact.data } : row.wish),
      },
    })),
    ...toldFaults(faults),
    standings,
  };
}

function columnsOf({ head, guess, samples }: UnderstoodSheet) {
  const fields = new Map([...guess.at].map(([field, column]) => [column, field]));
  return head.map((text, column) => ({
    head: text,
    field: fields.get(column) ?? null,
    samples: samples[column] ?? [],
  }));
}

/** @throws Faulty with the faults of the sheet, where it has any */
export function refuseFaulty({ sheet: { faults } }: ImportOutcome): void {
  if (faults.length === 0) return;
  const shown = toldFaults(faults).faults.map(({ row, column, message }) => ({
    pointer: `/${row}${column === undefined ? '' : `/${column}`}`,
    line: row,
    ...(column === undefined ? {} : { column }),
    message,
  }));
  throw new SheetFaulty(shown, faults.length);
}

/** Says how many faults there are, and the first few of them. */
class SheetFaulty extends Faulty {
  constructor(shown: Faulty['faults'], all: number) {
    super(shown);
    const first = shown[0];
    const where = first ? ` The first, in row ${first.line}: ${first.message}` : '';
    this.message = `Nothing was imported: ${all === 1 ? 'one fault' : `${all.toLocaleString('en')} faults`}.${where}`;
  }
}
