import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { stringify } from 'yaml';

/** Writes how people sign in, as an operator would. @returns the file */
export async function signInFile(settings: unknown): Promise<string> {
  const file = join(await mkdtemp(join(inject('folder'), 'sign-in-')), 'sign-in.yaml');
  const text = typeof settings === 'string' ? settings : stringify(settings);
  await writeFile(file, text, { mode: 0o600 });
  return file;
}
