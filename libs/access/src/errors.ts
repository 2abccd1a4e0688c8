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

/** The last key that can administer the program: without it, nobody could get in again. */
export class LastAdministratorKey extends Error {
  readonly code = 'last-administrator-key';
  constructor(readonly id: string) {
    super('This is the last administrator key of the program. Make another one first.');
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
