import { mkdtemp, readdir, readFile, readlink, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { DataDirLock, EmbeddedPostgres, migrate } from '../../libs/platform/src/index.js';
import { PARTITIONS, partitioning } from './partitioned.js';
import { RedisServer } from './redis-server.js';
import { TEMPLATE, urlFor } from './template.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where spec files ask for the servers of this run; each is started when first asked for. */
    readonly servers: string;
    /** Where they may leave files: it goes with the run. */
    readonly folder: string;
  }
}

interface Started {
  readonly answer: string;
  readonly stop: () => Promise<void>;
}

/** One PostgreSQL 18 (and one Redis) for a whole run of vitest, started by the first spec that needs it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = new Map<string, Promise<Started>>();
  const starters: Readonly<Record<string, () => Promise<Started>>> = {
    '/postgres': startPostgres,
    '/redis': startRedis,
  };
  const gate = createServer((request, response) => {
    const path = request.url ?? '';
    const starter = starters[path];
    if (!starter) return void response.writeHead(404).end();
    const server = started.get(path) ?? starter();
    started.set(path, server);
    server.then(
      ({ answer }) => response.end(answer),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  project.provide('servers', `http://127.0.0.1:${(gate.address() as AddressInfo).port}`);
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  project.provide('folder', folder);
  return async () => {
    gate.close();
    for (const server of started.values()) await server.then((one) => one.stop()).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
}

const PREFIX = 'waymark-test-';
const OLD_MS = 30 * 60_000;

/** Ends the servers of runs that were killed and could not do it themselves. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const folder = join(tmpdir(), name);
    const made = await stat(folder).catch(() => undefined);
    if (!name.startsWith(PREFIX) || !made || Date.now() - made.ctimeMs < OLD_MS) continue;
    const lock = await DataDirLock.take(folder).catch(() => undefined);
    if (!lock) continue;
    const cluster = join(folder, 'postgres');
    const pid = Number.parseInt(
      await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => ''),
      10,
    );
    const runsThere = (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === cluster;
    if (runsThere) process.kill(pid, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

async function startPostgres(): Promise<Started> {
  await sweep();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  const lock = await DataDirLock.take(folder);
  // TEST_FSYNC=off trades the fidelity of commits for speed
  const fsync = process.env.TEST_FSYNC === 'off' ? 'off' : 'on';
  const postgres = await EmbeddedPostgres.start(folder, {
    settings: { fsync, max_connections: '300' },
  });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  await owner.query(`CREATE DATABASE ${TEMPLATE}`);
  await owner.end();
  const migrating = () => migrate(urlFor(postgres.url, TEMPLATE));
  await (PARTITIONS ? partitioning(PARTITIONS, migrating) : migrating());
  return {
    answer: JSON.stringify({ url: postgres.url, adminUrl: postgres.adminUrl }),
    stop: async () => {
      await postgres.stop();
      await lock.release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(): Promise<Started> {
  const redis = await RedisServer.start();
  return { answer: redis.url, stop: () => redis.stop() };
}
