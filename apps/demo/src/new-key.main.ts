import { borrowDatabase, Database, faultLines, loadEnvironment, migrate } from '#lib/platform';
import { renewDemoKey } from '#lib/demo';

// works whether Waymark runs or not
try {
  const borrowed = await borrowDatabase(loadEnvironment());
  try {
    await migrate(borrowed.url);
    const database = new Database(borrowed.url, { applicationName: 'waymark demo-key' });
    const key = await renewDemoKey(database);
    await database.close();
    process.stdout.write(
      key
        ? `New administrator key of the demo, shown once: ${key}\nThe one before it ends now.\n`
        : 'There is no demo yet: npm run demo loads it and shows its key.\n',
    );
    process.exitCode = key ? 0 : 1;
  } finally {
    await borrowed.close();
  }
} catch (error) {
  for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
