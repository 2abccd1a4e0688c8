import type { AddressInfo } from 'node:net';
import { ensureAdministrator } from '#lib/access';
import { adviceReached } from '#lib/advice';
import type { ProgramId } from '#lib/domain';
import {
  createLogger,
  Database,
  type Foundation,
  loadEnvironment,
  QueueBackend,
  systemClock,
} from '#lib/platform';
import type { Records } from '#lib/recording';
import { createApi } from '../../../apps/api/src/create-api.js';
import { createWorker } from '../../../apps/worker/src/create-worker.js';
import { Client } from '../../e2e/support/client.js';
import { type Document, inOrder, type RouteObject, routesOf } from '../../e2e/support/document.js';
import { eventually } from '../../e2e/support/eventually.js';
import { tellStory } from '../../e2e/support/story.js';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { PATHS, SCIM_ROUTES } from './by-hand.js';
import { MarkedProgram } from './program.js';
import { examplesOf, type Request } from './requests.js';
import { idsIn, rowsOf } from './rows.js';

const ADMIN_KEY = 'the-administrator-key-of-two-programs';

/** A program that has been lived in. */
export interface Lived {
  readonly client: MarkedProgram;
  readonly program: ProgramId;
  /** An example of the document in the words and ids of this program. */
  words(text: string): string;
  /** The same without its secret: as somebody would write it who has come to know the ids. */
  named(text: string): string;
}

/** An api over one connection, a worker over two, and two programs whose every id and text differ. */
export interface TwoPrograms {
  readonly url: string;
  readonly db: TestDatabase;
  readonly database: Database;
  readonly foundation: Foundation;
  readonly records: Records;
  readonly admin: Client;
  readonly document: Document;
  readonly routes: readonly RouteObject[];
  readonly ours: Lived;
  readonly theirs: Lived;
  /** Examples that did not run there, a line each. */
  readonly failed: readonly string[];
  /** Whatever ids rows of theirs hold and rows of ours do not. */
  foreignIds(): Promise<ReadonlySet<string>>;
  /** Resolves once the worker has nothing more to do for a program. */
  settled(program: ProgramId): Promise<void>;
  stop(): Promise<void>;
}

/** What they do not do before the walk, and why. */
const NOT_LIVED: Readonly<Record<string, RegExp>> = {
  'never ends by itself': /^GET \/api\/v1\/stream$/,
  'needs an empty program': /^POST \/api\/v1\/log\/import$/,
  'needs the server’s administrator': /^POST \/api\/v1\/programs$/,
  'needs the program default': /^\w+ \/api\/v1\/demo/,
  'needs a browser, a person and a password': /^\w+ (\/api\/v1)?\/(session|sign-in)/,
  'is about a head that was signed before': /^POST \/api\/v1\/log\/heads$/,
  'somebody else has to do it': /^POST \/api\/v1\/proposals\/\{id\}\/approval$/,
  'leaves nobody to look for': /^DELETE \/scim\//,
  'would take away the words that are looked for': /^POST \/api\/v1\/erasures$/,
};

/**
 * Starts both. Every example of the document runs in the second program, so that it has rows
 * wherever rows can be, and all of its ids lead somewhere.
 * @param wrap what the server works with in place of its database
 */
