import { type Clock, systemClock } from '../clock.js';
import { Database } from '../database/database.js';
import { DatabaseUnavailable } from '../database/failures.js';
import { migrate } from '../database/migrate.js';
import type { Environment } from '../environment.js';
import { ErasureRegister } from '../erasures/erasure-register.js';
import { settleErasures } from '../erasures/settle.js';
import { createLogger, type Logger } from '../logger.js';
import { QueueBackend } from '../queue/queue-backend.js';
import { loadSecrets, type Secrets } from '../secrets.js';

/** What every process of Waymark stands on. */
export interface Foundation {
  readonly environment: Environment;
  /** Of the embedded server when the environment names none. */
  readonly databaseUrl: string;
  readonly database: Database;
  readonly queue: QueueBackend;
  readonly secrets: Secrets;
  readonly logger: Logger;
  readonly clock: Clock;
}

/**
 * Migrates (waiting for a database that is away), erases again what an older copy of the database
 * brought back, and opens everything.
 * @throws EnvironmentError, SecretsError, DatabaseUnfit, ErasureRegisterError
 */
export async function openFoundation(
  part: string,
  environment: Environment,
  databaseUrl: string,
): Promise<Foundation> {
  const logger = createLogger(part, environment);
  const secrets = await loadSecrets(environment.secretsFile);
  await onceThere(logger, () => migrate(databaseUrl));
  const database = new Database(databaseUrl, { applicationName: `waymark ${part}` });
  const register = new ErasureRegister(environment.erasuresFile, secrets.signingKey);
  await onceThere(logger, () => settleErasures(database, register));
  return {
    environment,
    databaseUrl,
    database,
    queue: QueueBackend.use({ redisUrl: environment.redisUrl, databaseUrl }),
    secrets,
    logger,
    clock: systemClock,
  };
}

async function onceThere(logger: Logger, work: () => Promise<unknown>): Promise<void> {
  for (let waitMs = 200; ; waitMs = Math.min(waitMs * 2, 5_000)) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable)) throw error;
      logger.warn({ reason: error.message }, 'waiting for the database');
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
}
