import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Erasure, ErasureRegister, ErasureRegisterError } from '../index.js';

const KEY = Buffer.alloc(32, 8);
const erasure = (digit: number, program = 'default'): Erasure => ({
  id: `0198c0de-0000-7000-8000-00000000000${digit}`,
  program,
  subjects: [`0198c0de-0000-8000-8000-00000000000${digit}`],
  erasedAt: Date.parse('2026-11-22T06:00:00Z') + digit,
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-erasures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
const open = (name: string, key = KEY) => new ErasureRegister(join(folder, name), key);

describe('the register of erasures', () => {
  test('is empty where there is no file, and makes none by being read', async () => {
    expect(await open('none').read()).toEqual([]);
    await expect(stat(join(folder, 'none'))).rejects.toThrow('ENOENT');
  });

  test('gives back what was added, also by others to the same file, for its owner alone', async () => {
    const [one, other] = [open('deep/shared'), open('deep/shared')];
    const added = Array.from({ length: 9 }, (_, index) => erasure(index + 1));
    await Promise.all(added.map((each, index) => (index % 2 ? one : other).add([each])));
    const read = await open('deep/shared').read();
    expect(read.toSorted((a, b) => a.erasedAt - b.erasedAt)).toEqual(added);
    expect((await stat(join(folder, 'deep/shared'))).mode & 0o777).toBe(0o600);
  });

  test('passes over a line that broke off, and goes on after it', async () => {
    const register = open('torn');
    await register.add([erasure(1)]);
    const [line] = (await readFile(register.file, 'utf8')).split('\n');
    await appendFile(register.file, line?.slice(0, 80) ?? '');
    expect(await register.read()).toEqual([erasure(1)]);
    await register.add([erasure(2)]);
    expect(await register.read()).toEqual([erasure(1), erasure(2)]);
  });

  test.each<[string, (line: string) => string]>([
    ['names another subject', (line) => line.replace('-8000-8000-', '-8000-9000-')],
    ['names another program', (line) => line.replace('"default"', '"other"')],
    ['has no proof', (line) => line.replace(/,"mac":"[^"]*"/, '')],
    ['holds something else', () => '{"id":1}'],
  ])('is refused when a line %s', async (_, spoil) => {
    const register = open('forged');
    await rm(register.file, { force: true });
    await register.add([erasure(1), erasure(2)]);
    const lines = (await readFile(register.file, 'utf8')).split('\n');
    await writeFile(register.file, [lines[0], spoil(lines[1] ?? '')].join('\n'));
    const reading = register.read();
    await expect(reading).rejects.toBeInstanceOf(ErasureRegisterError);
    await expect(reading).rejects.toThrow('Line 2');
  });

  test('is refused with other secrets', async () => {
    await open('secrets').add([erasure(1)]);
    await expect(open('secrets', Buffer.alloc(32, 9)).read()).rejects.toThrow('secrets');
  });

  test('says so when it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(open('file/below').add([erasure(1)])).rejects.toBeInstanceOf(ErasureRegisterError);
  });
});
