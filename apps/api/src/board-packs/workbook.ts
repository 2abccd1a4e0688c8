import type { PackUnitsAnswer } from '#lib/projections';
import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { PackView } from './figures.js';
import { printable } from './printable.js';
import type { CellValue, Sheet } from './sheet.js';
import { alertRows, changeRows, partRows, restatedRows, summaryRows } from './sheets.js';
import { blockerRows, moveRows, roadmapRows, unitRows } from './sheets-of-work.js';

const DAY = 'yyyy-mm-dd';
const NOT_A_DAY = 'yyyy-mm-dd hh:mm';
const DAY_MS = 86_400_000;
/** What a cell of a workbook can hold. */
const LONGEST = 32_000;

/** A pack as a workbook: everything that is printed, and every unit. */
export async function workbook(pack: PackView, units: PackUnitsAnswer): Promise<Buffer> {
  const sheets: Readonly<Record<string, Sheet>> = {
    Summary: summaryRows(pack),
    Restated: restatedRows(pack),
    Parts: partRows(pack.figures),
    Units: unitRows(pack.figures, units),
    Changes: changeRows(pack.figures),
    Blockers: blockerRows(pack.figures),
    'Best moves': moveRows(pack.figures),
    Roadmap: roadmapRows(pack.figures),
    Alerts: alertRows(pack.figures),
  };
  const files = Object.entries(sheets).map(([sheet, { columns, rows, notes = [] }]) => ({
    sheet,
    data: [
      ...notes.map((note) => [cellOf(note)]),
      columns.map(([title]) => ({ ...cellOf(title), fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ] as SheetData,
    columns: columns.map(([, width]) => ({ width })),
    stickyRowsCount: notes.length + 1,
  }));
  return writeExcelFile(files, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
}

function cellOf(value: CellValue) {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return { type: Number, value };
  if (typeof value === 'string') {
    return { type: String, value: printable(value).slice(0, LONGEST), wrap: value.includes('\n') };
  }
  const format = value.getTime() % DAY_MS === 0 ? DAY : NOT_A_DAY;
  return { type: Date, value, format };
}
