import type { Position } from '#lib/domain';
import { z } from 'zod';
import { nameOf, signatureFault } from '../heads/check-heads.js';
import { SIGNED_HEAD, type SignedHead } from '../heads/signed-head.js';
import { readPublicKey, type TrustedKeys } from '../heads/signing-keys.js';
import type { Finding } from './finding.js';
import type { ExpectedHead } from './heads-on-chain.js';

/** A head that was only noted down, as `GET /log/verification` shows it. */
const NOTED = z
  .object({ length: z.int().positive(), head: z.string().regex(/^[0-9a-f]{64}$/) })
  .transform(({ length, head }) => ({ position: length, hash: head }));
const GIVEN = z.union([SIGNED_HEAD, NOTED]);

/** A head that an auditor kept: signed, or noted down. */
export type GivenHead = z.output<typeof GIVEN>;

/** What a verifier has from elsewhere; it alone can prove anything. */
export interface Given {
  readonly heads: readonly GivenHead[];
  /** Ed25519, 32 bytes in base64. */
  readonly publicKeys: readonly string[];
}

/** What was given cannot be read; the message says what is expected. */
export class UnreadableGiven extends Error {
  readonly code = 'unreadable-given';
}

/**
 * The heads in a text: one as JSON, what `GET /log/heads` answers, or one a line, as the heads file
 * and the last line of an export have them.
 * @throws UnreadableGiven
 */
export function readHeads(text: string, name: string): readonly GivenHead[] {
  const found: GivenHead[] = [];
  for (const document of documentsIn(text, name)) {
    const { items, head } = document as { items?: unknown; head?: unknown };
    const inside = Array.isArray(document) ? document : Array.isArray(items) ? items : undefined;
    for (const one of inside ?? [typeof head === 'object' ? head : document]) {
      const parsed = GIVEN.safeParse(one);
      if (!parsed.success) throw new UnreadableGiven(`${name} holds something that is no head.`);
      found.push(parsed.data);
    }
  }
  if (found.length === 0) throw new UnreadableGiven(`${name} holds no head.`);
  return found;
}

/**
 * The public keys in a text: PEM, base64, or what `GET /log/signing-keys` answers.
 * @throws UnreadableGiven
 */
export function readPublicKeys(text: string, name: string): readonly string[] {
  const one = readPublicKey(text);
  if (one !== undefined) return [one];
  const keys = /^\s*[[{]/.test(text)
    ? documentsIn(text, name).flatMap((document) => {
        const { items = [document] } = document as { items?: readonly unknown[] };
        return items.map((item) => (item as { publicKey?: unknown } | null)?.publicKey);
      })
    : [];
  const raw = keys.map((key) => (typeof key === 'string' ? readPublicKey(key) : undefined));
  if (raw.length === 0 || raw.includes(undefined)) {
    throw new UnreadableGiven(
      `${name} is no Ed25519 public key: give PEM, base64, or what GET /log/signing-keys answered.`,
    );
  }
  return raw as string[];
}

/** The heads given that are of a program, as the chain is held against them. */
export function expectedOf(given: Given, program: string): readonly ExpectedHead[] {
  return given.heads
    .filter((head) => !('program' in head) || head.program === program)
    .map((head) => ({ position: head.position, hash: head.hash, name: nameOfGiven(head) }));
}

/** What is wrong with the heads given, as far as the keys that are trusted can tell. */
export function faultsOf(given: Given, program: string, keys: TrustedKeys): readonly Finding[] {
  const own = given.heads.filter((head) => !('program' in head) || head.program === program);
  if (given.heads.length > 0 && own.length === 0) {
    const says = `None of the heads that were given is of the program "${program}".`;
    return [{ kind: 'heads', says }];
  }
  if (given.publicKeys.length === 0) return [];
  const signed = own.filter((head): head is SignedHead => 'signature' in head);
  return signed.flatMap((head) => signatureFault(head, keys) ?? []);
}

/** The last position of a head that was given and lies on the chain that was gone through. */
export function lastGiven(
  expected: readonly ExpectedHead[],
  sound: Position,
): ExpectedHead | undefined {
  return expected
    .filter(({ position }) => position <= sound)
    .reduce<ExpectedHead | undefined>(
      (last, head) => (last && last.position >= head.position ? last : head),
      undefined,
    );
}

function nameOfGiven(head: GivenHead): string {
  return 'signature' in head ? nameOf(head) : 'the head that was noted down';
}

function documentsIn(text: string, name: string): readonly unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    // then it is one a line
  }
  try {
    return text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch {
    throw new UnreadableGiven(`${name} is neither JSON nor JSON Lines.`);
  }
}
