import { createHmac } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';
import { PasswordRefused } from './errors.js';

/** argon2id as OWASP asks of it at the least: 19 MiB, two passes, one lane. @source OWASP Password Storage Cheat Sheet */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const SHORTEST = 12;
const LONGEST = 128;
/** What must be left of a password beside names and addresses that go with the account. */
const LEAST_OWN = 8;
const SHORTEST_WORD = 4;
const FEWEST_CHARACTERS = 5;

const common = new Set(dictionary['passwords-common'] as readonly string[]);

/** What an attacker would try first for an account. */
export interface AccountWords {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/**
 * Hashes passwords and compares them. The hash takes in a key that lies outside the database, so
 * that a copy of the database alone cannot be searched for passwords.
 */
export class Passwords {
  private readonly pepper: Buffer;
  private nobodys: Promise<string> | undefined;

  /** @param masterKey 32 bytes */
  constructor(masterKey: Buffer) {
    this.pepper = createHmac('sha256', masterKey).update('waymark password 1').digest();
  }

  /** What is stored of a password. */
  hash(password: string): Promise<string> {
    return hash(normal(password), { ...COST, secret: this.pepper });
  }

  /** Whether it is the password; takes as long when there is none to compare with. */
  async verify(stored: string | null | undefined, password: string): Promise<boolean> {
    this.nobodys ??= this.hash('the password of nobody');
    const known = stored ?? (await this.nobodys);
    const right = await verify(known, normal(password).slice(0, LONGEST * 4), {
      secret: this.pepper,
    });
    return right && stored !== null && stored !== undefined;
  }
}

/**
 * Refuses a new password that would be tried early.
 * @throws PasswordRefused
 * @source NIST SP 800-63B 5.1.1.2, OWASP ASVS 5.0 V6.2
 */
export function requireGoodPassword(password: string, words: AccountWords): void {
  const text = normal(password);
  const length = Array.from(text).length;
  if (length < SHORTEST)
    refuse(`has fewer than ${SHORTEST} characters. A few words make a good one`);
  if (length > LONGEST) refuse(`has more than ${LONGEST} characters`);
  const lower = text.toLowerCase();
  if (new Set(lower).size < FEWEST_CHARACTERS) refuse('repeats a few characters');
  if (isRun(lower)) refuse('is a run of neighbours');
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (
    common.has(lower) ||
    (core.length >= SHORTEST_WORD && length - core.length < LEAST_OWN && common.has(core))
  ) {
    refuse('is among those that are tried first');
  }
  let own = lower;
  for (const word of wordsOf(words)) own = own.replaceAll(word, '');
  if (Array.from(own).length < LEAST_OWN)
    refuse('is hardly more than your name, your address or ours');
}

function refuse(why: string): never {
  throw new PasswordRefused(`This password ${why}. Choose another one.`);
}

function normal(password: string): string {
  return password.normalize('NFKC');
}

/** Whether each character follows the one before in the alphabet, the digits or back. */
function isRun(text: string): boolean {
  const points = Array.from(text, (one) => one.codePointAt(0) ?? 0);
  const steps = points.slice(1).map((point, index) => point - (points[index] ?? 0));
  return [1, -1].some((step) => steps.filter((one) => one === step).length >= points.length - 3);
}

function wordsOf({ name = '', email = '' }: AccountWords): readonly string[] {
  return [email, ...email.split(/[@.+_-]/), name, ...name.split(/\s+/), 'waymark']
    .map((word) => normal(word).toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD)
    .toSorted((one, other) => other.length - one.length);
}
