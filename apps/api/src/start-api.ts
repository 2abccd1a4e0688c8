import type { AddressInfo } from 'node:net';
import type { Foundation, Running } from '#lib/platform';
import { createApi } from './create-api.js';

/** Starts the api of a process: listens where the environment says. */
export async function startApi(foundation: Foundation): Promise<Running> {
  const { environment } = foundation;
  const { app, stop } = await createApi(foundation);
  await app.listen(environment.port, environment.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = environment.host.includes(':') ? `[${environment.host}]` : environment.host;
  return { says: [`Waymark listens on http://${host}:${port}`], port, stop };
}
