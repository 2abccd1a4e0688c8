import type { AddressInfo } from 'node:net';
import { type AdministratorKey, ensureAdministrator } from '#lib/access';
import type { Foundation, Running } from '#lib/platform';
import { createApi } from './create-api.js';

/** Starts the api of a process: listens where the environment says. */
export async function startApi(foundation: Foundation): Promise<Running> {
  const { environment, database } = foundation;
  const administrator = await ensureAdministrator(database, environment.adminKey);
  const { app, stop } = await createApi(foundation);
  await app.listen(environment.port, environment.host);
  const { port } = app.getHttpServer().address() as AddressInfo;
  const host = environment.host.includes(':') ? `[${environment.host}]` : environment.host;
  const says = [...keyLines(administrator), `Waymark listens on http://${host}:${port}`];
  return { says, port, stop };
}

/** What the person who starts the server learns about its administrator's key. */
function keyLines(administrator: AdministratorKey): readonly string[] {
  switch (administrator.outcome) {
    case 'made':
      return [
        `Administrator key: ${administrator.key}`,
        'Keep it: it is shown this once (npm run admin-key makes a new one).',
      ];
    case 'differs':
      return [
        'WAYMARK_ADMIN_KEY is not the key that was installed at the first start, which stays valid.',
      ];
    case 'installed':
    case 'kept':
      return [];
  }
}
