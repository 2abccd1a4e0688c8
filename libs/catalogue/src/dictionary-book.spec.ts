import { describe, expect, it } from 'vitest';
import { type MilestoneEntry, type MilestoneKey, type ModelId, parseDuration } from '#lib/domain';
import { DictionaryBook } from './dictionary-book.js';

const A = 'model:a' as `model:${ModelId}`;
const key = 'hub.launched' as MilestoneKey;

function entry(title: string, validity?: string): MilestoneEntry {
  const duration = validity === undefined ? undefined : parseDuration(validity);
  return {
    key,
    title,
    means: 'M.',
    validity: duration,
    impliedBy: [],
    dependsOn: [],
    references: {},
    inferred: false,
  };
}

describe('who defines a milestone', () => {
  it('the newest wording wins', () => {
    const book = new DictionaryBook();
    book.define('program', [entry('first')]);
    book.define(A, [entry('second')]);
    expect(book.dictionary.get(key)?.title).toBe('second');
    book.define('program', [entry('third')]);
    expect(book.dictionary.get(key)?.title).toBe('third');
  });

  it('one definer is held to what the others say', () => {
    const book = new DictionaryBook();
    book.define(A, [entry('its own', 'P1Y')]);
    expect(book.without(A).has(key)).toBe(false);
    expect(book.without('program').get(key)?.validity?.iso).toBe('P1Y');
  });

  it('an entry no longer mentioned stays', () => {
    const book = new DictionaryBook();
    book.define(A, [entry('once')]);
    book.define(A, []);
    expect(book.dictionary.get(key)?.title).toBe('once');
  });

  it('a copy does not change with the original', () => {
    const book = new DictionaryBook();
    const copy = new DictionaryBook(book);
    copy.define(A, [entry('copied')]);
    expect([book.dictionary.size, copy.dictionary.size]).toEqual([0, 1]);
  });
});
