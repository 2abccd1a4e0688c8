import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EnvironmentError, loadEnvironment, SECRET_VARIABLES } from './environment.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-secret-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function secret(text: string, mode = 0o600): Promise<string> {
  const file = join(folder, `secret-${mode}`);
  await writeFile(file, text);
  await chmod(file, mode);
  return file;
}

function faults(variables: Record<string, string>): readonly string[] {
  try {
    loadEnvironment(variables);
  } catch (error) {
    return (error as EnvironmentError).faults;
  }
  return [];
}

const VALUES = {
  DATABASE_URL: 'postgres://me:hush@there/waymark',
  REDIS_URL: 'redis://:hush@there:6379',
  WAYMARK_HEADS_URL: 'https://heads.example/hush',
  WAYMARK_ADMIN_KEY: 'a-key-that-nobody-else-can-know-1234',
  WAYMARK_SMTP_URL: 'smtps://me:hush@mail.example:465',
} as Readonly<Record<string, string>>;

/** A mail server needs to be told whom mails are from. */
const MAIL = { WAYMARK_MAIL_FROM: 'Waymark <waymark@contoso.example>' };

describe('a secret of the environment', () => {
  test.each(SECRET_VARIABLES)('can lie in a file: %s_FILE', async (name) => {
    const file = await secret(`${VALUES[name]}\n`);
    const read = loadEnvironment({ ...MAIL, [`${name}_FILE`]: file });
    const { databaseUrl, redisUrl, adminKey, headsUrl, smtpUrl } = read;
    expect([databaseUrl, redisUrl, adminKey, headsUrl, smtpUrl]).toContain(VALUES[name]);
  });

  test.each(SECRET_VARIABLES)('is not given both ways: %s', async (name) => {
    const file = await secret(VALUES[name] as string);
    expect(faults({ ...MAIL, [name]: VALUES[name] as string, [`${name}_FILE`]: file })).toEqual([
      `${name} and ${name}_FILE are both given: leave one of them out.`,
    ]);
  });

  test('is not read from a file that other users may read or write', async () => {
    for (const mode of [0o604, 0o602, 0o666]) {
      const [fault] = faults({ REDIS_URL_FILE: await secret('redis://there', mode) });
      expect(fault).toMatch(/^REDIS_URL_FILE: .*open to other users.*chmod 600 .*\.$/);
    }
    expect(faults({ REDIS_URL_FILE: await secret('redis://there', 0o640) })).toEqual([]);
  });

  test('is missed when its file is not there, or holds nothing', async () => {
    expect(faults({ DATABASE_URL_FILE: join(folder, 'nothing') })[0]).toMatch(/cannot be read/);
    expect(faults({ DATABASE_URL_FILE: folder })[0]).toMatch(/not a small file/);
    expect(faults({ DATABASE_URL_FILE: await secret('\n') })[0]).toMatch(/is empty/);
  });

  test('is checked like one that is given directly, and never repeated in a fault', async () => {
    const found = faults({ WAYMARK_ADMIN_KEY_FILE: await secret('hush-hush') });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^WAYMARK_ADMIN_KEY must have 32 characters or more/);
    expect(found[0]).not.toContain('hush');
  });

  test('counts as not given when its file has no name', () => {
    expect(faults({ DATABASE_URL_FILE: '', DATABASE_URL: VALUES.DATABASE_URL as string })).toEqual(
      [],
    );
  });
});
