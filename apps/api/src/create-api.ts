import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Access, AuditTrail, Keys, loadSignInSettings, SignIn } from '#lib/access';
import { openCatalogue } from '#lib/catalogue';
import type { Foundation } from '#lib/platform';
import { Sights } from '#lib/projections';
import { openRecords, type Records } from '#lib/recording';
import { ApiModule } from './api.module.js';
import { serveDocument } from './docs/document.js';
import { Denials } from './http/guard/denials.js';
import { createAdapter } from './http/fastify.js';
import { Methods, type ServedRoute } from './http/methods.js';
import { Metrics } from './http/metrics.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RequestPipe } from './http/request.pipe.js';
import { SERVER_LIMITS, type ServerLimits } from './http/server.js';
import { Throttle } from './http/guard/throttle.js';
import { type Gates, GATES, Turns } from './http/guard/turns.js';
import { NestLog } from './nest-log.js';
import { serveQueueBoard } from './queue-board.js';
import { serveDashboard } from './web/serve-dashboard.js';

/** The api of one foundation, not listening yet. */
export interface Api {
  readonly app: NestFastifyApplication;
  readonly records: Records;
  /** Every route that is served. */
  readonly routes: readonly ServedRoute[];
  /** Answers what is in flight, ends streams, closes what was opened here (not the foundation). */
  stop(): Promise<void>;
}

/**
 * Makes the api over an opened foundation; `app.listen(port, host)` starts it. Tests run it on a
 * database of their own and port 0.
 */
export async function createApi(
  foundation: Foundation,
  limits: ServerLimits = SERVER_LIMITS,
  gates: Gates = GATES,
): Promise<Api> {
  const { logger, database, clock } = foundation;
  const catalogue = await openCatalogue(foundation);
  const records = openRecords(foundation, catalogue);
  const access = new Access(database, clock);
  const { secrets, environment } = foundation;
  const { seals } = records.log;
  const audit = new AuditTrail(database, clock, seals);
  const signIn = new SignIn(
    { database, clock, secrets, seals, audit },
    await loadSignInSettings(environment.signInFile),
  );
  const keys = new Keys({ database, clock, audit, onChanged: (id) => access.forget(id) });
  const denials = new Denials(audit, logger);
  const [methods, metrics] = [new Methods(), new Metrics()];
  const adapter = createAdapter({
    logger,
    access,
    signIn,
    sights: new Sights(database),
    methods,
    metrics,
    denials,
    trustProxy: environment.trustProxy,
    limits,
    throttle: new Throttle({ perSecond: environment.rateLimit, redisUrl: environment.redisUrl }),
    turns: new Turns(gates),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({ records, access, signIn, keys, audit, metrics }),
    adapter,
    { bodyParser: false, logger: new NestLog(logger), abortOnError: false },
  );
  app.useGlobalPipes(new RequestPipe());
  app.useGlobalFilters(new ProblemFilter(methods));
  serveDocument(app);
  await serveQueueBoard(app, records.wakeups);
  await serveDashboard(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await access.follow();
  return {
    app,
    records,
    routes: methods.served,
    stop: async () => {
      const server: Server = app.getHttpServer();
      // connections fall idle one by one as their last requests are answered
      const idle = setInterval(() => server.closeIdleConnections(), 50);
      const late = setTimeout(() => server.closeAllConnections(), LONGEST_REQUEST_MS);
      try {
        await app.close();
      } finally {
        clearInterval(idle);
        clearTimeout(late);
      }
      await denials.close();
      await access.close();
      await records.close();
    },
  };
}

/** What a client that stalls half way through its request may hold up a stop by. */
const LONGEST_REQUEST_MS = 20_000;
