import { renewAdministratorKey } from '#lib/access';
import { borrowDatabase, Database, faultLines, loadEnvironment, migrate } from '#lib/platform';

/** Makes a new key for the server's administrator, for when the first is lost; the old one ends. */
async function renew(): Promise<void> {
  const borrowed = await borrowDatabase(loadEnvironment());
  try {
    await migrate(borrowed.url);
    const database = new Database(borrowed.url, { poolSize: 1 });
    const key = await renewAdministratorKey(database);
    await database.close();
    process.stdout.write(`Administrator key: ${key}\n`);
    process.stdout.write(
      "Keep it: it is shown this once. The server administrator's earlier key is no longer valid; keys made with POST /keys stay.\n",
    );
  } finally {
    await borrowed.close();
  }
}

try {
  await renew();
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
