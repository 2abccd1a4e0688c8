export { ArchiveRefused, unpacked } from './archives/unpack.js';
export { entriesOf } from './archives/zip.js';
export { type Packing, zipped } from './archives/zipped.js';
export * from './clock.js';
export { Database, type TransactionOptions } from './database/database.js';
export { DatabaseUnavailable, OutcomeUnknown } from './database/failures.js';
export { DatabaseUnfit, migrate } from './database/migrate.js';
export type { Tx } from './database/tx.js';
export { fromTimestamp, toTimestamp } from './database/types.js';
export * from './environment.js';
export { ERASURES_CHANNEL, eraseSubjects } from './erasures/destroy.js';
export {
  type Erasure,
  ErasureRegister,
  ErasureRegisterError,
} from './erasures/erasure-register.js';
export { followErasures } from './erasures/follow.js';
export { settleErasures } from './erasures/settle.js';
export * from './logger.js';
export { immodestyOf } from './modest-json.js';
export * from './new-id.js';
export { EmbeddedPostgres, type EmbeddedOptions } from './postgres/embedded-postgres.js';
export { EmbeddedPostgresError } from './postgres/errors.js';
export * from './process/borrow-database.js';
export * from './process/data-dir-lock.js';
export * from './process/foundation.js';
export * from './process/readiness.js';
export * from './process/run-process.js';
export * from './queue/queue-backend.js';
export { redactorOf } from './redaction.js';
export { readSecretFile } from './secret-files.js';
export * from './secrets.js';
export { unquoted, withoutQuotes } from './unquoted.js';
export { type TrustedProxies, trustOf } from './trust-proxy.js';
