import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { canonicalJson } from '../canonical.js';

/** What stands before the 32 bytes of a key. @source RFC 8410, section 10.3 */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The public half of a signing key. */
export interface PublicKey {
  /** The first 16 hex digits of sha256 over the 32 bytes of the key. */
  readonly keyId: string;
  /** Ed25519, 32 bytes in base64. */
  readonly publicKey: string;
}

/** A document that was signed: the signature is over the canonical JSON of all its other members. */
export interface Signed {
  readonly keyId: string;
  /** Ed25519, 64 bytes in base64. */
  readonly signature: string;
}

/** How one signing key followed another: both of them vouch for it. */
export interface KeyChange extends PublicKey, Signed {
  readonly type: 'waymark-signing-key';
  /** RFC 3339. */
  readonly since: string;
  /** The key that signed before. */
  readonly before: PublicKey;
  /** What `signature` is by the new key, this is by the key before: over the same text. */
  readonly endorsement: string;
}

/** What a signature is over: canonical JSON (RFC 8785) of the document without its signatures. */
export function signedText(document: object): Buffer {
  const { signature: _, endorsement: __, ...rest } = document as Partial<KeyChange>;
  return Buffer.from(canonicalJson(rest));
}

/** Public keys that are taken as right, by their ids; signatures of others prove nothing. */
export class TrustedKeys {
  private readonly keys = new Map<string, { readonly object: KeyObject; readonly raw: Buffer }>();

  /** Takes keys as right because whoever calls says so: 32 bytes each, in base64. */
  constructor(trusted: readonly string[]) {
    for (const key of trusted) this.add(key);
  }

  get all(): readonly PublicKey[] {
    return [...this.keys].map(([keyId, { raw }]) => ({ keyId, publicKey: raw.toString('base64') }));
  }

  /** Whether the key that a document names signed it; undefined when that key is not trusted. */
  signed(document: Signed): boolean | undefined {
    return this.by(document.keyId, document, document.signature);
  }

  /** Takes the keys as right that a trusted key handed over to, or took over from. Repeats until no more follow. */
  follow(changes: readonly KeyChange[]): void {
    for (let before = -1; before !== this.keys.size; ) {
      before = this.keys.size;
      for (const change of changes) {
        if (keyIdOf(change.publicKey) !== change.keyId) continue;
        if (this.by(change.before.keyId, change, change.endorsement)) this.add(change.publicKey);
        if (this.signed(change)) this.add(change.before.publicKey);
      }
    }
  }

  private by(keyId: string, document: object, signature: string): boolean | undefined {
    const key = this.keys.get(keyId);
    return key && verify(null, signedText(document), key.object, Buffer.from(signature, 'base64'));
  }

  private add(publicKey: string): void {
    const raw = Buffer.from(publicKey, 'base64');
    const object = createPublicKey({
      key: Buffer.concat([SPKI, raw]),
      format: 'der',
      type: 'spki',
    });
    this.keys.set(keyIdOf(publicKey), { object, raw });
  }
}

/** The key that this server signs heads with, and those it signed with before. */
export class SigningKeys {
  /** The public half of the present key. */
  readonly present: PublicKey;
  /** The present key and those before it. */
  readonly trusted: TrustedKeys;
  private readonly key: KeyObject;

  /**
   * @param seed 32 bytes of the present key: `headSeed` of the secrets
   * @param changes from the first key to the present one, oldest first
   */
  constructor(
    seed: Buffer,
    readonly changes: readonly KeyChange[] = [],
  ) {
    this.key = privateKey(seed);
    this.present = publicOf(this.key);
    const before = changes.flatMap((change) => [change.publicKey, change.before.publicKey]);
    this.trusted = new TrustedKeys([...before, this.present.publicKey]);
  }

  /** Signs a document, naming the present key. */
  sign<Document extends object>(document: Document): Document & Signed {
    const named = { ...document, keyId: this.present.keyId };
    return { ...named, signature: this.signature(named) };
  }

  /** The document by which the key of another seed takes over, vouched for by both. */
  handOver(seed: Buffer, since: string): KeyChange {
    const next = new SigningKeys(seed);
    const document = {
      type: 'waymark-signing-key' as const,
      ...next.present,
      since,
      before: this.present,
    };
    return { ...next.sign(document), endorsement: this.signature(document) };
  }

  private signature(document: object): string {
    return sign(null, signedText(document), this.key).toString('base64');
  }
}

/** The seed of the first key for heads, made from the signing key of the secrets file. */
export function firstSeed(signingKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', signingKey, '', 'waymark signed heads 1', 32));
}

/** The id of a public key of 32 bytes in base64. */
export function keyIdOf(publicKey: string): string {
  const raw = Buffer.from(publicKey, 'base64');
  return createHash('sha256').update(raw).digest('hex').slice(0, 16);
}

/** A public key as PEM, which other tools read. */
export function pemOf({ publicKey }: PublicKey): string {
  const der = Buffer.concat([SPKI, Buffer.from(publicKey, 'base64')]).toString('base64');
  return `-----BEGIN PUBLIC KEY-----\n${der}\n-----END PUBLIC KEY-----\n`;
}

/** The 32 bytes, in base64, of a public key given as base64 (raw or SPKI) or PEM; undefined when it is none. */
export function readPublicKey(text: string): string | undefined {
  const body = text.replace(/-----(BEGIN|END) PUBLIC KEY-----/g, '').replace(/\s/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(body)) return undefined;
  const bytes = Buffer.from(body, 'base64');
  if (bytes.length === 32) return bytes.toString('base64');
  const known = bytes.length === 44 && bytes.subarray(0, SPKI.length).equals(SPKI);
  return known ? bytes.subarray(SPKI.length).toString('base64') : undefined;
}

function privateKey(seed: Buffer): KeyObject {
  if (seed.length !== 32) throw new Error('A signing key is made of 32 bytes.');
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

function publicOf(key: KeyObject): PublicKey {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  const publicKey = der.subarray(SPKI.length).toString('base64');
  return { keyId: keyIdOf(publicKey), publicKey };
}
