import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeWorkbook, { type SheetData } from 'write-excel-file/node';
import { builtIns } from '#lib/catalogue';
import { report } from './measure.js';
import { HEADERS, prepare, startProduct, UNITS } from './post.js';

const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet of facts, previewed and imported, and given out again: 5,000 rows, and 100,000. */
export async function imports(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
  const product = await startProduct(dataDir);
  const { url } = product;
  try {
    await prepare(url, ['lithium', 'altimeter']);
    const small = rowsOf(5_000, 2020);
    const warm = rowsOf(500, 2021);
    await taken(() => send(url, csvOf(warm), CSV, '?dryRun=true'));
    report(
      'preview of 5,000 rows, CSV',
      await taken(() => send(url, csvOf(small), CSV, '?dryRun=true')),
    );
    const workbook = await workbookOf(small);
    report(
      'preview of 5,000 rows, XLSX',
      await taken(() => send(url, workbook, XLSX, '?dryRun=true')),
    );
    report('import of 5,000 rows', await taken(() => send(url, csvOf(small), CSV)));
    report('the same again', await taken(() => send(url, csvOf(small), CSV)));
    const large = csvOf(rowsOf(100_000, 2019));
    report('import of 100,000 rows', await taken(() => send(url, large, CSV)));
    for (const file of ['log.csv', 'log.jsonl', 'standings.csv']) {
      report(`export of ${file}`, await taken(() => get(url, file)));
    }
  } finally {
    product.child.kill('SIGTERM');
    await product.exited;
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** No two of them say the same: after each milestone of each unit, the year before. */
function rowsOf(count: number, year: number): readonly (readonly string[])[] {
  const keys = [...builtIns().dictionary.keys()];
  const facts = Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / UNITS);
    const ago = Math.floor(turn / keys.length);
    const day = String((index % 28) + 1).padStart(2, '0');
    const milestone = keys[turn % keys.length] ?? '';
    return [`unit-${index % UNITS}`, milestone, `${year - ago}-03-${day}`, `Row ${index}`];
  });
  return [['unit', 'milestone', 'date', 'note'], ...facts];
}

const csvOf = (rows: readonly (readonly string[])[]) =>
  Buffer.from(rows.map((row) => row.join(',')).join('\n'));

function workbookOf(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const data: SheetData = rows.map((row) => row.map((value) => ({ type: String, value })));
  return writeWorkbook(data).toBuffer();
}

async function taken(work: () => Promise<void>): Promise<string> {
  const began = performance.now();
  await work();
  return `${((performance.now() - began) / 1000).toFixed(2)} s`;
}

async function send(url: string, body: Buffer, type: string, query = ''): Promise<void> {
  const answer = await fetch(`${url}/api/v1/imports${query}`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': type },
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(300_000),
  });
  if (!answer.ok) throw new Error(await answer.text());
  await answer.arrayBuffer();
}

async function get(url: string, file: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/exports/${file}`, { headers: HEADERS });
  if (!answer.ok) throw new Error(await answer.text());
  for await (const _ of answer.body ?? []) continue;
}
