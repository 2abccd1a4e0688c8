export { Directory } from './directory.js';
export { hasAdministrator, requireAdministrator } from './administrators.js';
export * from './errors.js';
export { Grants, grantsOf, type Holder, type RoleGrant } from './grants.js';
export type { Group, Member } from './group.js';
export { type GroupChange, Groups } from './groups.js';
export { endSessions, type IfMatch, People } from './people.js';
export { readdress } from './readdress.js';
export type { Person, PersonChange, PersonWish } from './person.js';
