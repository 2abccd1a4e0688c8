export { Access, type Caller, type KeyWish } from './access.js';
export { type CalendarLink, CalendarLinks, type OpenedCalendar } from './calendar-links.js';
export * from './errors.js';
export { type KeyEntry, type MadeKey, ROLES, type Role } from './keys.js';
export {
  type AdministratorKey,
  DEFAULT_PROGRAM,
  ensureAdministrator,
  renewAdministratorKey,
} from './programs.js';
