export * from './errors.js';
export { makeFirstLink } from './first-link.js';
export type { LinkShown, LinkUse, MadeLink } from './links.js';
export type { LocalCredentials } from './local-sign-in.js';
export type { Owner, PendingCodes } from './own-account.js';
export type { Flow } from './providers.js';
export type { OpenedSession, SignedIn } from './sessions.js';
export { isLoopback, loadSignInSettings, type SignInSettings } from './settings.js';
export { SignIn } from './sign-in.js';
