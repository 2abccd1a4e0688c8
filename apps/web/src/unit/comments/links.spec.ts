import { expect, test } from 'vitest';
import { piecesOf } from './links.js';

test('addresses in a text become links, without what ends the sentence', () => {
  expect(piecesOf('See https://example.com/a?b=1, and (http://example.org).')).toEqual([
    { text: 'See ' },
    { text: 'https://example.com/a?b=1', href: 'https://example.com/a?b=1' },
    { text: ', and (' },
    { text: 'http://example.org', href: 'http://example.org' },
    { text: ').' },
  ]);
});

test('nothing but web addresses is a link, and nothing is lost', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', 'https://', '', 'a\n\nb']) {
    const pieces = piecesOf(text);
    expect(pieces.some(({ href }) => href !== undefined)).toBe(false);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  }
});
