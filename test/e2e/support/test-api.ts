import type { AddressInfo } from 'node:net';
import { Worker } from 'bullmq';
import { ensureAdministrator } from '#lib/access';
import {
  type Clock,
  createLogger,
  type Database,
  type Foundation,
  loadEnvironment,
  QueueBackend,
  systemClock,
} from '#lib/platform';
import { TreeProjector } from '#lib/projections';
import type { Records, WakeUp } from '#lib/recording';
import { createApi } from '../../../apps/api/src/create-api.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { Client } from './client.js';

export const ADMIN_KEY = 'the-administrator-key-of-a-test-run';

/** A real api on a database and a port of its own. */
export interface TestApi {
  readonly url: string;
  readonly testDatabase: TestDatabase;
  readonly database: Database;
  readonly foundation: Foundation;
  /** With the server administrator's key, in program `default`. */
  readonly admin: Client;
  /** A client of a new program of its own. */
  newProgram(id: string): Promise<Client>;
  stop(): Promise<void>;
}

/** Starts the api; nothing but the clock can differ from a running server. */
export async function startTestApi(options: { readonly clock?: Clock } = {}): Promise<TestApi> {
  const testDatabase = await startTestDatabase();
  const environment = loadEnvironment({
    WAYMARK_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    WAYMARK_ADMIN_KEY: ADMIN_KEY,
    PORT: '0',
  });
  const foundation: Foundation = {
    environment,
    databaseUrl: testDatabase.url,
    database: testDatabase.database,
    queue: QueueBackend.use({ databaseUrl: testDatabase.url }),
    secrets: { masterKey: Buffer.alloc(32, 7), signingKey: Buffer.alloc(32, 9) },
    logger: createLogger('api', environment),
    clock: options.clock ?? systemClock,
  };
  await ensureAdministrator(testDatabase.database, ADMIN_KEY);
  const api = await createApi(foundation);
  await api.app.listen(0, '127.0.0.1');
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const follower = followTree(foundation, api.records);
  const url = `http://127.0.0.1:${port}`;
  const admin = new Client(url, ADMIN_KEY);
  return {
    url,
    testDatabase,
    database: testDatabase.database,
    foundation,
    admin,
    newProgram: async (id) => {
      const { body } = await admin.post('/programs', { id, name: id });
      return new Client(url, (body as { key: string }).key);
    },
    stop: async () => {
      await follower.close();
      await api.stop();
      await testDatabase.close();
    },
  };
}

/** What the worker does for the tree: without it, rollups would wait. */
function followTree(foundation: Foundation, { log, catalogue }: Records): Worker<WakeUp> {
  const projector = new TreeProjector(foundation.database, log, catalogue);
  const worker = new Worker<WakeUp>(
    'standing',
    async ({ data }) => void (await projector.run(data.program)),
    foundation.queue.options,
  );
  worker.on('error', () => undefined);
  return worker;
}
