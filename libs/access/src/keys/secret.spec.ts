import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { hashKey, looksLikeKey, makeCalendarToken, makeKey, shownOf } from './secret.js';

const KEYS = Array.from({ length: 200 }, makeKey);

describe('a key', () => {
  it('is told by its form alone', () => {
    for (const key of KEYS) expect(looksLikeKey(key)).toBe(true);
    const [key = ''] = KEYS;
    for (const other of [
      '',
      key.slice(0, -1),
      `${key}0`,
      ` ${key}`,
      key.toLowerCase(),
      key.replace('wmk_', 'wmc_'),
      makeCalendarToken(),
    ]) {
      expect(looksLikeKey(other)).toBe(false);
    }
  });

  it('is no key any more when a character is mistaken or two change places', () => {
    for (const key of KEYS) {
      for (let at = 4; at < key.length; at++) {
        const mistaken = key[at] === 'a' ? 'b' : 'a';
        expect(looksLikeKey(key.slice(0, at) + mistaken + key.slice(at + 1))).toBe(false);
        const [one, two] = [key[at], key[at + 1]];
        if (two === undefined || one === two) continue;
        expect(looksLikeKey(key.slice(0, at) + two + one + key.slice(at + 2))).toBe(false);
      }
    }
  });

  it('is found by the scanner that the documentation shows', async () => {
    const page = await readFile(new URL('../../../../docs/keys.md', import.meta.url), 'utf8');
    const code = /```js\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const scan = runInNewContext(`${code}; isWaymarkKey`, {
      require: createRequire(import.meta.url),
    }) as (text: string) => boolean;
    for (const key of KEYS) {
      expect(scan(key)).toBe(true);
      expect(scan(key.slice(0, -1))).toBe(false);
      expect(scan(`${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`)).toBe(false);
    }
  });

  it('is kept as a hash and shown by its first characters', () => {
    const [key = ''] = KEYS;
    expect(hashKey(key)).toHaveLength(32);
    expect(shownOf(key)).toBe(key.slice(0, 12));
    expect(shownOf('any string of thirty-two characters or more')).toBe('any ');
  });
});
