import { type KeyObject } from 'node:crypto';
import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { ERASED } from './append.js';
import { KeySession } from './key-session.js';
import { derived, Keyring, PROGRAM_SUBJECT, seal, subjectOfEmail, unseal } from './keyring.js';

/** Texts by name, sealed under the key of a subject. */
export interface Sealed {
  readonly subject: string;
  readonly sealed: Readonly<Record<string, string>>;
}

/**
 * Seals texts of people that lie outside the log under the same keys as those in it: destroying
 * the key of a subject erases both.
 */
export class Seals {
  private readonly underMaster: KeyObject;

  /** @param masterKey 32 bytes */
  constructor(
    masterKey: Buffer,
    private readonly ring: Keyring = new Keyring(masterKey),
  ) {
    this.underMaster = derived(masterKey, 'waymark outside 1');
  }

  /**
   * The texts in the form in which they are stored, under the same names; makes the key of the
   * subject when there is none.
   * @throws SubjectErased when the subject was erased
   */
  async seal(
    tx: Tx,
    program: ProgramId,
    subject: string,
    texts: Readonly<Record<string, string>>,
  ): Promise<Record<string, string>> {
    const keys = new KeySession(this.ring, program);
    await keys.require(tx, [subject]);
    const key = keys.get(subject);
    if (!key) throw new Error('The key of the subject was not loaded.');
    return mapped(texts, (text, name) => key.seal(text, placeOf(name)));
  }

  /** The texts in clear, row by row; `ERASED` stands where the key is gone or did not seal them. */
  async unseal(
    tx: Tx,
    program: ProgramId,
    rows: readonly Sealed[],
  ): Promise<Record<string, string>[]> {
    const keys = new KeySession(this.ring, program);
    await keys.load(
      tx,
      rows.map(({ subject }) => subject),
    );
    return rows.map(({ subject, sealed }) => {
      const key = keys.get(subject);
      return mapped(sealed, (text, name) => key?.unseal(text, placeOf(name)) ?? ERASED);
    });
  }

  /**
   * The subject of an e-mail address in the program, whatever its case; a UUID that does not tell
   * the address. Owners in the log are sealed under its key.
   */
  async mailSubject(tx: Tx, program: ProgramId, email: string): Promise<string> {
    const keys = new KeySession(this.ring, program);
    await keys.require(tx, [PROGRAM_SUBJECT]);
    const key = keys.get(PROGRAM_SUBJECT);
    if (!key) throw new Error('The key of the program was not loaded.');
    return subjectOfEmail(key, email);
  }

  /** Seals what belongs to nobody who could be erased. `place` must be named again to unseal. */
  sealUnderMaster(content: string | Buffer, place: string): Buffer {
    return seal(this.underMaster, Buffer.from(content as string), place);
  }

  /** The text; undefined when this server did not seal it, or not for this place. */
  unsealUnderMaster(sealed: Buffer, place: string): string | undefined {
    return this.unsealBytesUnderMaster(sealed, place)?.toString();
  }

  /** The bytes; undefined when this server did not seal them, or not for this place. */
  unsealBytesUnderMaster(sealed: Buffer, place: string): Buffer | undefined {
    return unseal(this.underMaster, sealed, place);
  }
}

function placeOf(name: string): string {
  return `outside ${name}`;
}

function mapped(
  texts: Readonly<Record<string, string>>,
  change: (text: string, name: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, change(text, name)]),
  );
}
