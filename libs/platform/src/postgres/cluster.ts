import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chown,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { EmbeddedPostgresError } from './errors.js';

/** What lets us in, kept with mode 0600 in `postgres.json` of the data dir. */
export interface Credentials {
  /** Of the superuser `postgres`. */
  readonly adminPassword: string;
  /** Of `waymark`, who owns the database and is no superuser. */
  readonly password: string;
  /** The port of the last start; taken again when it is free. */
  readonly port: number;
}

/** The files of the embedded server. */
export interface Cluster {
  /** The folder that PostgreSQL calls its data directory. */
  readonly folder: string;
  readonly credentialsFile: string;
}

/** The cluster that belongs to a data dir. */
export function clusterOf(dataDir: string): Cluster {
  return { folder: join(dataDir, 'postgres'), credentialsFile: join(dataDir, 'postgres.json') };
}

/**
 * How to name the working directory to a program that may not walk there from the root: root starts
 * it inside, where another user cannot come by the path (/root has mode 0700).
 */
export function here(account: Account, folder: string): string {
  return account && process.platform === 'linux' ? '/proc/self/cwd' : folder;
}

/**
 * Makes the cluster unless it exists, whole or not at all; answers what lets us in.
 * @throws EmbeddedPostgresError for data of another major version or user, or lost credentials.
 */
export async function prepareCluster(
  dataDir: string,
  binaries: Binaries,
  account: Account,
): Promise<Credentials> {
  const cluster = clusterOf(dataDir);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readCredentials(cluster);
  if (existsSync(cluster.folder)) {
    await checkVersion(cluster, binaries);
    await own(cluster.folder, account);
    if (kept) return kept;
    throw new EmbeddedPostgresError(
      `${cluster.credentialsFile} is missing, and with it the password of the database beside it: put it back from a copy.`,
    );
  }
  const secret = () => randomBytes(24).toString('base64url');
  const credentials = kept ?? { adminPassword: secret(), password: secret(), port: 0 };
  await writeCredentials(cluster, credentials);
  await initialise(cluster, binaries, account, credentials);
  return credentials;
}

/** Replaces the credentials file in one step. */
export async function writeCredentials(cluster: Cluster, credentials: Credentials): Promise<void> {
  const draft = `${cluster.credentialsFile}.new`;
  await writeFile(draft, `${JSON.stringify(credentials, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(draft, cluster.credentialsFile);
}

/** What lets us in; undefined when the data dir has no cluster yet. */
export async function readCredentials(cluster: Cluster): Promise<Credentials | undefined> {
  try {
    return JSON.parse(await readFile(cluster.credentialsFile, 'utf8')) as Credentials;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    const advice =
      code === 'EACCES'
        ? 'start Waymark as the user who started it before'
        : 'put it back from a copy';
    throw new EmbeddedPostgresError(
      `${cluster.credentialsFile} cannot be read (${message}): ${advice}.`,
    );
  }
}

async function checkVersion(cluster: Cluster, binaries: Binaries): Promise<void> {
  const file = join(cluster.folder, 'PG_VERSION');
  const found = (await readFile(file, 'utf8').catch(() => 'an unknown version')).trim();
  if (found === binaries.major) return;
  throw new EmbeddedPostgresError(
    `${cluster.folder} holds data of PostgreSQL ${found}, and this Waymark runs PostgreSQL ${binaries.major}: export the log with the Waymark that wrote it and import it into a new WAYMARK_DATA_DIR.`,
  );
}

async function own(folder: string, account: Account): Promise<void> {
  const { uid } = await stat(folder);
  if (!account) {
    if (process.getuid === undefined || uid === process.getuid()) return;
    throw new EmbeddedPostgresError(
      `${folder} belongs to another user (uid ${uid}): start Waymark as the user who started it before.`,
    );
  }
  if (uid === account.uid) return;
  // restored from a copy, or started before as an ordinary user
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await chown(folder, account.uid, account.gid);
}

async function initialise(
  cluster: Cluster,
  binaries: Binaries,
  account: Account,
  credentials: Credentials,
): Promise<void> {
  const draft = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, `${credentials.adminPassword}\n`, { mode: 0o600 });
  if (account) {
    await chown(draft, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const password = await open(passwordFile, 'r');
  const flags = [
    `--pgdata=${here(account, draft)}`,
    `--pwfile=${account ? '/dev/fd/3' : passwordFile}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-instructions',
  ];
  const child = spawn(binaries.initdb, flags, {
    cwd: draft,
    stdio: ['ignore', 'pipe', 'pipe', password.fd],
    ...account,
  });
  let said = '';
  child.stdout?.resume();
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const failure = await new Promise<string | undefined>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code) => resolve(code === 0 ? undefined : said.trim() || `exit ${code}`));
  });
  await password.close();
  await rm(passwordFile, { force: true });
  if (failure !== undefined) {
    throw new EmbeddedPostgresError(`PostgreSQL could not prepare ${cluster.folder}: ${failure}`);
  }
  await rename(draft, cluster.folder);
}
