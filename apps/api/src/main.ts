import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { runProcess } from '#lib/platform';
import { createApi } from './create-api.js';

await runProcess('api', async (foundation) => {
  const { host, port } = foundation.environment;
  const app = await createApi(foundation);
  await app.listen(port, host);
  const taken = (app.getHttpServer().address() as AddressInfo).port;
  return {
    says: [`Waymark listens on http://${host}:${taken}`],
    port: taken,
    stop: () => app.close(),
  };
});
