import { Seals } from '#lib/event-log';
import type { Clock, Database, Secrets } from '#lib/platform';
import type { AuditTrail } from '../audit/audit-trail.js';
import { People } from '../people/index.js';
import { AccountCodes } from './accounts.js';
import { Attempts } from './attempts.js';
import { SignInLinks } from './links.js';
import { LocalSignIn } from './local-sign-in.js';
import { OwnAccount } from './own-account.js';
import { Passwords } from './passwords.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { Providers } from './providers.js';
import { Recovery } from './recovery.js';
import { Sessions } from './sessions.js';
import type { SignInSettings } from './settings.js';

/** All ways in, over one database and one set of settings. */
export class SignIn {
  readonly sessions: Sessions;
  readonly providers: Providers;
  readonly withProvider: ProviderSignIn;
  readonly withPassword: LocalSignIn;
  readonly withLink: SignInLinks;
  readonly own: OwnAccount;
  readonly recovery: Recovery;

  constructor(
    of: {
      readonly database: Database;
      readonly clock: Clock;
      readonly secrets: Secrets;
      readonly seals: Seals;
      readonly audit: AuditTrail;
    },
    readonly settings: SignInSettings,
  ) {
    const { database, clock, secrets, seals, audit } = of;
    this.sessions = new Sessions(database, clock, seals, settings);
    this.providers = new Providers(settings.providers, clock);
    const shared = {
      ...{ database, clock, seals, audit },
      people: new People(seals, clock),
      sessions: this.sessions,
      attempts: new Attempts(database, clock, secrets.signingKey),
      passwords: new Passwords(secrets.masterKey),
      codes: new AccountCodes(seals),
      on: settings.localAccounts,
    };
    const { signingKey } = secrets;
    this.withProvider = new ProviderSignIn({ ...shared, providers: this.providers, signingKey });
    this.withPassword = new LocalSignIn(shared);
    this.withLink = new SignInLinks(shared);
    this.own = new OwnAccount(shared);
    this.recovery = new Recovery(shared);
  }
}
