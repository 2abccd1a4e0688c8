import { Access } from '#lib/access';
import { type Database, systemClock } from '#lib/platform';

/** The program that the demo is loaded into. */
export const DEMO_PROGRAM = 'demo';
/** The name of its first key; that there is one says that the story is complete. */
export const DEMO_KEY = 'Demo administrator';

/**
 * A new administrator key of the demo, to be shown once; the one before it ends.
 * @returns undefined when the demo is not loaded
 */
export async function renewDemoKey(database: Database): Promise<string | undefined> {
  const access = new Access(database, systemClock);
  const keys = (await access.listKeys(DEMO_PROGRAM, { limit: 500 })).filter(
    ({ name }) => name === DEMO_KEY,
  );
  if (keys.length === 0) return undefined;
  const inUse = keys.find(({ revokedAt }) => revokedAt === null);
  const made = inUse
    ? access.rotateKey(DEMO_PROGRAM, inUse.id)
    : access.createKey(DEMO_PROGRAM, { name: DEMO_KEY, role: 'administrator' });
  return (await made).key;
}
