import { randomBytes, randomUUID } from 'node:crypto';
import { chown, link, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readSecretFile } from './secret-files.js';

/** Keys that live outside the database; 32 bytes each. */
export interface Secrets {
  /** Wraps the keys under which texts of people are encrypted. */
  readonly masterKey: Buffer;
  /** Proves what this server issued (cursors, signatures). */
  readonly signingKey: Buffer;
  /** Signs heads of logs, once that key was changed; absent: one made from `signingKey` does. */
  readonly headKey?: Buffer | undefined;
  /** How each key that signs heads followed the one before it, oldest first: documents that both signed. */
  readonly headKeyChanges?: readonly unknown[] | undefined;
}

/** The file of secrets cannot be used; the message says what to do. */
export class SecretsError extends Error {
  readonly code = 'secrets';
}

const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, { error: 'must be 32 bytes in base64' });
const FILE = z.object({
  masterKey: key,
  signingKey: key,
  headKey: key.optional(),
  headKeyChanges: z.array(z.unknown()).optional(),
});

/**
 * Reads the secrets, and makes them when the file does not exist (mode 0600). Processes that start
 * together agree on one file.
 * @throws SecretsError when the file cannot be read or holds something else.
 */
export async function loadSecrets(file: string): Promise<Secrets> {
  const text = (await readIfThere(file)) ?? (await make(file));
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new SecretsError(`${file} is not JSON; put back the copy you kept of it.`);
  }
  const parsed = FILE.safeParse(content);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new SecretsError(`${file} does not hold Waymark's secrets (${faults.join('; ')}).`);
}

/**
 * The secrets of a Waymark that is there. None are made: new ones would pass for those that were meant.
 * @throws SecretsError when there is no such file, too
 */
export async function knownSecrets(file: string): Promise<Secrets> {
  if ((await readIfThere(file)) === undefined) {
    throw new SecretsError(
      `There is no ${file}. Set WAYMARK_SECRETS_FILE (or WAYMARK_DATA_DIR) as for the Waymark that is meant.`,
    );
  }
  return loadSecrets(file);
}

/**
 * Puts a new key for signing heads into the file of secrets; processes that run go on with the one
 * they started with.
 * @param change the document by which the new key follows the one before
 * @throws SecretsError when the file cannot be read or replaced
 */
export async function replaceHeadKey(file: string, headKey: Buffer, change: object): Promise<void> {
  const { headKeyChanges = [] } = await loadSecrets(file);
  const draft = `${file}.${randomUUID()}`;
  try {
    const content = {
      ...(JSON.parse(await readFile(file, 'utf8')) as object),
      headKey: headKey.toString('base64'),
      headKeyChanges: [...headKeyChanges, change],
    };
    const { uid, gid } = await stat(file);
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
    // run by root for a service of another account: the file stays that account's
    if (process.getuid?.() === 0) await chown(draft, uid, gid);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new SecretsError(`${file} cannot be replaced: ${(error as Error).message}`);
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return readSecretFile(file);
  } catch (error) {
    const { cause, message } = error as Error;
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SecretsError(message);
  }
}

async function make(file: string): Promise<string> {
  const fresh = {
    masterKey: randomBytes(32).toString('base64'),
    signingKey: randomBytes(32).toString('base64'),
  };
  const draft = `${file}.${randomUUID()}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    // a link never replaces: whoever comes second reads what the first one made
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  return readFile(file, 'utf8');
}
