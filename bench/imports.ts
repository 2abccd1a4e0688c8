import { mkdtemp, readFile, rm } from 'node:fs/promises';
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
    report(
      'import of 2,000 rows, answered',
      await taken(() => send(url, csvOf(rowsOf(2_000, 2021)), CSV)),
    );
    report('import of 5,000 rows, recorded', await taken(() => long(url, csvOf(small), CSV)));
    report('the same again', await taken(() => long(url, csvOf(small), CSV)));
    const many = Number(process.env.BENCH_ROWS ?? 100_000);
    const rows = rowsOf(many, 2019);
    const named = many.toLocaleString('en');
    const waits = new Waits(url);
    report(
      `import of ${named} rows, CSV, recorded`,
      await taken(() => long(url, csvOf(rows), CSV, () => waits.record())),
    );
    report('others who recorded meanwhile waited, half', waits.within(0.5));
    report('all of them', waits.within(1));
    const large = await workbookOf(rows);
    report(
      `the same again as XLSX, ${(large.length / 1e6).toFixed(1)} MB`,
      await taken(() => long(url, large, XLSX)),
    );
    report('memory of the worker at most', await peakOf(dataDir));
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

async function taken(work: () => Promise<unknown>): Promise<string> {
  const began = performance.now();
  await work();
  return `${((performance.now() - began) / 1000).toFixed(2)} s`;
}

async function send(
  url: string,
  body: Buffer,
  type: string,
  query = '',
): Promise<{ readonly id: string }> {
  const answer = await fetch(`${url}/api/v1/imports${query}`, {
    method: 'POST',
    headers: { ...HEADERS, 'content-type': type },
    body: new Uint8Array(body),
    signal: AbortSignal.timeout(300_000),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as { readonly id: string };
}

/** Sends a long sheet and waits until it is recorded. */
async function long(
  url: string,
  body: Buffer,
  type: string,
  meanwhile: () => Promise<void> = () => new Promise((resolve) => setTimeout(resolve, 100)),
): Promise<void> {
  const { id } = await send(url, body, type);
  for (;;) {
    const answer = await fetch(`${url}/api/v1/imports/${id}`, { headers: HEADERS });
    const { state, faults } = (await answer.json()) as { state: string; faults: unknown };
    if (state === 'recorded') return;
    if (state === 'refused') throw new Error(JSON.stringify(faults));
    await meanwhile();
  }
}

/** Facts that somebody else records, one after the other, and how long each takes. */
class Waits {
  private readonly took: number[] = [];

  constructor(private readonly url: string) {}

  async record(): Promise<void> {
    const began = performance.now();
    const day = String((this.took.length % 28) + 1).padStart(2, '0');
    const month = String((Math.floor(this.took.length / 28) % 12) + 1).padStart(2, '0');
    const answer = await fetch(`${this.url}/api/v1/units/unit-0/milestones`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify({ milestone: 'hub.launched', occurredAt: `2022-${month}-${day}` }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    this.took.push(performance.now() - began);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }

  within(share: number): string {
    const sorted = this.took.toSorted((a, b) => a - b);
    return `${((sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN) / 1000).toFixed(2)} s`;
  }
}

/** The most memory that the worker of an installation has held. */
async function peakOf(dataDir: string): Promise<string> {
  const lock = JSON.parse(await readFile(join(dataDir, 'lock.json'), 'utf8')) as {
    readonly children: readonly { readonly name: string; readonly pid: number }[];
  };
  const pid = lock.children.find(({ name }) => name === 'worker')?.pid;
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return `${Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1]) / 1024)} MB`;
}

async function get(url: string, file: string): Promise<void> {
  const answer = await fetch(`${url}/api/v1/exports/${file}`, { headers: HEADERS });
  if (!answer.ok) throw new Error(await answer.text());
  for await (const _ of answer.body ?? []) continue;
}
