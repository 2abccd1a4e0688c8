/** A line of two texts beside each other. */
export interface DiffLine {
  /** In both, only in the first, or only in the second. */
  readonly in: 'both' | 'first' | 'second';
  readonly text: string;
}

/** More pairs of lines are not compared: what differs is then shown as a whole. */
const MOST_PAIRS = 4_000_000;

/** The lines of two texts in one row: as many as can be stand as lines of both. */
export function lineDiff(first: string, second: string): readonly DiffLine[] {
  const [a, b] = [linesOf(first), linesOf(second)];
  let begin = 0;
  while (begin < Math.min(a.length, b.length) && a[begin] === b[begin]) begin += 1;
  let end = 0;
  const rest = Math.min(a.length, b.length) - begin;
  while (end < rest && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const both = (lines: readonly string[]) => lines.map((text) => ({ in: 'both' as const, text }));
  return [
    ...both(a.slice(0, begin)),
    ...between(a.slice(begin, a.length - end), b.slice(begin, b.length - end)),
    ...both(a.slice(a.length - end)),
  ];
}

const linesOf = (text: string) => (text.trim() === '' ? [] : text.trimEnd().split('\n'));

function between(a: readonly string[], b: readonly string[]): readonly DiffLine[] {
  const width = b.length + 1;
  const small = a.length * b.length <= MOST_PAIRS;
  // how many lines both have in common from here on
  const common = new Uint16Array(small ? (a.length + 1) * width : 0);
  const at = (row: number, column: number) => common[row * width + column] ?? 0;
  for (let row = (small ? a.length : 0) - 1; row >= 0; row -= 1) {
    for (let column = b.length - 1; column >= 0; column -= 1) {
      common[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    if (small && row < a.length && column < b.length && a[row] === b[column]) {
      lines.push({ in: 'both', text: a[row] ?? '' });
      row += 1;
      column += 1;
    } else if (
      row < a.length &&
      (column === b.length || at(row + 1, column) >= at(row, column + 1))
    ) {
      lines.push({ in: 'first', text: a[row] ?? '' });
      row += 1;
    } else {
      lines.push({ in: 'second', text: b[column] ?? '' });
      column += 1;
    }
  }
  return lines;
}
