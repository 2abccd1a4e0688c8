import type { EventType, ProgramId, UnitKey } from '#lib/domain';

/** A program that was never created, or cannot be seen. */
export class UnknownProgram extends Error {
  readonly code = 'unknown-program';
  constructor(readonly program: ProgramId) {
    super(`There is no program "${program}".`);
  }
}

/** A source that calls itself what the log calls its own commands. */
export class ReservedSource extends Error {
  readonly code = 'reserved-source';
  constructor(readonly source: string) {
    super(`The source "${source}" is reserved. Give the source another name.`);
  }
}

/** The unit is at another version than the writer expected. */
export class VersionConflict extends Error {
  readonly code = 'version-conflict';
  constructor(
    readonly unit: UnitKey,
    readonly expected: number,
    /** 0 when the unit is unknown. */
    readonly actual: number,
  ) {
    super(
      `Unit "${unit}" is at version ${actual}, not ${expected}. Read it again, then repeat the change.`,
    );
  }
}

/** The source has used this id before, with other content. */
export class EventConflict extends Error {
  readonly code = 'event-conflict';
  constructor(
    readonly source: string,
    readonly sourceId: string,
  ) {
    super(
      `"${sourceId}" of source "${source}" is recorded already, with other content. Send a change under a new id.`,
    );
  }
}

/** The idempotency key was used before, for another request. */
export class IdempotencyConflict extends Error {
  readonly code = 'idempotency-conflict';
  constructor(readonly key: string) {
    super(`Idempotency key "${key}" was used for another request. Use a new key.`);
  }
}

/** A date that lies in the future where only the past can be recorded. */
export class FutureDate extends Error {
  readonly code = 'future-date';
  constructor(
    readonly field: string,
    readonly given: string,
  ) {
    super(`${field} "${given}" lies in the future. Record it once it has happened.`);
  }
}

/** Not an instant, day, month, quarter or year that exists. */
export class InvalidDate extends Error {
  readonly code = 'invalid-date';
  constructor(
    readonly field: string,
    readonly given: string,
  ) {
    super(`${field} "${given}" is not an instant, a day, a month, a quarter or a year.`);
  }
}

/** A text that PostgreSQL cannot keep: it holds a NUL or half a surrogate pair. */
export class UnstorableText extends Error {
  readonly code = 'unstorable-text';
  constructor(readonly pointer: string) {
    super(`The text at ${pointer} holds a NUL or half a surrogate pair. Take it out.`);
  }
}

/** The secrets file is not the one this program's keys were made with. */
export class SecretsMismatch extends Error {
  readonly code = 'secrets-mismatch';
  constructor() {
    super(
      'The master key does not open the keys in the database. Start with the secrets file that belongs to this data (WAYMARK_SECRETS_FILE).',
    );
  }
}

/** The one whom a text belongs to was erased: nothing of theirs is taken again. */
export class SubjectErased extends Error {
  readonly code = 'subject-erased';
  constructor() {
    super('It names somebody who was erased from this program. Leave them out, or name another.');
  }
}

/** An event written by a newer Waymark than this one. */
export class NewerShape extends Error {
  readonly code = 'newer-shape';
  constructor(
    readonly type: EventType,
    readonly shape: number,
  ) {
    super(`"${type}" of shape ${shape} was written by a newer Waymark. Run that version.`);
  }
}

/** The log already holds facts of its own. */
export class LogNotEmpty extends Error {
  readonly code = 'log-not-empty';
  constructor(readonly program: ProgramId) {
    super(`Program "${program}" has facts of its own. Import into a new program.`);
  }
}

/** A line of an import that cannot be taken; nothing of the import was kept. */
export class LogImportFault extends Error {
  readonly code = 'log-import-fault';
  constructor(
    /** 1 is the first line. */
    readonly line: number,
    readonly reason: string,
  ) {
    super(`Line ${line}: ${reason}`);
  }
}
