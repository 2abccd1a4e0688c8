/** No such person in the program. */
export class UnknownPerson extends Error {
  readonly code = 'unknown-person';
  constructor(
    readonly id: string,
    /** Which part of the request named them, where it is not the path. */
    readonly pointer?: string,
  ) {
    super(`There is no person "${id}" in this program.`);
  }
}

/** Somebody has the address or the user name already. */
export class PersonExists extends Error {
  readonly code = 'person-exists';
  constructor(readonly pointer: '/email' | '/userName') {
    const what = pointer === '/email' ? 'e-mail address' : 'user name';
    super(`Somebody has this ${what} already. Change that person, or give another one.`);
  }
}

/** No such group in the program. */
export class UnknownGroup extends Error {
  readonly code = 'unknown-group';
  constructor(
    readonly id: string,
    /** Which part of the request named it, where it is not the path. */
    readonly pointer?: string,
  ) {
    super(`There is no group "${id}" in this program.`);
  }
}

/** A group has the name already. */
export class GroupExists extends Error {
  readonly code = 'group-exists';
  constructor(name: string) {
    super(`There is a group "${name}" already. Choose another name.`);
  }
}

/** No such grant in the program, or none that the caller may see. */
export class UnknownGrant extends Error {
  readonly code = 'unknown-grant';
  constructor(readonly id: string) {
    super(`There is no grant "${id}". GET /api/v1/grants lists those there are.`);
  }
}

/** The person or group has that role there already. */
export class GrantExists extends Error {
  readonly code = 'grant-exists';
  constructor() {
    super('This role was given there already. GET /api/v1/grants lists what was given.');
  }
}

/** Somebody wants to give more than they have themselves. */
export class GrantBeyondReach extends Error {
  readonly code = 'grant-beyond-reach';
  constructor(role: string) {
    super(`Nobody can give more than they have: you may not do all that "${role}" may there.`);
  }
}

/** Nobody would be left who can administer the whole program. */
export class LastAdministrator extends Error {
  readonly code = 'last-administrator';
  constructor() {
    super(
      'Nobody would be left to administer the program. Make another administrator of the whole program first.',
    );
  }
}

/** `If-Match` names a version that is over. */
export class ChangedSince extends Error {
  readonly code = 'changed-since';
  /** @param actual the version it is at */
  constructor(readonly actual: number) {
    super('It has been changed since you read it. Read it again and decide anew.');
  }
}
