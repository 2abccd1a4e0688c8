import { printable } from '../../board-packs/printable.js';
import type { Cell, Column } from '../export-table.js';

/** What a cell of a workbook can hold. */
const LONGEST = 32_000;
const DAY_MS = 86_400_000;
/** Days are counted from here; what lies before March 1900 is counted otherwise by Excel, and stays text. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
const FIRST_SURE = Date.UTC(1900, 2, 1);
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;
/** A text that begins so would become a formula once somebody types into its cell. */
const FORMULA = /^[=+\-@\t\r]/;

/** How cells look: the places of these in the list of styles (`STYLES`). */
export const LOOKS = { plain: 0, head: 1, day: 2, instant: 3, text: 4, link: 5 } as const;

/** A text as XML. */
export function xmlText(text: string): string {
  return printable(text)
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** The letters of a column, from 0. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${columnLetters(Math.floor(column / 26) - 1)}${last}`;
}

/** A cell as XML; empty for one that holds nothing. */
export function cellXml(place: string, cell: Cell, as: Column<unknown>[2]): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  const serial = serialOf(cell, as);
  if (serial === undefined)
    return textXml(place, cell, FORMULA.test(cell) ? LOOKS.text : undefined);
  const look = Number.isInteger(serial) ? LOOKS.day : LOOKS.instant;
  return `<c r="${place}" s="${look}"><v>${serial}</v></c>`;
}

/** A cell that is a text, whatever it begins with. */
export function textXml(place: string, text: string, look?: number): string {
  const style = look === undefined ? '' : ` s="${look}"`;
  return `<c r="${place}" t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(text.slice(0, LONGEST))}</t></is></c>`;
}

/** A day or an instant as workbooks count them; undefined for what is none. */
function serialOf(text: string, as: Column<unknown>[2]): number | undefined {
  if (as === undefined || !(as === 'day' ? DAY : INSTANT).test(text)) return undefined;
  const at = Date.parse(text);
  return at >= FIRST_SURE ? (at - FIRST_DAY) / DAY_MS : undefined;
}
