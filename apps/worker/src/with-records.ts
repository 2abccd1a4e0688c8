import { openCatalogue } from '#lib/catalogue';
import { borrowDatabase, type Foundation, loadEnvironment, openFoundation } from '#lib/platform';
import { openRecords, type Records } from '#lib/recording';

/** Opens everything for a single command, whether Waymark runs or not, and leaves it as it was found. */
export async function withRecords(
  name: string,
  work: (opened: { readonly foundation: Foundation; readonly records: Records }) => Promise<void>,
): Promise<void> {
  const environment = loadEnvironment();
  const borrowed = await borrowDatabase(environment);
  try {
    const quiet = { ...environment, logLevel: 'warn' as const };
    const foundation = await openFoundation(name, quiet, borrowed.url);
    const records = openRecords(foundation, await openCatalogue(foundation));
    try {
      await work({ foundation, records });
    } finally {
      await records.close();
      foundation.queue.close();
      await foundation.database.close();
    }
  } finally {
    await borrowed.close();
  }
}
