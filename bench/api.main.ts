import type { AddressInfo } from 'node:net';
import { loadEnvironment, openFoundation } from '#lib/platform';
import { createApi } from '../apps/api/src/create-api.js';
import { SERVER_LIMITS } from '../apps/api/src/http/server.js';
import { GATES } from '../apps/api/src/http/guard/turns.js';

/** The product's api as a process of its own; tells its parent where it listens, and its memory when asked. */
const environment = loadEnvironment(process.env);
const foundation = await openFoundation('api', environment, process.env.DATABASE_URL ?? '');
// `BENCH_TURNS=32,24`: other numbers than the product’s, so many at once and of one key; 0: all at once
const [atOnce, perParty] = (process.env.BENCH_TURNS ?? '').split(',').map(Number);
const usual = {
  ...GATES.usual,
  ...(atOnce === undefined || process.env.BENCH_TURNS === undefined
    ? {}
    : { atOnce: atOnce || Infinity, perParty: perParty || Infinity, alone: atOnce || Infinity }),
};
const { app, stop } = await createApi(foundation, SERVER_LIMITS, { ...GATES, usual });
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.send?.({ url: `http://127.0.0.1:${port}` });
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }));
process.once('disconnect', () => {
  void stop()
    .then(() => foundation.database.close())
    .then(() => process.exit());
});