export async function startTwoPrograms(
  wrap: (database: Database) => Database = (database) => database,
): Promise<TwoPrograms> {
  const db = await startTestDatabase({ poolSize: 1 });
  const database = wrap(db.database);
  const environment = loadEnvironment({
    WAYMARK_LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    WAYMARK_ADMIN_KEY: ADMIN_KEY,
    WAYMARK_HEADS_FILE: db.headsFile,
    PORT: '0',
  });
  const foundation: Foundation = {
    environment,
    database,
    databaseUrl: db.url,
    queue: QueueBackend.use({ databaseUrl: db.url }),
    secrets: { masterKey: Buffer.alloc(32, 7), signingKey: Buffer.alloc(32, 9) },
    logger: createLogger('tenancy', environment),
    clock: systemClock,
  };
  await ensureAdministrator(db.database, ADMIN_KEY);
  const api = await createApi(foundation);
  await api.app.listen(0, '127.0.0.1');
  // adopting a model holds a lock in one transaction and works in others: two are the fewest
  const ofWorker = new Database(db.url, { poolSize: 2, applicationName: 'waymark worker' });
  const worker = await createWorker({ ...foundation, database: wrap(ofWorker) }, null);
  const url = `http://127.0.0.1:${(api.app.getHttpServer().address() as AddressInfo).port}`;
  const admin = new Client(url, ADMIN_KEY);
  const document = (await admin.get('/api/openapi.json')).body as Document;
  const routes = [...routesOf(document).map(withPath), ...SCIM_ROUTES];
  const settled = async (program: ProgramId) => {
    const { position } = await db.database.inProgram(program, (tx) =>
      api.records.log.head(tx, program),
    );
    await eventually(async () => {
      const reached = await db.database.inProgram(program, (tx) => adviceReached(tx, program));
      return reached.position >= position || undefined;
    });
    await eventually(async () => {
      const counts = await Promise.all(
        api.records.wakeups.queues.map((queue) =>
          queue.getJobCounts('active', 'waiting', 'delayed'),
        ),
      );
      return counts.every((one) => Object.values(one).every((count) => count === 0)) || undefined;
    });
  };
  const live = async (mark: string): Promise<Lived> => {
    const made = await admin.post('/programs', { id: mark, name: mark });
    const client = new MarkedProgram(url, (made.body as { key: string }).key, mark);
    const program = mark as ProgramId;
    const ids = await tellStory(client, () => settled(program));
    const real = (text: string) =>
      [...ids].reduce((words, [example, id]) => words.replaceAll(example, id), text);
    return {
      ...{ client, program },
      words: (text: string) => real(client.own(text)),
      named: (text: string) => real(client.named(text)),
    };
  };
  const ours = await live('ourmark');
  const theirs = await live('theirmark');
  const failed = await runExamples(routes, theirs);
  await settled(theirs.program);
  return {
    ...{ url, db, database, foundation, records: api.records, admin, document, routes },
    ...{ ours, theirs, settled, failed },
    foreignIds: async () => {
      const own = idsIn(await rowsOf(db, ours.program));
      const foreign = idsIn(await rowsOf(db, theirs.program));
      return new Set([...foreign].filter((id) => !own.has(id)));
    },
    stop: async () => {
      await worker.stop();
      await ofWorker.close();
      await api.stop();
      await db.close();
    },
  };
}

/** The route with an example of its path, where the document has none. */
function withPath(route: RouteObject): RouteObject {
  const path = PATHS[route.path];
  if (!path) return route;
  const parameters = (route.operation.parameters ?? []).map((one) =>
    one.in === 'path' ? { ...one, example: path[one.name] } : one,
  );
  return { ...route, operation: { ...route.operation, parameters } };
}

/** Runs all examples; a line for each that does not run, since ids that lead nowhere prove nothing. */
async function runExamples(
  routes: readonly RouteObject[],
  { words, client }: Lived,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const route of inOrder(routes)) {
    const name = `${route.method} ${route.path}`;
    if (Object.values(NOT_LIVED).some((one) => one.test(name))) continue;
    const all = { path: words, query: words, headers: words, body: words };
    for (const request of examplesOf(route, all)) {
      const { status, text } = await send(client, request);
      if (status >= 400) failed.push(`${route.method} ${request.url}: ${status} ${text}`);
    }
  }
  return failed;
}

/** Sends a request with the key of a client; the answer with its headers, as text. */
export async function send(
  { url, key }: Client,
  { method, url: path, headers, body }: Request,
): Promise<{ readonly status: number; readonly text: string; readonly type: string }> {
  const leave = new AbortController();
  const response = await fetch(url + path, {
    method,
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    redirect: 'manual',
    signal: leave.signal,
    ...(body === undefined ? {} : { body }),
  });
  const type = response.headers.get('content-type') ?? '';
  const text = type.startsWith('text/event-stream')
    ? ''
    : await response.text().catch((error: unknown) => {
        throw new Error(`${method} ${path} broke off.`, { cause: error });
      });
  leave.abort();
  return {
    status: response.status,
    type,
    text: `${JSON.stringify([...response.headers])} ${text}`,
  };
}
