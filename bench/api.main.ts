import type { AddressInfo } from 'node:net';
import { loadEnvironment, openFoundation } from '#lib/platform';
import { createApi } from '../apps/api/src/create-api.js';

/** The product's api as a process of its own; tells its parent where it listens, and its memory when asked. */
const environment = loadEnvironment(process.env);
const foundation = await openFoundation('api', environment, process.env.DATABASE_URL ?? '');
const { app, stop } = await createApi(foundation);
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as AddressInfo;
process.send?.({ url: `http://127.0.0.1:${port}` });
process.on('message', () => process.send?.({ memory: process.memoryUsage.rss() }));
process.once('disconnect', () => {
  void stop()
    .then(() => foundation.database.close())
    .then(() => process.exit());
});
