export {
  type Actor,
  type Append,
  type Appended,
  type AppendOutcome,
  type DecisionContext,
  ERASED,
  type EventDraft,
  type Head,
  type InlineProjection,
  OWN_SOURCE,
  type StoredEvent,
} from './append.js';
export * from './errors.js';
export { EventLog, type EventLogParts } from './event-log.js';
export { PROGRAM_SUBJECT } from './keyring.js';
export { type Sealed, Seals } from './seals.js';
export type { ToldEvent } from './told-texts.js';
export { requireRecordable } from './prepare.js';
export { presentShape } from './upcast.js';
export type { ExportedKeys } from './export-log.js';
export * from './heads/errors.js';
export { Heads } from './heads/heads.js';
export { openHeads, signingKeysOf } from './heads/open-heads.js';
export { type Sent, sendHeads } from './heads/send-heads.js';
export { digestOf, type SignedHead } from './heads/signed-head.js';
export { pemOf, SigningKeys } from './heads/signing-keys.js';
export type { Finding, FindingKind } from './verify/finding.js';
export { fileLines } from './verify/file-lines.js';
export { type Given, readHeads, readPublicKeys, UnreadableGiven } from './verify/given.js';
export type { Report } from './verify/report.js';
export { verifyDatabase } from './verify/verify-database.js';
export { verifyExport } from './verify/verify-export.js';
export type { Verification } from './verify/verify-log.js';
