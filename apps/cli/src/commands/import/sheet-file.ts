import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { EXIT, Failure } from '../../failure.js';

/** A sheet as it is sent. */
export interface Sheet {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.tsv': 'text/csv',
  '.txt': 'text/csv',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Reads a sheet. @param file `-` for CSV from standard input. @throws Failure */
export async function sheetAt(file: string): Promise<Sheet> {
  if (file === '-') {
    return { name: 'standard input', type: 'text/csv', bytes: await buffer(process.stdin) };
  }
  const type = TYPES[extname(file).toLowerCase()];
  if (type === undefined) {
    throw new Failure(`${file} is neither CSV nor a workbook (.xlsx).`, EXIT.usage, [
      'Save it as one of these from your spreadsheet.',
    ]);
  }
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Failure(`${file} cannot be read (${error.code ?? error.message}).`, EXIT.usage);
  });
  return { name: basename(file), type, bytes };
}
