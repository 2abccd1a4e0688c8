import { AuditTrail, Keys } from '#lib/access';
import type { Clock, Database } from '#lib/platform';

/** The program that the demo is loaded into. */
export const DEMO_PROGRAM = 'demo';
/** The name of its first key; it is made when the story is complete. */
export const DEMO_KEY = 'Demo administrator';

/** The keys of a database, as they are looked after at the command line. */
export function keysIn(database: Database, clock: Clock): Keys {
  return new Keys({ database, clock, audit: new AuditTrail(database, clock) });
}
