import { Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';
import { codeAddress, makeCodeSecret, stepOfCode } from './codes.js';

/** The secret of the examples of RFC 6238, appendix B. */
const SECRET = Secret.fromLatin1('12345678901234567890').base32;

describe('one-time codes', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of RFC 6238 at %i s', (seconds, code) => {
    expect(stepOfCode(SECRET, code, seconds * 1000)).toBe(Math.floor(seconds / 30));
  });

  test('count one step early and late, and say which step they are of', () => {
    const step = 37_037_036;
    const at = (steps: number) => (step + steps) * 30_000;
    for (const late of [-1, 0, 1]) expect(stepOfCode(SECRET, '081804', at(late))).toBe(step);
    for (const late of [-2, 2]) expect(stepOfCode(SECRET, '081804', at(late))).toBeUndefined();
  });

  test('are six digits and nothing else', () => {
    for (const code of ['', '81804', '0818045', 'abcdef', '08180x', '-81804']) {
      expect(stepOfCode(SECRET, code, 1_111_111_109_000), code).toBeUndefined();
    }
    expect(stepOfCode(SECRET, '081 804', 1_111_111_109_000)).toBeDefined();
  });

  test('have a secret of 160 bits, told as authenticators read it', () => {
    const secret = makeCodeSecret();
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(makeCodeSecret()).not.toBe(secret);
    const address = new URL(codeAddress(secret, 'ada@contoso.example'));
    expect(address.searchParams.get('secret')).toBe(secret);
    expect(decodeURIComponent(address.pathname)).toContain('Waymark:ada@contoso.example');
  });
});
