import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ensureAdministrator } from '#lib/access';
import { adviceReached } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import {
  type Clock,
  createLogger,
  type Database,
  type Foundation,
  loadEnvironment,
  QueueBackend,
  systemClock,
} from '#lib/platform';
import type { Records } from '#lib/recording';
import { type Api, createApi } from '../../../apps/api/src/create-api.js';
import { SERVER_LIMITS, type ServerLimits } from '../../../apps/api/src/http/server.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { Client } from './client.js';
import { eventually } from './eventually.js';

export const ADMIN_KEY = 'the-administrator-key-of-a-test-run';

/** A real api and worker on a database and a port of their own. */
export interface TestApi {
  readonly url: string;
  readonly testDatabase: TestDatabase;
  readonly database: Database;
  readonly foundation: Foundation;
  readonly records: Records;
  /** Every route that is served. */
  readonly routes: Api['routes'];
  /** With the server administrator's key, in program `default`. */
  readonly admin: Client;
  /** A client of a new program of its own. */
  newProgram(id: string): Promise<Client>;
  /** Resolves once the worker has advised on everything a program has recorded by now. */
  advised(program: string, patienceMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the api; nothing but the clock can differ from a running server. */
export async function startTestApi(
  options: {
    readonly clock?: Clock;
    /** False: nobody serves the queues. */
    readonly worker?: boolean;
    /** Where its queues are; else in its database. */
    readonly redisUrl?: string;
    /** Collects the lines of the api's log. */
    readonly log?: string[];
    /** Beside what every test has. */
    readonly variables?: Readonly<Record<string, string>>;
    /** Less than is granted elsewhere. */
    readonly limits?: Partial<ServerLimits>;
  } = {},
): Promise<TestApi> {
  const testDatabase = await startTestDatabase();
  const environment = loadEnvironment({
    WAYMARK_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    WAYMARK_ADMIN_KEY: ADMIN_KEY,
    WAYMARK_HEADS_FILE: testDatabase.headsFile,
    WAYMARK_ERASURES_FILE: testDatabase.erasuresFile,
    PORT: '0',
    ...options.variables,
  });
  const foundation: Foundation = {
    environment,
    databaseUrl: testDatabase.url,
    database: testDatabase.database,
    queue: QueueBackend.use({
      databaseUrl: testDatabase.url,
      ...(options.redisUrl ? { redisUrl: options.redisUrl, prefix: `{${randomUUID()}}` } : {}),
    }),
    secrets: { masterKey: Buffer.alloc(32, 7), signingKey: Buffer.alloc(32, 9) },
    logger: options.log
      ? createLogger(
          'api',
          { logLevel: options.variables?.WAYMARK_LOG_LEVEL ? environment.logLevel : 'info' },
          { write: (line) => void options.log?.push(line) },
        )
      : createLogger('api', environment),
    clock: options.clock ?? systemClock,
  };
  await ensureAdministrator(testDatabase.database, ADMIN_KEY);
  const api = await createApi(foundation, { ...SERVER_LIMITS, ...options.limits });
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const worker = options.worker === false ? undefined : await createWorker(foundation);
  const url = `http://127.0.0.1:${port}`;
  const admin = new Client(url, ADMIN_KEY);
  return {
    url,
    testDatabase,
    database: testDatabase.database,
    foundation,
    records: api.records,
    routes: api.routes,
    admin,
    newProgram: async (id) => {
      const { body } = await admin.post('/programs', { id, name: id });
      return new Client(url, (body as { key: string }).key);
    },
    advised: async (program, patienceMs) => {
      const id = program as ProgramId;
      const { database } = testDatabase;
      const head = await database.inProgram(id, (tx) => api.records.log.head(tx, id));
      await eventually(async () => {
        const reached = await database.inProgram(id, (tx) => adviceReached(tx, id));
        return reached.position >= head.position || undefined;
      }, patienceMs);
    },
    stop: async () => {
      await worker?.stop();
      await api.stop();
      await testDatabase.close();
    },
  };
}
