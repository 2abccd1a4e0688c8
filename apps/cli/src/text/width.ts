const SGR = /\u001b\[[0-9;]*m/g;
const WIDE =
  /\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const pieces = (text: string) => [...graphemes.segment(text)].map(({ segment }) => segment);
const widthOfOne = (piece: string) => (WIDE.test(piece) ? 2 : 1);

/** How many columns of a terminal a text takes; colours take none. */
export function widthOf(text: string): number {
  const plain = text.replace(SGR, '');
  if (/^[\u0020-\u007e]*$/.test(plain)) return plain.length;
  return pieces(plain).reduce((sum, piece) => sum + widthOfOne(piece), 0);
}

/** The text in so many columns: blanks fill it, an ellipsis ends what is too long. Only of uncoloured text is anything cut. */
export function fit(text: string, columns: number, align: 'left' | 'right' = 'left'): string {
  const cut = widthOf(text) > columns ? shorten(text, columns) : text;
  const blanks = ' '.repeat(Math.max(0, columns - widthOf(cut)));
  return align === 'left' ? cut + blanks : blanks + cut;
}

/** The beginning of a text that fits into so many columns, with an ellipsis where something is left out. */
export function shorten(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text;
  let taken = '';
  let width = 0;
  for (const piece of pieces(text.replace(SGR, ''))) {
    if (width + widthOfOne(piece) > columns - 1) break;
    taken += piece;
    width += widthOfOne(piece);
  }
  return columns < 1 ? '' : `${taken.trimEnd()}…`;
}

/** The text in lines of at most so many columns, broken between words; a word that is longer is broken itself. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(/\s+/).filter((one) => one !== '')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) <= columns) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (widthOf(word) > columns) {
      const taken = pieces(word).slice(0, Math.max(1, columns)).join('');
      lines.push(taken);
      word = word.slice(taken.length);
    }
    line = word;
  }
  return line === '' ? lines : [...lines, line];
}
