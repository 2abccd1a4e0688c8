import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { SecretsMismatch } from './errors.js';

const IV = 12;
const TAG = 16;
const KEY = 32;
/** How long a key that was destroyed elsewhere may still be used here. */
const KEPT_MS = 30_000;
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

  /** The keys of a program for the length of one transaction. */
  session(program: ProgramId): KeySession {
    return new KeySession(this, program);
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

  /** Forgets the keys of a program that are at hand. */
  forget(program: ProgramId): void {
    for (const name of this.kept.keys()) if (name.startsWith(`${program} `)) this.kept.delete(name);
  }
}

/** Keys within one transaction: those it makes are shared with others only once it is committed. */
export class KeySession {
  private readonly keys = new Map<string, SubjectKey>();
  private readonly fresh: SubjectKey[] = [];

  constructor(
    private readonly ring: Keyring,
    private readonly program: ProgramId,
  ) {}

  /** The key, when it is loaded and was not destroyed. */
  get(subject: string): SubjectKey | undefined {
    return this.keys.get(subject);
  }

  /** Loads the keys that exist. */
  async load(tx: Tx, subjects: Iterable<string>): Promise<void> {
    const wanted: string[] = [];
    for (const subject of new Set(subjects)) {
      if (this.keys.has(subject)) continue;
      const kept = this.ring.recall(this.program, subject);
      if (kept) this.keys.set(subject, kept);
      else wanted.push(subject);
    }
    if (wanted.length === 0) return;
    const rows = await tx.query<{ subject: string; wrapped: Buffer }>(
      'SELECT subject, wrapped FROM subject_key WHERE program_id = $1 AND subject = ANY($2::uuid[])',
      [this.program, wanted],
    );
    for (const row of rows) {
      const key = this.ring.unwrap(this.program, row.subject, row.wrapped);
      this.keys.set(row.subject, key);
      this.ring.keep(this.program, key);
    }
  }

  /** Loads the keys, and makes those that do not exist. Needs the head's lock. */
  async require(tx: Tx, subjects: Iterable<string>): Promise<void> {
    const all = [...new Set(subjects)];
    await this.load(tx, all);
    const made = all
      .filter((subject) => !this.keys.has(subject))
      .map((subject) => new SubjectKey(subject, randomBytes(KEY)));
    if (made.length === 0) return;
    await insertKeys(tx, this.program, this.ring, made);
    for (const key of made) this.keys.set(key.subject, key);
    this.fresh.push(...made);
  }

  /** To be called once the transaction is committed. */
  committed(): void {
    for (const key of this.fresh) this.ring.keep(this.program, key);
  }
}

/** Writes keys, wrapped. */
export async function insertKeys(
  tx: Tx,
  program: ProgramId,
  ring: Keyring,
  keys: readonly SubjectKey[],
): Promise<void> {
  await tx.query(
    `INSERT INTO subject_key (program_id, subject, wrapped)
     SELECT $1, subject, wrapped FROM unnest($2::uuid[], $3::bytea[]) AS made (subject, wrapped)`,
    [program, keys.map((key) => key.subject), keys.map((key) => ring.wrap(program, key))],
  );
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

function derived(secret: Buffer, purpose: string): KeyObject {
  return createSecretKey(createHmac('sha256', secret).update(purpose).digest());
}

function seal(key: Buffer | KeyObject, clear: Buffer, place: string): Buffer {
  const iv = nonce();
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const body = cipher.update(clear);
  cipher.final();
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer | KeyObject, sealed: Buffer, place: string): Buffer | undefined {
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
