import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { type Account, serverAccount } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import {
  type Cluster,
  type Credentials,
  clusterOf,
  here,
  prepareCluster,
  readCredentials,
  writeCredentials,
} from './cluster.js';
import { EmbeddedPostgresError } from './errors.js';
import { clearAway, runsIn } from './remains.js';
import { ServerLog } from './server-log.js';
import {
  gone,
  identify,
  isAlive,
  type ProcessIdentity,
  signal,
  until,
} from '../process/identity.js';

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  // nobody replicates from the embedded server
  wal_level: 'minimal',
  max_wal_senders: '0',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // errors are named, statements and what they carry are not
  log_min_error_statement: 'panic',
  cluster_name: 'waymark',
};

/** How to start the embedded server. */
export interface EmbeddedOptions {
  /** Settings of `postgresql.conf` beside ours, such as `{ fsync: 'off' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what takes long or is out of the ordinary, one line each. */
  readonly notice?: (line: string) => void;
}

/**
 * A PostgreSQL server of our own under a data dir. It runs in a process group of its own, so that
 * Ctrl-C and the end of this process leave it alone: `stop()` ends it, and the next `start` finds
 * one that was left behind by the file `postmaster.pid` and by our password.
 */
export class EmbeddedPostgres {
  private constructor(
    private readonly cluster: Cluster,
    private readonly credentials: Credentials,
    private readonly identity: ProcessIdentity,
  ) {}

  /**
   * Starts the server of `dataDir`, or takes over the one that runs there; made at the first use.
   * @throws EmbeddedPostgresError
   */
  static async start(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
    const notice = options.notice ?? (() => undefined);
    const account = await serverAccount();
    const binaries = await findBinaries(account);
    const cluster = clusterOf(dataDir);
    const credentials = await prepareCluster(dataDir, binaries, account);
    const server =
      (await adopt(cluster, credentials, notice)) ??
      (await launch(cluster, credentials, binaries, account, options));
    const embedded = new EmbeddedPostgres(cluster, server.credentials, server.identity);
    await embedded.prepareDatabase();
    return embedded;
  }

  /**
   * The server that another process started, waiting until it answers.
   * @throws EmbeddedPostgresError when it does not within half a minute.
   */
  static async attach(dataDir: string): Promise<EmbeddedPostgres> {
    const cluster = clusterOf(dataDir);
    let server: Running | undefined;
    const found = await until(async () => {
      const credentials = await readCredentials(cluster);
      server = credentials && (await adopt(cluster, credentials, () => undefined));
      return server !== undefined;
    }, 30_000);
    if (found && server) return new EmbeddedPostgres(cluster, server.credentials, server.identity);
    throw new EmbeddedPostgresError(`The PostgreSQL server of ${dataDir} does not answer.`);
  }

  /** Leads to the database `waymark` as its owner, who is no superuser. */
  get url(): string {
    const { password, port } = this.credentials;
    return `postgres://waymark:${password}@127.0.0.1:${port}/waymark`;
  }

  /** Leads to the database `postgres` as superuser: for tests and rescue. */
  get adminUrl(): string {
    return adminUrl(this.credentials);
  }

  get pid(): number {
    return this.identity.pid;
  }

  isRunning(): Promise<boolean> {
    return isAlive(this.identity);
  }

  /** Ends the server: open transactions are rolled back, everything is written. */
  async stop(): Promise<void> {
    await signal(this.identity, 'SIGINT');
    if (await gone(this.identity, 60_000)) return;
    await signal(this.identity, 'SIGQUIT');
    if (await gone(this.identity, 10_000)) return;
    throw new EmbeddedPostgresError(
      `PostgreSQL (process ${this.pid}, ${this.cluster.folder}) does not stop.`,
    );
  }

  private async prepareDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    try {
      const role = await client.query(`SELECT FROM pg_roles WHERE rolname = 'waymark'`);
      if (role.rowCount === 0) await client.query('CREATE ROLE waymark LOGIN CREATEROLE CREATEDB');
      const { password } = this.credentials;
      if (role.rowCount === 0) {
        await client.query(`ALTER ROLE waymark PASSWORD ${client.escapeLiteral(password)}`);
      }
      const database = await client.query(`SELECT FROM pg_database WHERE datname = 'waymark'`);
      if (database.rowCount === 0) await client.query('CREATE DATABASE waymark OWNER waymark');
    } finally {
      await client.end();
    }
  }
}

interface Running {
  readonly credentials: Credentials;
  readonly identity: ProcessIdentity;
}

function adminUrl({ adminPassword, port }: Credentials): string {
  return `postgres://postgres:${adminPassword}@127.0.0.1:${port}/postgres`;
}

/** Takes over a server that an earlier process left behind; undefined when there is none. */
async function adopt(
  cluster: Cluster,
  credentials: Credentials,
  notice: (line: string) => void,
): Promise<Running | undefined> {
  const pidFile = join(cluster.folder, 'postmaster.pid');
  const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
  const identity = await identify(Number(lines[0]) || -1);
  if (!identity || !(await runsIn(identity.pid, cluster.folder))) {
    await clearAway(cluster.folder, pidFile);
    return undefined;
  }
  const found = { ...credentials, port: Number(lines[3]) };
  notice('A PostgreSQL server that was left running is taken over.');
  const ready = await until(
    async () => !(await isAlive(identity)) || (await answers(found)),
    30_000,
  );
  if (ready && (await isAlive(identity))) {
    return { credentials: found, identity };
  }
  await signal(identity, 'SIGQUIT');
  if (!(await gone(identity, 10_000))) await signal(identity, 'SIGKILL');
  return undefined;
}

async function launch(
  cluster: Cluster,
  before: Credentials,
  binaries: Binaries,
  account: Account,
  options: EmbeddedOptions,
): Promise<Running> {
  const notice = options.notice ?? (() => undefined);
  for (let attempt = 1; ; attempt += 1) {
    const credentials = { ...before, port: await freePort(attempt === 1 ? before.port : 0) };
    await writeCredentials(cluster, credentials);
    const settings = { ...SETTINGS, ...options.settings, port: String(credentials.port) };
    const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const log = new ServerLog(`${cluster.folder}.log`);
    const child = spawn(binaries.postgres, ['-D', here(account, cluster.folder), ...flags], {
      cwd: cluster.folder,
      detached: true,
      stdio: ['ignore', log.descriptor, log.descriptor],
      ...account,
    });
    log.close();
    let failure: string | undefined;
    child.on('error', (error) => {
      failure = error.message;
    });
    child.on('exit', (code, by) => {
      failure ??= `it ended with ${by ?? code}`;
    });
    child.unref();
    const patience = setTimeout(() => notice('PostgreSQL is still starting (recovery?) …'), 5_000);
    await until(async () => failure !== undefined || (await answers(credentials)), 600_000);
    clearTimeout(patience);
    const identity = child.pid && failure === undefined ? await identify(child.pid) : undefined;
    if (identity) return { credentials, identity };
    const said = await log.said();
    const passing = /Address already in use|pre-existing shared memory block/.test(said);
    if (passing && attempt < 20) {
      await new Promise((resolve) => setTimeout(resolve, 250));
      continue;
    }
    const fatal = /^.*(FATAL|PANIC):.*$/m.exec(said)?.[0] ?? failure ?? 'no answer';
    throw new EmbeddedPostgresError(`PostgreSQL does not start: ${fatal} (more in ${log.file}).`);
  }
}

async function answers(credentials: Credentials): Promise<boolean> {
  const client = new pg.Client({
    connectionString: adminUrl(credentials),
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** `wanted` when nobody listens there, any free port otherwise. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
