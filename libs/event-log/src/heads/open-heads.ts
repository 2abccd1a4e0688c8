import type { Clock, Database, Secrets } from '#lib/platform';
import { Heads, type HeadsParts } from './heads.js';
import { HeadsFile } from './heads-file.js';
import { KEY_CHANGE } from './signed-head.js';
import { firstSeed, SigningKeys } from './signing-keys.js';

/**
 * The signer of an installation: its key from the secrets, its file where the environment says.
 * @throws Error when the file of secrets holds changes of keys that cannot be read
 */
export function openHeads(parts: {
  readonly database: Database;
  readonly clock: Clock;
  readonly secrets: Secrets;
  /** Where heads are kept outside the database. */
  readonly headsFile: string;
  readonly onTrouble: HeadsParts['onTrouble'];
}): Heads {
  const { database, clock, secrets, headsFile, onTrouble } = parts;
  const file = new HeadsFile(headsFile);
  return new Heads({ database, clock, keys: signingKeysOf(secrets), file, onTrouble });
}

/** The key that signs heads, and those before it, as the secrets hold them. */
export function signingKeysOf(secrets: Secrets): SigningKeys {
  const { headKey, headKeyChanges = [] } = secrets;
  const changes = KEY_CHANGE.array().safeParse(headKeyChanges);
  if (!changes.success) {
    throw new Error(
      'headKeyChanges of the secrets file cannot be read; put back the copy you kept of it.',
    );
  }
  return new SigningKeys(headKey ?? firstSeed(secrets.signingKey), changes.data);
}
