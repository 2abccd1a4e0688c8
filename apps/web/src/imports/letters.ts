const LETTERS = 26;

/** How spreadsheets call a column. @param column from 1 */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / LETTERS);
  const last = String.fromCharCode(65 + ((column - 1) % LETTERS));
  return before === 0 ? last : `${columnLetters(before)}${last}`;
}
