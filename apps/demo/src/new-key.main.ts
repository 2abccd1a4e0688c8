import { renewDemoKey } from '#lib/demo';
import {
  borrowDatabase,
  Database,
  type Environment,
  faultLines,
  loadEnvironment,
  loadSecrets,
  migrate,
  systemClock,
} from '#lib/platform';
import { visitLines } from './visit.js';

/** What is said of a new key and a new link. */
async function renewed(database: Database, environment: Environment): Promise<readonly string[]> {
  const secrets = await loadSecrets(environment.secretsFile);
  const here = { database, environment, secrets, clock: systemClock };
  const key = await renewDemoKey(here);
  if (key === undefined) return [];
  const lines = [
    `New administrator key of the demo, shown once: ${key}`,
    'The one before it ends now.',
  ];
  // only whoever has the machine, and its embedded database, may come in by a link
  if (environment.databaseUrl !== undefined) return lines;
  const { host, port } = environment;
  const name = host.includes(':') ? `[${host}]` : host;
  const address = port === 0 ? '{where Waymark listens}' : `http://${name}:${port}`;
  return [...lines, ...(await visitLines(here, { address, unasked: false }))];
}

// works whether Waymark runs or not
try {
  const environment = loadEnvironment();
  const borrowed = await borrowDatabase(environment);
  try {
    await migrate(borrowed.url);
    const database = new Database(borrowed.url, { applicationName: 'waymark demo-key' });
    const lines = await renewed(database, environment);
    await database.close();
    const none = 'There is no demo yet: npm run demo loads it and shows its key.';
    process.stdout.write(`${(lines.length > 0 ? lines : [none]).join('\n')}\n`);
    process.exitCode = lines.length > 0 ? 0 : 1;
  } finally {
    await borrowed.close();
  }
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
