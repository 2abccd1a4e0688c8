import type { Cell, Column } from '../export-table.js';
import { cellXml, columnLetters, LOOKS, textXml } from './cells.js';

/** Rows that a sheet can hold, the head included. */
const MOST_ROWS = 1_048_576;
/** So many rows are looked at for how wide their columns are. */
const LOOKED_AT = 200;
const WIDTH = { least: 8, most: 60, beside: 3 } as const;
const PIECE = 65_536;

const SHEET =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">';

/** A table and where the reading of it is. */
export class SheetRows {
  /** Rows that were written so far, over all sheets. */
  written = 0;
  /** Whether there are rows for another sheet. */
  more = true;
  readonly #rows: AsyncIterator<readonly Cell[]>;
  readonly #letters: readonly string[];

  constructor(
    private readonly columns: readonly Column<unknown>[],
    rows: AsyncIterable<readonly Cell[]>,
    private readonly most = MOST_ROWS,
  ) {
    this.#rows = rows[Symbol.asyncIterator]();
    this.#letters = columns.map((_, column) => columnLetters(column));
  }

  /** One sheet as XML: as many of the rows as it can hold below a head that stays in sight and can be filtered. */
  async *sheet(): AsyncGenerator<string> {
    let whole = false;
    try {
      yield* this.#pieces();
      whole = true;
    } finally {
      // whoever leaves early ends the reading
      if (!whole) await this.#rows.return?.();
    }
  }

  async *#pieces(): AsyncGenerator<string> {
    const first = await this.#next(Math.min(LOOKED_AT, this.most - 1));
    const heads = this.columns.map(([head]) => head);
    const widths = heads.map((head, column) =>
      first.reduce((most, cells) => Math.max(most, widthOf(cells[column])), head.length),
    );
    yield `${SHEET}<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columnsXml(widths)}<sheetData>`;
    const names = heads.map((head, column) =>
      textXml(`${this.#letters[column]}1`, head, LOOKS.head),
    );
    yield `<row r="1">${names.join('')}</row>`;
    let [row, piece] = [1, ''];
    for (let rows = first; rows.length > 0; rows = await this.#next(this.most - row)) {
      for (const cells of rows) {
        row += 1;
        piece += this.#row(row, cells);
        if (piece.length < PIECE) continue;
        yield piece;
        piece = '';
      }
    }
    this.written += row - 1;
    yield `${piece}</sheetData><autoFilter ref="A1:${this.#letters.at(-1)}${row}"/></worksheet>`;
  }

  /** The next rows, at most so many and not too many at once. */
  async #next(most: number): Promise<readonly (readonly Cell[])[]> {
    const rows: (readonly Cell[])[] = [];
    while (this.more && rows.length < Math.min(most, LOOKED_AT)) {
      const next = await this.#rows.next();
      if (next.done) this.more = false;
      else rows.push(next.value);
    }
    return rows;
  }

  #row(row: number, cells: readonly Cell[]): string {
    let written = `<row r="${row}">`;
    for (const [column, cell] of cells.entries()) {
      written += cellXml(`${this.#letters[column]}${row}`, cell, this.columns[column]?.[2]);
    }
    return `${written}</row>`;
  }
}

/** Columns as wide as they have to be. */
function columnsXml(widths: readonly number[]): string {
  const each = widths.map((letters, column) => {
    const width = Math.min(Math.max(letters + WIDTH.beside, WIDTH.least), WIDTH.most);
    return `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`;
  });
  return `<cols>${each.join('')}</cols>`;
}

/** A sheet of names and what they hold: what a workbook is, and for when. */
export function* aboutSheet(
  facts: readonly (readonly [name: string, cell: Cell, as?: Column<unknown>[2]])[],
  links: readonly number[],
): Generator<string> {
  const longest = Math.max(...facts.map(([, cell]) => widthOf(cell)));
  yield `${SHEET}${columnsXml([24, longest])}<sheetData>`;
  for (const [index, [name, cell, as]] of facts.entries()) {
    const row = index + 1;
    const value = links.includes(index)
      ? textXml(`B${row}`, String(cell), LOOKS.link)
      : cellXml(`B${row}`, cell, as);
    yield `<row r="${row}">${textXml(`A${row}`, name, LOOKS.head)}${value}</row>`;
  }
  yield '</sheetData>';
  if (links.length > 0) {
    const each = links.map(
      (index, link) => `<hyperlink ref="B${index + 1}" r:id="rId${link + 1}"/>`,
    );
    yield `<hyperlinks>${each.join('')}</hyperlinks>`;
  }
  yield '</worksheet>';
}

/** How many letters wide a cell is. */
function widthOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return String(cell).length;
  return Math.max(0, ...(cell ?? '').split('\n').map((line) => line.length));
}
