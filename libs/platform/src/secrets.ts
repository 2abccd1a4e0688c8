import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { readSecretFile } from './secret-files.js';

/** Keys that live outside the database; 32 bytes each. */
export interface Secrets {
  /** Wraps the keys under which texts of people are encrypted. */
  readonly masterKey: Buffer;
  /** Proves what this server issued (cursors, signatures). */
  readonly signingKey: Buffer;
}

/** The file of secrets cannot be used; the message says what to do. */
export class SecretsError extends Error {
  readonly code = 'secrets';
}

const key = z
  .base64()
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((bytes) => bytes.length === 32, { error: 'must be 32 bytes in base64' });
const FILE = z.object({ masterKey: key, signingKey: key });

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
