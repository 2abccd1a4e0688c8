import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadEnvironment } from '../environment.js';
import { borrowDatabase, NothingToBorrow } from './borrow-database.js';

test('a command in the wrong place says so, and makes no database there', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'waymark-borrow-'));
  const borrowed = borrowDatabase(loadEnvironment({ WAYMARK_DATA_DIR: dataDir }));
  await expect(borrowed).rejects.toThrow(NothingToBorrow);
  await expect(borrowed).rejects.toThrow(`There is no Waymark in ${dataDir}.`);
  expect(await readdir(dataDir)).toEqual([]);
  await rm(dataDir, { recursive: true });
});
