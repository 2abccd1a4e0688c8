import type { Database } from '../database/database.js';
import type { Logger } from '../logger.js';
import { ERASURES_CHANNEL } from './destroy.js';
import type { ErasureRegister } from './erasure-register.js';
import { completeRegister } from './settle.js';

/** What follows erasures. */
export interface ErasureFollowing {
  readonly database: Database;
  readonly register: ErasureRegister;
  readonly logger: Logger;
  /** Told the program of each erasure, wherever it was done; nothing when some may have been missed. */
  readonly onErased: (program?: string) => void;
}

/**
 * Hears of erasures as soon as they are done, also of those of other processes and machines, and
 * keeps the register complete. The answer ends it.
 */
export async function followErasures(following: ErasureFollowing): Promise<() => Promise<void>> {
  const { database, register, logger, onErased } = following;
  let completing: Promise<void> = Promise.resolve();
  const heard = (program?: string) => {
    onErased(program);
    completing = completing
      .then(() => completeRegister(database, register))
      .catch((error: unknown) => {
        // the next start makes up for it
        const { name, message } = error as Error;
        logger.warn({ reason: `${name}: ${message}` }, 'the register of erasures is not complete');
      });
  };
  const stop = await database.listen(
    ERASURES_CHANNEL,
    (program) => heard(program),
    () => heard(),
  );
  return async () => {
    await stop();
    await completing;
  };
}
