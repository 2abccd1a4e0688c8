import { describe, expect, test } from 'vitest';
import { type TrustedProxies, trustedProxies, trustOf } from './trust-proxy.js';

const trust = (text: string) => trustOf(trustedProxies(text) as TrustedProxies);

describe('the proxies that are trusted', () => {
  test.each([
    ['10.0.0.7', '10.0.0.7', true],
    ['10.0.0.7', '10.0.0.8', false],
    ['10.0.0.0/8, ::1', '10.9.9.9', true],
    ['10.0.0.0/8, ::1', '::1', true],
    ['10.0.0.0/8, ::1', '192.0.2.1', false],
    ['127.0.0.1', '::ffff:127.0.0.1', true],
    ['2001:db8::/32', '2001:db8:1::2', true],
    ['10.0.0.0/8', 'unknown', false],
    ['10.0.0.0/8', '', false],
  ])('%s trusts %s: %s', (text, address, trusted) => {
    expect(trust(text)(address, 0)).toBe(trusted);
  });

  test('are counted, where a number is given, from one that has a private address', () => {
    const two = trust('2');
    expect([two('10.0.0.1', 0), two('192.0.2.1', 1), two('10.0.0.1', 2)]).toEqual([
      true,
      true,
      false,
    ]);
    expect(two('192.0.2.1', 0)).toBe(false);
  });

  test.each(['0', '10', '-1', 'true', 'yes', '*', '10.0.0.0/33', '::/129', '0.0.0.0/0', '::/0'])(
    'cannot be "%s"',
    (text) => {
      expect(trustedProxies(text)).toBeUndefined();
    },
  );
  test.each([
    '10.0.0.1,',
    '10.0.0.1 10.0.0.2',
    'proxy.example',
    '10.0.0.0/8/8',
    '1.2.3',
    '10.0.0.0/',
  ])('cannot be "%s"', (text) => {
    expect(trustedProxies(text)).toBeUndefined();
  });
});
