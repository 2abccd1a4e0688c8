import { createServer } from 'node:net';
import type { Environment } from '#lib/platform';

/**
 * Whether the api will be able to listen, asked before anything is started or made.
 * @throws what the system says of it, EADDRINUSE when another process listens there
 */
export async function checkPort({ host, port }: Environment): Promise<void> {
  if (port === 0) return;
  const server = createServer();
  await new Promise<void>((free, taken) => {
    server.once('error', taken);
    server.listen(port, host, free);
  });
  await new Promise((closed) => server.close(closed));
}
