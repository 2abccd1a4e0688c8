export { Access } from './access.js';
export { AUDIT_ACTIONS, isAuditAction } from './audit/actions.js';
export { type AuditFilter, AuditReader } from './audit/audit-reader.js';
export { AuditTrail } from './audit/audit-trail.js';
export { forgetAudit, SyslogDelivery } from './audit/syslog/delivery.js';
export type { AuditActor, AuditEntry, AuditNote } from './audit/entry.js';
export { type CalendarLink, CalendarLinks, type OpenedCalendar } from './calendar-links.js';
export { type Caller, gives, type Grant, reachOf } from './caller.js';
export * from './erasure/errors.js';
export { type ErasureRequest, Erasures } from './erasure/erasures.js';
export type { ErasureWish } from './erasure/found.js';
export * from './errors.js';
export type { KeyWish } from './keys/key-wish.js';
export { type Keeper, type KeyChange, Keys } from './keys/keys-of-program.js';
export type { KeyEntry, MadeKey } from './keys/keys.js';
export { FairGate, type GateLimits, type Leave, type TurnedAway } from './limits/fair-gate.js';
export { Guessing, networkOf } from './limits/guessing.js';
export { Rates } from './limits/rates.js';
export * from './people/index.js';
export { type Permission, PERMISSIONS, PERMISSIONS_OF, type Role, ROLES } from './permissions.js';
export {
  type AdministratorKey,
  DEFAULT_PROGRAM,
  ensureAdministrator,
  renewAdministratorKey,
} from './programs.js';
export { looksLikeKey } from './keys/secret.js';
export * from './sign-in/index.js';
