import { Database, faultLines, loadEnvironment, QueueBackend, readiness } from '#lib/platform';

/**
 * For the health checks of containers: exits with 0 when the api at the given address is ready, or,
 * without an address, when what a worker needs (database, queue) answers; names what is not.
 */
async function check(address: string | undefined): Promise<readonly string[]> {
  if (address !== undefined) {
    const response = await fetch(new URL('/health/ready', address));
    return response.ok ? [] : [await response.text()];
  }
  const { databaseUrl, redisUrl } = loadEnvironment();
  if (databaseUrl === undefined) return ['DATABASE_URL is not set.'];
  const database = new Database(databaseUrl, { poolSize: 1, applicationName: 'waymark check' });
  const { notReady } = await readiness({
    database,
    queue: QueueBackend.use({ databaseUrl, redisUrl }),
  });
  return Object.values(notReady);
}

const faults = await check(process.argv[2]).catch(faultLines);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exit(faults.length === 0 ? 0 : 1);
