import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { unpacked } from './unpack.js';
import { zipped } from './zipped.js';

it('packs files one after the other, and they come out as they went in', async () => {
  const archive = await buffer(
    zipped([
      { name: 'one.txt', pieces: ['Grüße, ', 'all'] },
      { name: 'empty.txt', pieces: [] },
    ]),
  );
  const files: [string, string][] = [];
  for await (const { name, bytes } of unpacked(archive, 1_000)) {
    files.push([name, Buffer.from(bytes).toString()]);
  }
  expect(files).toEqual([
    ['one.txt', 'Grüße, all'],
    ['empty.txt', ''],
  ]);
});

it('fails as the reading of a file fails', async () => {
  async function* failing() {
    yield 'a piece';
    throw new Error('The table is away.');
  }
  const reading = buffer(zipped([{ name: 'one.txt', pieces: failing() }]));
  await expect(reading).rejects.toThrow('The table is away.');
});

it('ends the reading when it is left', async () => {
  let ended = () => undefined as void;
  const left = new Promise<void>((done) => (ended = done));
  async function* endless() {
    try {
      for (;;) yield await Promise.resolve(`${Math.random()}\n`.repeat(1_000));
    } finally {
      ended();
    }
  }
  const archive = zipped([{ name: 'one.txt', pieces: endless() }]);
  await once(archive, 'readable');
  archive.destroy();
  await left;
});
