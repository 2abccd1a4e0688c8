/** A key that would have ended before it is made. */
export class ExpiryInPast extends Error {
  readonly code = 'expiry-in-past';
  constructor(readonly expiresOn: string) {
    super(`"${expiresOn}" is over. Give a later day, or leave it out.`);
  }
}

/** No such key in the program, or it is revoked. */
export class UnknownKey extends Error {
  readonly code = 'unknown-key';
  constructor(readonly id: string) {
    super(`There is no key "${id}" in use.`);
  }
}

/** A key that cannot be: a unit that is not there, a scope that its role does not have. */
export class KeyUnfit extends Error {
  readonly code = 'key-unfit';
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** A key that may do what its maker may not. */
export class KeyTooMighty extends Error {
  readonly code = 'key-too-mighty';
  constructor(
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** The administrator key of the configuration begins like one that was made here, and is none. */
export class AdministratorKeyUnfit extends Error {
  readonly code = 'administrator-key-unfit';
  constructor() {
    super(
      `WAYMARK_ADMIN_KEY begins with "wmk_" as keys do that Waymark makes, but its checksum is wrong: a character is missing or mistaken. Correct it, or begin it otherwise.`,
    );
  }
}

/** The id is taken. */
export class ProgramExists extends Error {
  readonly code = 'program-exists';
  constructor(readonly program: string) {
    super(`There is a program "${program}" already. Choose another id.`);
  }
}

/** No such calendar address in the program. */
export class UnknownCalendarLink extends Error {
  readonly code = 'calendar-link-unknown';
  constructor(readonly id: string) {
    super(`There is no calendar link "${id}". GET /api/v1/calendar-links lists those there are.`);
  }
}
