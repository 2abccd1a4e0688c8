import type { AddressInfo } from 'node:net';
import {
  type AdministratorKey,
  DEFAULT_PROGRAM,
  ensureAdministrator,
  isLoopback,
  makeFirstLink,
} from '#lib/access';
import { GapReader } from '#lib/advice';
import type { Foundation, Running } from '#lib/platform';
import { Rollups } from '#lib/projections';
import { createApi } from './create-api.js';
import { DemoLoading } from './demo/demo-loading.js';
import { linkAddress } from './sign-in/link-page.js';

/**
 * Starts the api of a process: listens where the environment says. A key that is made is written to
 * standard output at once, so that it is not lost with a start that fails.
 * @param options.besideDemo says of that key that it is not the demo's
 * @param options.embedded with the database of this machine alone: whoever starts it may be the first to sign in
 */
export async function startApi(
  foundation: Foundation,
  {
    besideDemo = false,
    embedded = false,
  }: { readonly besideDemo?: boolean; readonly embedded?: boolean } = {},
): Promise<Running> {
  const { environment, database } = foundation;
  const administrator = await ensureAdministrator(database, environment.adminKey);
  if (administrator.outcome === 'made') showKey(administrator.key, besideDemo);
  const { app, records, stop } = await createApi(foundation);
  await app.listen(environment.port, environment.host);
  const stopping = new AbortController();
  const warm = app
    .get(Rollups)
    .warm(stopping.signal)
    .then(() => app.get(GapReader).warm(stopping.signal))
    .catch((error: unknown) => foundation.logger.warn({ err: error }, 'not read ahead'));
  const resumed = app
    .get(DemoLoading)
    .resume()
    .catch((error: unknown) =>
      foundation.logger.warn({ err: error }, 'the demo was not looked for'),
    );
  // a database that was put back to an older state is said at once; the worker looks again and again
  const checked = records.heads
    .checkAll(stopping.signal)
    .catch((error: unknown) => foundation.logger.warn({ err: error }, 'heads were not compared'));
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = environment.host.includes(':') ? `[${environment.host}]` : environment.host;
  const address = `http://${host}:${port}`;
  if (embedded && isLoopback(host)) await showFirstLink(foundation, address);
  return {
    says: [...warnings(administrator), `Waymark listens on ${address}`],
    port,
    address,
    stop: async () => {
      stopping.abort();
      await warm;
      await checked;
      await resumed;
      await stop();
    },
  };
}

function showKey(key: string, besideDemo: boolean): void {
  const lines = [
    ...(besideDemo
      ? [`Of the program ${DEFAULT_PROGRAM}, which is empty (the demo's own key comes last):`]
      : []),
    `Administrator key: ${key}`,
    'Keep it: it is shown this once (npm run admin-key makes a new one).',
  ];
  // one write, so that no other process's line comes between
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** As long as nobody can sign in: for whoever started this, who could have a key as well. */
async function showFirstLink({ database, clock }: Foundation, address: string): Promise<void> {
  const link = await makeFirstLink(database, clock);
  if (!link) return;
  const url = linkAddress(address, link);
  process.stdout.write(`To sign in as the first administrator (once, within a day): ${url}\n`);
}

function warnings({ outcome }: AdministratorKey): readonly string[] {
  return outcome === 'differs'
    ? ['WAYMARK_ADMIN_KEY is not the key that was installed at the first start, which stays valid.']
    : [];
}
