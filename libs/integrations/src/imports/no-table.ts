import { SheetUnreadable } from './sheet-table.js';

/** How files of other kinds begin, and what they are. @source the formats' own specifications */
const OTHERS: readonly (readonly [beginning: string, what: string])[] = [
  ['\xd0\xcf\x11\xe0', 'a workbook of the old kind (.xls), or protected by a password'],
  ['%PDF', 'a PDF'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a text document (RTF)'],
  ['\x1f\x8b', 'a compressed file'],
  ["7z\xbc\xaf'\x1c", 'a compressed file'],
  ['Rar!', 'a compressed file'],
  ['<?xml', 'XML'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
];

const LOOKED_AT = 1_000;
const INSTEAD = 'Save the table as .xlsx, or as CSV.';

/**
 * Refuses what is no table, by how it begins.
 * @throws SheetUnreadable that says what it seems to be
 */
export function requireTable(bytes: Uint8Array): void {
  const beginning = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  const words = beginning.replace(/^(\xef\xbb\xbf)?\s*/, '').toLowerCase();
  const other = OTHERS.find(([begins]) => words.startsWith(begins.toLowerCase()));
  if (other) throw new SheetUnreadable(`This is ${other[1]}. ${INSTEAD}`);
  const marked = beginning.startsWith('\xff\xfe') || beginning.startsWith('\xfe\xff');
  // UTF-16 without its mark holds them as well
  if (!marked && beginning.includes('\0')) {
    throw new SheetUnreadable(`This is no text that can be read. ${INSTEAD}`);
  }
}
