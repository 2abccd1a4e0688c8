import { INK, MUTED, RULE } from './colours.js';
import { printable } from '../printable.js';
import type { Paper, Part, Setting } from './paper.js';

/** Where a cell lies on the page. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A cell: a text, a text upon a colour, or something drawn that says in words what it shows. */
export type Cell =
  | string
  | { readonly text: string; readonly fill?: string; readonly ink?: string; readonly edge?: string }
  | { readonly alt: string; readonly height: number; draw(box: Box): void };

/** A column of a table. */
export interface Column {
  readonly title: string;
  /** A share of the width; all together 1. */
  readonly share: number;
  readonly align?: Setting['align'];
  /** Drawn beneath the title. */
  readonly head?: { readonly height: number; draw(box: Box): void };
}

/** How a table is set. */
export interface TableSetting {
  readonly size?: number;
  /** Left and right of a text. */
  readonly pad?: number;
}

const HEAD = { size: 7.2, weight: 'bold', colour: MUTED } as const;
const PAD_Y = 3.5;

/** A table whose first column names its rows; its head stands on every page it takes. */
export class Table {
  readonly #part: Part;
  readonly #widths: readonly number[];

  constructor(
    private readonly paper: Paper,
    into: Part,
    private readonly columns: readonly Column[],
    private readonly setting: TableSetting = {},
  ) {
    this.#part = paper.part('Table', into);
    this.#widths = columns.map(({ share }) => share * paper.width);
    this.head(true);
  }

  /** Adds a row; the first cell names it. */
  async row(cells: readonly Cell[]): Promise<void> {
    await this.paper.breathe();
    const { paper } = this;
    const height = Math.max(...cells.map((cell, at) => this.heightOf(cell, at)), 12);
    if (paper.room(height)) this.head(false);
    const row = paper.part('TR', this.#part);
    cells.forEach((cell, at) => {
      const box = { ...this.place(at), y: paper.y, height };
      if (typeof cell !== 'string' && 'fill' in cell) this.fill(cell, box);
      const [type, options] = at === 0 ? ['TH', { scope: 'Row' }] : ['TD', {}];
      if (typeof cell !== 'string' && 'draw' in cell) {
        const part = paper.part(type, row, options);
        const bbox = [box.x, box.y, box.x + box.width, box.y + height];
        paper.tagged('Figure', part, () => cell.draw(box), { alt: printable(cell.alt), bbox });
        part.end();
        return;
      }
      const { text, ink = INK } = typeof cell === 'string' ? { text: cell } : cell;
      const setting = this.textOf(at, { colour: ink });
      const y = paper.y + (height - paper.heightOf(text, setting)) / 2;
      const pad = this.setting.pad ?? 4;
      paper.tagged(type, row, () => paper.write(text, box.x + pad, y, setting), options);
    });
    row.end();
    paper.y += height;
    paper.ornament(() => paper.rule(paper.y, '#e9ecef'));
  }

  end(): void {
    this.#part.end();
    this.paper.y += 12;
  }

  private head(first: boolean): void {
    const { paper, columns } = this;
    const pad = this.setting.pad ?? 4;
    const setting = (at: number) => ({
      ...HEAD,
      width: (this.#widths[at] as number) - 2 * pad,
      align: columns[at]?.align ?? 'left',
    });
    const drawn = Math.max(0, ...columns.map(({ head }) => head?.height ?? 0));
    const titles = Math.max(...columns.map(({ title }, at) => paper.heightOf(title, setting(at))));
    const height = titles + drawn + 2 * PAD_Y;
    if (first) paper.room(height + 40);
    const write = (at: number) => {
      const { title, head } = columns[at] as Column;
      const { x, width } = this.place(at);
      const low = paper.heightOf(title, setting(at));
      paper.write(title, x + pad, paper.y + PAD_Y + titles - low, setting(at));
      head?.draw({ x, width, y: paper.y + PAD_Y + titles, height: head.height });
    };
    if (first) {
      const row = paper.part('TR', this.#part);
      columns.forEach((_column, at) => {
        paper.tagged('TH', row, () => write(at), { scope: 'Column' });
      });
      row.end();
    } else {
      // readers have heard the head once
      paper.ornament(() => columns.forEach((_column, at) => write(at)));
    }
    paper.y += height;
    paper.ornament(() => paper.rule(paper.y, RULE));
  }

  private fill(cell: { readonly fill?: string; readonly edge?: string }, box: Box): void {
    const { doc } = this.paper;
    this.paper.ornament(() => {
      const { x, y, width, height } = box;
      doc.rect(x + 1, y + 1, width - 2, height - 2);
      if (cell.edge) doc.lineWidth(0.5).fillAndStroke(cell.fill ?? '#ffffff', cell.edge);
      else doc.fill(cell.fill ?? '#ffffff');
    });
  }

  private heightOf(cell: Cell, at: number): number {
    if (typeof cell !== 'string' && 'draw' in cell) return cell.height;
    const text = typeof cell === 'string' ? cell : cell.text;
    return this.paper.heightOf(text, this.textOf(at, {})) + 2 * PAD_Y;
  }

  private textOf(at: number, more: Setting): Setting {
    const pad = this.setting.pad ?? 4;
    return {
      size: this.setting.size ?? 8,
      weight: at === 0 ? 'medium' : 'regular',
      width: (this.#widths[at] as number) - 2 * pad,
      align: this.columns[at]?.align ?? 'left',
      ...more,
    };
  }

  private place(at: number): Pick<Box, 'x' | 'width'> {
    const before = this.#widths.slice(0, at).reduce((sum, width) => sum + width, 0);
    return { x: this.paper.left + before, width: this.#widths[at] as number };
  }
}
