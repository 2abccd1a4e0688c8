import { describe, expect, test } from 'vitest';
import { isUnread, readWhen, whenWords } from './when.js';

const now = new Date(2026, 10, 22, 12);
const read = (written: string, locale = 'en-GB') => readWhen(written, { now, locale });

describe('a date is understood as it was written', () => {
  test.each([
    ['2024-03-05', '2024-03-05', '5 March 2024'],
    ['2024-3-5', '2024-03-05', '5 March 2024'],
    ['2024/03/05', '2024-03-05', '5 March 2024'],
    ['2024-03', '2024-03', 'March 2024'],
    ['03/2024', '2024-03', 'March 2024'],
    ['2024-Q1', '2024-Q1', 'Q1 2024'],
    ['q1 2024', '2024-Q1', 'Q1 2024'],
    ['2024 Q4', '2024-Q4', 'Q4 2024'],
    ['2024', '2024', '2024'],
    ['today', '2026-11-22', '22 November 2026'],
    [' Yesterday ', '2026-11-21', '21 November 2026'],
    ['5.3.2024', '2024-03-05', '5 March 2024'],
    ['5/3/2024', '2024-03-05', '5 March 2024'],
    ['5 March 2024', '2024-03-05', '5 March 2024'],
    ['mar 5, 2024', '2024-03-05', '5 March 2024'],
    ['March 2024', '2024-03', 'March 2024'],
    ['29.2.2024', '2024-02-29', '29 February 2024'],
  ])('%s', (written, given, says) => {
    expect(read(written)).toMatchObject({ given, says });
  });

  test('in the way of the reader’s language', () => {
    expect(read('3/5/2024', 'en-US')?.given).toBe('2024-03-05');
    expect(read('5. März 2024', 'de')).toMatchObject({
      given: '2024-03-05',
      says: '5. März 2024',
    });
    expect(read('gestern', 'de')?.given).toBe('2026-11-21');
    expect(read('mars 2024', 'fr')?.given).toBe('2024-03');
  });
});

test.each(['', '2023-02-29', '2024-13', '2024-Q5', '5', 'soon', '5.3.24', '32.1.2024', '0999'])(
  'no date: %j',
  (written) => {
    expect(read(written)).toBeUndefined();
  },
);

test('says from which day something rough counts', () => {
  expect(read('2024')?.countsFrom).toBe('2024-12-31');
  expect(read('2024-Q1')?.countsFrom).toBe('2024-03-31');
  expect(read('2024-02')?.countsFrom).toBe('2024-02-29');
  expect(read('2024-02-03')?.countsFrom).toBeUndefined();
});

test('knows the future: what has begun nowhere yet', () => {
  const futures = ['2026', '2026-Q4', '2026-11', '2026-11-22', '2026-11-30', '2026-12', '2027'];
  expect(futures.filter((written) => read(written)?.future)).toEqual([
    '2026-11-30',
    '2026-12',
    '2027',
  ]);
});

test('words of a date as the api gives it', () => {
  expect(
    ['2024', '2024-Q2', '2024-05', '2024-05-06'].map((one) => whenWords(one, 'en-GB')),
  ).toEqual(['2024', 'Q2 2024', 'May 2024', '6 May 2024']);
});

test('nothing written is nothing unread; what is no date is', () => {
  expect(isUnread('  ')).toBe(false);
  expect(isUnread('2024-Q1')).toBe(false);
  expect(isUnread('31 Foo 2024')).toBe(true);
});
