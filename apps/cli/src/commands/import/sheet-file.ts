import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { EXIT, Failure } from '../../failure.js';
import { fileFault } from '../../text/file-fault.js';

/** A sheet as it is sent. */
export interface Sheet {
  readonly name: string;
  /** What its file is called; undefined: it has none. */
  readonly file?: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/csv',
  '.txt': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A name that can be told: what steers terminals is no part of it. */
const plainName = (name: string) =>
  name.replaceAll(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '').slice(-255);

/** Reads a sheet. @param file `-` for CSV from standard input. @throws Failure */
export async function sheetAt(file: string): Promise<Sheet> {
  if (file === '-') {
    return { name: 'standard input', type: 'text/csv', bytes: await buffer(process.stdin) };
  }
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined) {
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) {
      throw new Failure(`${file} is a folder.`, EXIT.usage, ['Name one file in it.']);
    }
    throw new Failure(`${file} is neither CSV nor a workbook (.xlsx).`, EXIT.usage, [
      'Save it as one of these from your spreadsheet.',
    ]);
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${file} cannot be read: ${fileFault(error)}.`, EXIT.usage);
  });
  const name = basename(file);
  return { name, file: plainName(name), type, bytes };
}
