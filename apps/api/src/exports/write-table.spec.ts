import { describe, expect, it } from 'vitest';
import type { ExportTable } from './export-table.js';
import { workbookOf } from './workbook/workbook.js';
import { csvOf, jsonLinesOf } from './write-table.js';

const MB = 1024 * 1024;
const ABOUT = { title: 'Rows', at: '2026-01-01T00:00:00Z', lines: [] };

function numbered(rows: number, ended: () => void = () => undefined): ExportTable {
  return {
    columns: [
      ['number', (item) => item as number],
      ['text', (item) => `=row ${item as number}`],
    ],
    items: (async function* () {
      try {
        for (let row = 0; row < rows; row += 1) yield row;
      } finally {
        ended();
      }
    })(),
    view: (item) => ({ number: item }),
  };
}

describe('a table that is sent', () => {
  it.each([
    ['CSV', csvOf],
    ['JSON Lines', jsonLinesOf],
    ['a workbook', (rows: ExportTable) => workbookOf(rows, 'Rows', () => ABOUT)],
  ])('as %s takes no more memory for a million rows than for a few', async (_, write) => {
    let [bytes, most, chunks] = [0, 0, 0];
    const before = process.memoryUsage().heapUsed;
    for await (const chunk of write(numbered(1_000_000))) {
      bytes += (chunk as Buffer).length;
      chunks += 1;
      if (chunks % 100 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    }
    expect(bytes).toBeGreaterThan(10 * MB);
    expect(most - before).toBeLessThan(150 * MB);
  });

  it('is not read any further once whoever asked has left', async () => {
    let ended = false;
    const sent = csvOf(numbered(1_000_000, () => (ended = true)));
    for await (const _ of sent) break;
    await expect.poll(() => ended).toBe(true);
  });

  it('breaks off when it cannot be read on', async () => {
    const broken: ExportTable = {
      ...numbered(1),
      items: (async function* () {
        yield 1;
        throw new Error('The database is away.');
      })(),
    };
    const all = async () => {
      for await (const _ of csvOf(broken)) continue;
    };
    await expect(all()).rejects.toThrow('The database is away.');
  });
});
