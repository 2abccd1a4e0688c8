import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { ProgramId } from '#lib/domain';
import { SecretsMismatch } from './errors.js';

const IV = 12;
const TAG = 16;
/** The length of a key, in bytes. */
export const KEY = 32;
/** How long a key that was destroyed elsewhere may still be used here, should the news of it be lost. */
const KEPT_MS = 5_000;
const KEPT_AT_MOST = 10_000;

/** The subject whose key belongs to the program itself: it turns e-mail addresses into subjects. */
export const PROGRAM_SUBJECT = '00000000-0000-0000-0000-000000000000';

/** The key of one author or subject; destroying it erases what it sealed. */
export class SubjectKey {
  private readonly sealing: KeyObject;
  private readonly digesting: KeyObject;
  private actor: { readonly name: string; readonly sealed: string } | undefined;

  constructor(
    readonly subject: string,
    /** 32 bytes. */
    readonly secret: Buffer,
  ) {
    this.sealing = derived(secret, 'waymark seal 1');
    this.digesting = derived(secret, 'waymark digest 1');
  }

  /** AES-256-GCM; base64url of nonce, tag and ciphertext. `place` must be named again to unseal. */
  seal(text: string, place: string): string {
    return seal(this.sealing, Buffer.from(text), `${place} ${this.subject}`).toString('base64url');
  }

  /** The text; undefined when this key did not seal it, or not for this place. */
  unseal(sealed: string, place: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    return unseal(this.sealing, bytes, `${place} ${this.subject}`)?.toString();
  }

  /** The sealed name of an actor; the same one again while the name stays the same. */
  sealActor(name: string): string {
    if (this.actor?.name !== name) this.actor = { name, sealed: this.seal(name, 'actor') };
    return this.actor.sealed;
  }

  /** The name of an actor; undefined when this key did not seal it. */
  unsealActor(sealed: string): string | undefined {
    if (this.actor?.sealed === sealed) return this.actor.name;
    const name = this.unseal(sealed, 'actor');
    if (name !== undefined) this.actor = { name, sealed };
    return name;
  }

  /** HMAC-SHA256: whether two contents are the same, without telling what they are. */
  digest(content: string | Buffer): Buffer {
    return createHmac('sha256', this.digesting).update(content).digest();
  }
}

/** The subject of an e-mail address in a program, whatever its case: a UUID that does not tell the address. */
export function subjectOfEmail(programKey: SubjectKey, email: string): string {
  const bytes = programKey.digest(`email ${email.trim().toLowerCase()}`);
  bytes[6] = 0x80 | ((bytes[6] as number) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** Opens and makes the keys of subjects; keeps those in use at hand for a short while. */
export class Keyring {
  private readonly kept = new Map<string, { readonly key: SubjectKey; readonly until: number }>();

  /** @param masterKey 32 bytes */
  constructor(private readonly masterKey: Buffer) {
    if (masterKey.length !== KEY) throw new Error('The master key must have 32 bytes.');
  }

  /** The form in which a key lies in the database. */
  wrap(program: ProgramId, key: SubjectKey): Buffer {
    return seal(this.masterKey, key.secret, `${program} ${key.subject}`);
  }

  /** @throws SecretsMismatch when the master key did not wrap it */
  unwrap(program: ProgramId, subject: string, wrapped: Buffer): SubjectKey {
    const secret = unseal(this.masterKey, wrapped, `${program} ${subject}`);
    if (secret === undefined) throw new SecretsMismatch();
    return new SubjectKey(subject, secret);
  }

  recall(program: ProgramId, subject: string): SubjectKey | undefined {
    const found = this.kept.get(`${program} ${subject}`);
    return found && found.until > performance.now() ? found.key : undefined;
  }

  keep(program: ProgramId, key: SubjectKey): void {
    if (this.kept.size >= KEPT_AT_MOST) this.kept.clear();
    this.kept.set(`${program} ${key.subject}`, { key, until: performance.now() + KEPT_MS });
  }

  /** Forgets the keys that are at hand, of one program or of all. */
  forget(program?: ProgramId): void {
    if (program === undefined) return this.kept.clear();
    for (const name of this.kept.keys()) if (name.startsWith(`${program} `)) this.kept.delete(name);
  }
}

const nonces = { pool: Buffer.alloc(0), used: 0 };

/** 12 bytes of a pool, since asking the system for each nonce costs more than sealing a text. */
function nonce(): Buffer {
  if (nonces.used + IV > nonces.pool.length) {
    nonces.pool = randomBytes(IV * 512);
    nonces.used = 0;
  }
  nonces.used += IV;
  return nonces.pool.subarray(nonces.used - IV, nonces.used);
}

/** A key for one purpose. */
export function derived(secret: Buffer, purpose: string): KeyObject {
  return createSecretKey(createHmac('sha256', secret).update(purpose).digest());
}

/** AES-256-GCM; nonce, tag and ciphertext. */
export function seal(key: Buffer | KeyObject, clear: Buffer, place: string): Buffer {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = cipher.update(clear);
  cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** What `seal` sealed for this place; undefined when this key did not. */
export function unseal(key: Buffer | KeyObject, sealed: Buffer, place: string): Buffer | undefined {
  if (sealed.length < IV + TAG) return undefined;
  const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV), {
    authTagLength: TAG,
  }).setAAD(Buffer.from(place));
  opening.setAuthTag(sealed.subarray(IV, IV + TAG));
  const clear = opening.update(sealed.subarray(IV + TAG));
  try {
    opening.final();
    return clear;
  } catch {
    return undefined;
  }
}
