import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';

/** Where container runtimes mount secrets, readable by all, in a file system only the container sees. */
const MOUNTED = ['/run/secrets/', '/var/run/secrets/'];
const LARGEST = 1024 * 1024;

/**
 * What a file holds that only its owner (and group) may read.
 * @throws Error that says what to do when it is missing, too large, or open to other users
 */
export function readSecretFile(file: string): string {
  let opened: number | undefined;
  try {
    opened = openSync(file, 'r');
    const found = fstatSync(opened);
    if (!found.isFile() || found.size > LARGEST) throw new Error('it is not a small file');
    const mounted = MOUNTED.some((place) => file.startsWith(place));
    if ((found.mode & 0o006) !== 0 && process.platform !== 'win32' && !mounted) {
      throw new Error(`it is open to other users of this machine; end that with chmod 600 ${file}`);
    }
    return readFileSync(opened, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}`, { cause: error });
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}

/**
 * The variables with those that were given as the name of a file (`NAME_FILE`) read from it; a line
 * end at its end is not part of the value.
 * @param names which may be given so
 * @param faults takes a line for each that cannot be read, or is given both ways
 */
export function withSecretFiles(
  given: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  faults: string[],
): Readonly<Record<string, string | undefined>> {
  const variables = { ...given };
  for (const name of names) {
    const file = given[`${name}_FILE`];
    delete variables[`${name}_FILE`];
    if (!file) continue;
    if (given[name]) {
      faults.push(`${name} and ${name}_FILE are both given: leave one of them out.`);
      continue;
    }
    try {
      const text = readSecretFile(file).replace(/\r?\n$/, '');
      if (text === '') faults.push(`${name}_FILE names a file that is empty: ${file}.`);
      else variables[name] = text;
    } catch (error) {
      faults.push(`${name}_FILE: ${(error as Error).message}.`);
    }
  }
  return variables;
}
