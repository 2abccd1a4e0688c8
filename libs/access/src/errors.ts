/** A role that cannot be given to a key yet. */
export class RoleNotAvailable extends Error {
  readonly code = 'role-not-available';
  constructor(readonly role: string) {
    super(`A key with the role "${role}" cannot be made yet. Use "administrator".`);
  }
}

/** A key that would be limited to a subtree or to milestones, which is not kept to yet. */
export class LimitsNotAvailable extends Error {
  readonly code = 'key-limits-not-available';
  constructor(readonly field: 'under' | 'milestones') {
    super(`A key cannot be limited by "${field}" yet. Leave it out.`);
  }
}

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
