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
export { type Sealed, Seals } from './seals.js';
export { presentShape } from './upcast.js';
export type { Verification } from './verify-log.js';
