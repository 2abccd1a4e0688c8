import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import PdfDocument from 'pdfkit';
import { printable } from '../printable.js';
import { INK, MUTED, RULE } from './colours.js';

/** A part of the structure that readers of the tagged document walk through. */
export type Part = PDFKit.PDFStructureElement;

const FONTS = {
  regular: '400Regular/Inter_400Regular.ttf',
  medium: '500Medium/Inter_500Medium.ttf',
  bold: '600SemiBold/Inter_600SemiBold.ttf',
} as const;
export type Weight = keyof typeof FONTS;

const files = createRequire(import.meta.url);
/** For so long nobody else has a turn. */
const AT_ONCE_MS = 15;
const MARGIN = 48;
const FOOT = 40;

/** What a document says of itself. */
export interface About {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly madeAt: Date;
}

/** How some text is set. */
export interface Setting {
  readonly size?: number;
  readonly weight?: Weight;
  readonly colour?: string;
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
}

/** A tagged document of A4 pages: what is drawn on it goes down the page, with what it is. */
export class Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Part;
  y = MARGIN;
  #indent = 0;
  #since = performance.now();
  readonly #heights = new Map<string, number>();

  constructor(about: About) {
    const { title, author, subject, madeAt } = about;
    // the types do not know the subset yet
    const subset = { subset: 'PDF/UA' } as object;
    this.doc = new PdfDocument({
      ...subset,
      ...{ size: 'A4', margin: 0, bufferPages: true, autoFirstPage: false },
      ...{ pdfVersion: '1.7', tagged: true, displayTitle: true, lang: 'en-GB' },
      info: {
        ...{ Title: printable(title), Author: printable(author), Subject: printable(subject) },
        ...{ Creator: 'Waymark', Producer: 'Waymark', CreationDate: madeAt, ModDate: madeAt },
      },
    });
    for (const [weight, file] of Object.entries(FONTS)) {
      this.doc.registerFont(weight, files.resolve(`@expo-google-fonts/inter/${file}`));
    }
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
  }

  get left(): number {
    return MARGIN + this.#indent;
  }

  get width(): number {
    return this.doc.page.width - 2 * MARGIN - this.#indent;
  }

  /** Draws further in, until what it answers is called. */
  indent(by: number): () => void {
    this.#indent += by;
    return () => {
      this.#indent -= by;
    };
  }

  private get bottom(): number {
    return this.doc.page.height - MARGIN - FOOT / 2;
  }

  /** Begins a page. */
  page(layout: 'portrait' | 'landscape' = 'portrait'): void {
    this.doc.addPage({ size: 'A4', layout, margin: 0 });
    this.y = MARGIN;
  }

  /** Sees to it that something of a height fits on the page; answers whether it took a new one. */
  room(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.page(this.doc.page.layout as 'portrait' | 'landscape');
    return true;
  }

  /** A part of the structure, which must be ended. */
  part(type: string, into: Part = this.root, options: Record<string, unknown> = {}): Part {
    const part = this.doc.struct(type as never, options as never);
    into.add(part);
    return part;
  }

  /** Draws the content of one part. */
  tagged(type: string, into: Part, draw: () => void, options: Record<string, unknown> = {}): void {
    const part = this.part(type, into, options);
    part.add(draw);
    part.end();
  }

  /** Draws what means nothing by itself. */
  ornament(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.doc.endMarkedContent();
  }

  set({ size = 9, weight = 'regular', colour = INK }: Setting): void {
    this.doc.font(weight).fontSize(size).fillColor(colour);
  }

  heightOf(text: string, setting: Setting): number {
    const { size = 9, weight = 'regular', width = this.width } = setting;
    const name = `${size} ${weight} ${width} ${text}`;
    let height = this.#heights.get(name);
    if (height === undefined) {
      this.set(setting);
      height = this.doc.heightOfString(printable(text), { width });
      this.#heights.set(name, height);
    }
    return height;
  }

  /** Lets others have their turn: setting type takes a while. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#since < AT_ONCE_MS) return;
    await setImmediate();
    this.#since = performance.now();
  }

  /** Writes at a place, without moving down. */
  write(text: string, x: number, y: number, setting: Setting = {}): void {
    this.set(setting);
    const { width = this.width, align = 'left' } = setting;
    if (align === 'left') {
      this.doc.text(printable(text), x, y, { width, align });
      return;
    }
    // the break at the end of a line would count as a letter of it
    let top = y;
    for (const line of printable(text).split('\n')) {
      this.doc.text(line, x, top, { width, align });
      top += this.doc.heightOfString(line, { width });
    }
  }

  /** Writes on one line, cut where it does not fit. */
  line(text: string, x: number, y: number, setting: Setting & { readonly width: number }): void {
    this.set(setting);
    const { width, align = 'left' } = setting;
    const short = this.cut(printable(text).replaceAll('\n', ' '), width);
    this.doc.text(short, x, y, { width: width + 1, align, lineBreak: false });
  }

  private cut(text: string, width: number): string {
    if (this.doc.widthOfString(text) <= width) return text;
    const letters = Array.from(text);
    let [fits, not] = [0, letters.length];
    while (not - fits > 1) {
      const half = (fits + not) >> 1;
      const tried = `${letters.slice(0, half).join('').trimEnd()}…`;
      if (this.doc.widthOfString(tried) <= width) fits = half;
      else not = half;
    }
    return `${letters.slice(0, fits).join('').trimEnd()}…`;
  }

  /** A heading, kept with so much of what follows. */
  heading(level: 1 | 2 | 3, text: string, into: Part, follows = 60): void {
    const size = { 1: 22, 2: 14, 3: 10.5 }[level];
    const setting = { size, weight: 'bold', width: this.width } as const;
    const height = this.heightOf(text, setting);
    this.room(height + follows);
    if (level < 3) this.doc.outline.addItem(printable(text));
    this.tagged(`H${level}`, into, () => this.write(text, this.left, this.y, setting));
    this.y += height + { 1: 6, 2: 6, 3: 3 }[level];
  }

  /** Paragraphs, one after another. */
  paragraphs(text: string, into: Part, setting: Setting = {}): void {
    const width = setting.width ?? this.width;
    for (const one of printable(text).split(/\n+/)) {
      if (one.trim() === '') continue;
      const height = this.heightOf(one, { ...setting, width });
      this.room(height);
      this.tagged('P', into, () => this.write(one, this.left, this.y, { ...setting, width }));
      this.y += height + 4;
    }
  }

  /** Writes at the foot of every page, and ends the document. */
  async finish(foot: (page: number, of: number) => readonly [string, string]): Promise<Buffer> {
    this.root.end();
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      await this.breathe();
      this.doc.switchToPage(page);
      this.doc.markContent('Artifact', { type: 'Pagination' });
      const y = this.doc.page.height - FOOT;
      this.rule(y - 8);
      const [left, right] = foot(page + 1, count);
      const setting = { size: 7.5, colour: MUTED };
      this.line(left, this.left, y, { ...setting, width: this.width - 90 });
      this.write(right, this.left + this.width - 90, y, { ...setting, width: 90, align: 'right' });
      this.doc.endMarkedContent();
    }
    const chunks: Buffer[] = [];
    const ended = new Promise<void>((resolve, reject) => {
      this.doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.doc.on('end', resolve);
      this.doc.on('error', reject);
    });
    this.doc.end();
    await ended;
    return Buffer.concat(chunks);
  }

  /** A thin line across the page. */
  rule(y: number, colour = RULE): void {
    this.doc.lineWidth(0.5).strokeColor(colour);
    this.doc
      .moveTo(this.left, y)
      .lineTo(this.left + this.width, y)
      .stroke();
  }
}
