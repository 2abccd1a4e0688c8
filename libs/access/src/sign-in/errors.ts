/** The file of WAYMARK_SIGN_IN_FILE cannot be used; `faults` says, one line each, what to correct. */
export class SignInSettingsError extends Error {
  readonly code = 'sign-in-settings';
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
  }
}

/** Nobody is let in by this: the same words whether the address or the password is wrong. */
export class SignInRefused extends Error {
  readonly code = 'sign-in-refused';
  constructor(
    message = 'The e-mail address, the password or the one-time code is wrong.',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The password is right, and the account asks for a one-time code too. */
export class CodeNeeded extends Error {
  readonly code = 'code-needed';
  readonly pointer = '/code';
  constructor() {
    super('Send the one-time code of your authenticator as well.');
  }
}

/** Somebody who has shown who they are, and may not come in. */
export class NotLetIn extends Error {
  readonly code = 'not-let-in';
}

/** A link was asked for somebody who may not come in. */
export class PersonSwitchedOff extends Error {
  readonly code = 'person-switched-off';
  constructor() {
    super(
      'This person is switched off, and a link would let nobody in. Set "active" to true first.',
    );
  }
}

/** Too many attempts for this account or from this address. */
export class TooManyAttempts extends Error {
  readonly code = 'too-many-attempts';
  constructor(readonly retryAfterSeconds: number) {
    super(`Too many attempts. Wait ${retryAfterSeconds} s before the next one.`);
  }
}

/** A password that cannot be taken as a new one. */
export class PasswordRefused extends Error {
  readonly code = 'password-refused';
  readonly pointer = '/password';
}

/** What was sent beside a change of the own account, to show that it is its owner, is wrong. */
export class NotTheOwner extends Error {
  readonly code = 'not-the-owner';
  constructor(readonly pointer: '/current' | '/code' | '/pending') {
    super(
      {
        '/current': 'This is not your present password.',
        '/code': 'This one-time code is not valid (any more). Take the next one.',
        '/pending': 'This was begun too long ago, or by somebody else. Begin again.',
      }[pointer],
    );
  }
}

/** The account has no password, which what is asked for needs. */
export class NoPassword extends Error {
  readonly code = 'no-password';
  constructor() {
    super(
      'Your account has no password here: you sign in with your provider. An administrator’s recovery link sets one.',
    );
  }
}

/** The request came with a key; only who is signed in has a session. */
export class NoSession extends Error {
  readonly code = 'no-session';
  constructor() {
    super('This is about your session, and the request came with a key.');
  }
}

/** Passwords are not taken on this server. */
export class LocalAccountsOff extends Error {
  readonly code = 'local-accounts-off';
  constructor() {
    super('Passwords are not taken here. GET /api/v1/sign-in lists how to sign in.');
  }
}

/** No such provider is configured. */
export class UnknownProvider extends Error {
  readonly code = 'provider-unknown';
  constructor(name: string) {
    super(
      `There is no provider "${name.slice(0, 64)}". GET /api/v1/sign-in lists those there are.`,
    );
  }
}

/** The provider does not answer, or not as it should. */
export class ProviderAway extends Error {
  readonly code = 'provider-away';
  readonly retryAfterSeconds = 10;
  constructor(title: string, options?: ErrorOptions) {
    super(`${title} does not answer. Try again in a moment.`, options);
  }
}

/** The address was used, is over, or never was one. */
export class LinkOver extends Error {
  readonly code = 'link-over';
  readonly pointer = '/token';
  constructor() {
    super('This link was used, is over, or was never valid. Ask for a new one.');
  }
}

/** Whoever comes first has to say who they are. */
export class NameNeeded extends Error {
  readonly code = 'name-needed';
  readonly pointer = '/email';
  constructor() {
    super('Say who you are: name and email.');
  }
}

/** One who may do more than the one who asks. */
export class BeyondOwnReach extends Error {
  readonly code = 'beyond-own-reach';
  constructor() {
    super('This person may do what you may not. Ask somebody who may do all of that.');
  }
}
