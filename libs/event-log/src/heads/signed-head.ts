import { createHash } from 'node:crypto';
import { z } from 'zod';
import { canonicalJson } from '../canonical.js';
import type { KeyChange } from './signing-keys.js';

const hex32 = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.iso.datetime();
const signature = base64Of(64);
const keyId = z.string().regex(/^[0-9a-f]{16}$/);
const publicKey = base64Of(32);

/** A signed head, as it is given out. */
export const SIGNED_HEAD = z.strictObject({
  type: z.literal('waymark-signed-head'),
  program: z.string().min(1).max(64),
  number: z.int().positive(),
  position: z.int().positive(),
  hash: hex32,
  recordedAt: moment,
  signedAt: moment,
  previous: hex32.nullable(),
  afresh: z.literal(true).optional(),
  keyId,
  signature,
});

/**
 * What the head of a program's log was at a moment, signed. Signed heads of a program are numbered
 * from 1, and each names the one before it by its digest, so that they are a chain themselves.
 * `hash` is in hex; `recordedAt` is that of the event at `position`. `afresh`: an operator took the
 * log as it stood; what was signed before counts no more.
 */
export type SignedHead = z.output<typeof SIGNED_HEAD>;

/** How one signing key followed another, as it is given out. */
export const KEY_CHANGE = z.strictObject({
  type: z.literal('waymark-signing-key'),
  keyId,
  publicKey,
  since: moment,
  before: z.strictObject({ keyId, publicKey }),
  signature,
  endorsement: signature,
}) satisfies z.ZodType<KeyChange>;

/** What is said, at the end of an export, of all the lines before: their number and their sha256. */
export const EXPORT_SEAL = z.strictObject({
  type: z.literal('waymark-export-seal'),
  lines: z.int().positive(),
  /** Over the lines, each followed by a line feed. */
  sha256: hex32,
  keyId,
  signature,
});

/** What the next signed head names this one by: sha256 of its canonical JSON, in hex. */
export function digestOf(head: SignedHead): string {
  return createHash('sha256').update(canonicalJson(head)).digest('hex');
}

/** So many bytes in base64, written in the one way in which they can be. */
function base64Of(length: number) {
  return z.base64().refine(
    (text) => {
      const bytes = Buffer.from(text, 'base64');
      return bytes.length === length && bytes.toString('base64') === text;
    },
    { error: `must be ${length} bytes in base64` },
  );
}
