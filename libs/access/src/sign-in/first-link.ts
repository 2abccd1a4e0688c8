import { type Clock, type Database, toTimestamp } from '#lib/platform';
import { DEFAULT_PROGRAM, lockKeys } from '../programs.js';
import { insertLink, type MadeLink } from './links.js';
import { anybodySignsIn } from './visit-link.js';

const LASTS_MS = 24 * 3_600_000;

/**
 * A link that signs the first person in as administrator of `default`, for whoever started the
 * server; those made at earlier starts end. Undefined when somebody can sign in already.
 */
export function makeFirstLink(database: Database, clock: Clock): Promise<MadeLink | undefined> {
  return database.inProgram(DEFAULT_PROGRAM, async (tx) => {
    await lockKeys(tx, DEFAULT_PROGRAM);
    const able = await anybodySignsIn(tx, DEFAULT_PROGRAM);
    await tx.query(
      "DELETE FROM sign_in_link WHERE program_id = $1 AND (purpose = 'first' OR expires_at <= $2)",
      [DEFAULT_PROGRAM, toTimestamp(clock.now())],
    );
    if (able) return undefined;
    const expiresAt = clock.now() + LASTS_MS;
    return insertLink(tx, DEFAULT_PROGRAM, { person: null, purpose: 'first', expiresAt });
  });
}
