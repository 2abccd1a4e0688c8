import type { Schemas } from '#lib/client';
import { client } from '../api/client.js';
import type { SheetKind } from './words.js';

export type Outcome = Schemas['ImportOutcome'];

/** What is said about a sheet; what is left out is found out by the server. */
export interface SheetWish {
  readonly kind?: SheetKind;
  /** Of a workbook. */
  readonly sheet?: string;
  readonly dates?: 'dmy' | 'mdy';
  /** Which row names the columns, as the spreadsheet counts it. */
  readonly head?: number;
  /** By head, the field its column holds; null: it is not read. */
  readonly columns: Readonly<Record<string, string | null>>;
}

/** A sheet somebody chose or pasted. */
export interface Sheet {
  /** Another one for each choice, also of the same file. */
  readonly id: number;
  readonly name: string;
  /** What its file is called; undefined: it was pasted. */
  readonly file?: string;
  readonly content: Blob;
}

/** As many bytes as the server takes. */
export const MOST_BYTES = 50 * 1024 * 1024;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

let made = 0;

/** What steers the direction of a text, or a terminal, is no part of a name that is told. */
const STEERS = /[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/** @param content of a file, or what was pasted */
export function sheetOf(name: string, content: Blob | string): Sheet {
  made += 1;
  if (typeof content === 'string') return { id: made, name, content: new Blob([content]) };
  return { id: made, name, file: name.replaceAll(STEERS, '').slice(-255), content };
}

/** What would become of a sheet; nothing is recorded. @throws Problem */
export async function previewSheet(
  sheet: Sheet,
  wish: SheetWish,
  signal: AbortSignal,
): Promise<Outcome> {
  const outcome = await send(sheet, wish, true, signal);
  // only what is to be recorded later is answered without
  if (!('understood' in outcome)) throw new Error('A preview was expected.');
  return outcome;
}

/**
 * Records a sheet, all of it or nothing.
 * @returns the id of the import; undefined where everything was so already
 * @throws Problem
 */
export async function importSheet(sheet: Sheet, wish: SheetWish): Promise<string | undefined> {
  return (await send(sheet, wish, false)).id;
}

async function send(
  { name, file, content }: Sheet,
  { columns, ...said }: SheetWish,
  dryRun: boolean,
  signal?: AbortSignal,
) {
  const wished = Object.keys(columns).length > 0 ? { columns: JSON.stringify(columns) } : {};
  const isWorkbook = /\.xlsx$/i.test(name);
  const { data, error } = await client.POST('/api/v1/imports', {
    params: {
      query: { ...said, ...wished, ...(file ? { file } : {}), dryRun: dryRun ? 'true' : 'false' },
    },
    body: '',
    bodySerializer: () => content,
    headers: { 'content-type': isWorkbook ? XLSX : 'text/csv' },
    ...(signal ? { signal } : {}),
  });
  // a problem is thrown as the query library's hooks throw it; see faultOf
  if (!data) throw error as unknown;
  return data;
}
