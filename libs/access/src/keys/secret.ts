import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** How keys begin that were made here; only the one of the configuration may begin otherwise. */
export const KEY_PREFIX = 'wmk_';
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** 62^43 > 2^256. */
const SECRET_LENGTH = 43;
/** 62^6 > 2^32. */
const CHECKSUM_LENGTH = 6;
const SHOWN = 12;

/**
 * A new key: `wmk_`, 32 random bytes and their CRC-32, both in base 62. The prefix and the checksum
 * let scanners find keys that were published by mistake.
 */
export function makeKey(): string {
  return `${KEY_PREFIX}${makeSecret()}`;
}

/**
 * Whether a text has the form of a key: its prefix, its length and a checksum that fits. Asks nobody,
 * so it also finds keys of other installations, and such as have ended.
 */
export function looksLikeKey(text: string): boolean {
  const [, secret, checksum] = /^wmk_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/.exec(text) ?? [];
  return secret !== undefined && checksum === checksumOf(secret);
}

/** What the address of a calendar is told by: as a key, with the prefix `wmc_`. */
export function makeCalendarToken(): string {
  return `wmc_${makeSecret()}`;
}

function makeSecret(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), SECRET_LENGTH);
  return `${secret}${checksumOf(secret)}`;
}

function checksumOf(secret: string): string {
  return base62(BigInt(crc32(secret)), CHECKSUM_LENGTH);
}

/** What is stored of a key. */
export function hashKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** What is shown of a key afterwards, to tell it from others. */
export function shownOf(key: string): string {
  return key.slice(0, key.startsWith(KEY_PREFIX) ? SHOWN : SHOWN / 3);
}

function base62(number: bigint, length: number): string {
  let rest = number;
  let text = '';
  while (text.length < length) {
    text = (DIGITS[Number(rest % 62n)] as string) + text;
    rest /= 62n;
  }
  return text;
}
