import { z } from 'zod';
import { InstantText } from './dates.js';
import { listOf } from './lists.js';

const Hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'sha256 in hex' });
const KeyId = z
  .string()
  .meta({ description: 'The first 16 hex digits of sha256 over the public key' });
const Signature = z.string().meta({
  description: 'Ed25519 in base64, over the canonical JSON (RFC 8785) of all other members',
});
const PublicKey = z.string().meta({ description: 'Ed25519: 32 bytes in base64' });

/** The head of a log as it was signed. */
export const SignedHeadView = z
  .object({
    type: z.literal('waymark-signed-head'),
    program: z.string(),
    number: z.number().int().min(1),
    position: z.number().int().min(1),
    hash: Hash,
    recordedAt: InstantText,
    signedAt: InstantText,
    previous: Hash.nullable().meta({
      description: 'sha256 of the canonical JSON of the signed head before; null for the first',
    }),
    afresh: z.literal(true).optional().meta({
      description: 'An operator took the log as it stood; heads signed before count no more',
    }),
    keyId: KeyId,
    signature: Signature,
  })
  .meta({ id: 'SignedHead' });

export const SignedHeadsView = listOf(SignedHeadView).meta({ id: 'SignedHeads' });

/** The public keys of the server, the present one first. */
export const SigningKeysView = z
  .object({
    items: z.array(
      z.object({
        keyId: KeyId,
        publicKey: PublicKey,
        pem: z.string(),
        current: z.boolean(),
      }),
    ),
    changes: z.array(
      z.object({
        type: z.literal('waymark-signing-key'),
        keyId: KeyId,
        publicKey: PublicKey,
        since: InstantText,
        before: z.object({ keyId: KeyId, publicKey: PublicKey }),
        signature: Signature,
        endorsement: z.string().meta({ description: 'The same by the key before' }),
      }),
    ),
  })
  .meta({ id: 'SigningKeys' });

/** What verification found. */
export const VerificationView = z
  .object({
    ok: z.boolean(),
    length: z.number().int().min(0).meta({ description: 'How many events were found sound' }),
    head: z.string(),
    firstBroken: z.number().int().min(1).optional(),
    findings: z.array(
      z.object({
        kind: z.enum([
          'hash',
          'order',
          'gap',
          'cut',
          'extra',
          'fork',
          'signature',
          'heads',
          'form',
        ]),
        says: z.string(),
        position: z.number().int().min(1).optional(),
        event: z.string().optional(),
      }),
    ),
    signed: z.object({
      heads: z.number().int().min(0),
      upTo: z.number().int().min(0).meta({
        description: 'Up to where signed heads prove that nothing was changed since',
      }),
      newest: SignedHeadView.nullable(),
    }),
  })
  .meta({ id: 'Verification' });

export const ExportQuery = z.strictObject({
  keys: z.enum(['all', 'none']).default('all').meta({
    description:
      '`all`: with the keys of its texts, which takes the permission `transfer`; `none`: without, so that it can be verified and its texts not be read.',
  }),
});
