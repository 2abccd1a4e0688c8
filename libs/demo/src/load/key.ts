import { AuditTrail, Keys } from '#lib/access';
import { type Clock, type Database, systemClock } from '#lib/platform';

/** The program that the demo is loaded into. */
export const DEMO_PROGRAM = 'demo';
/** The name of its first key; that there is one says that the story is complete. */
export const DEMO_KEY = 'Demo administrator';

/**
 * A new administrator key of the demo, to be shown once; the one before it ends.
 * @returns undefined when the demo is not loaded
 */
export async function renewDemoKey(database: Database): Promise<string | undefined> {
  const keys = keysIn(database, systemClock);
  const entries = (await keys.list('operator', DEMO_PROGRAM, { limit: 500 })).filter(
    ({ name }) => name === DEMO_KEY,
  );
  if (entries.length === 0) return undefined;
  const inUse = entries.find(({ revokedAt }) => revokedAt === null);
  const made = inUse
    ? keys.rotate('operator', DEMO_PROGRAM, inUse)
    : keys.make('operator', DEMO_PROGRAM, { name: DEMO_KEY, role: 'administrator' });
  return (await made).key;
}

/** The keys of a database, as they are looked after at the command line. */
export function keysIn(database: Database, clock: Clock): Keys {
  return new Keys({ database, clock, audit: new AuditTrail(database, clock) });
}
