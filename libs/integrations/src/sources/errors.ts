/** No source of that name in the program. */
export class UnknownSource extends Error {
  readonly code = 'source-unknown';
  constructor(readonly source: string) {
    super(`There is no source "${source}". PUT /sources/{source} makes one.`);
  }
}

/** A source that cannot be as it is wished. */
export class SourceUnfit extends Error {
  readonly code = 'source-unfit';
  constructor(
    /** A JSON pointer into what was sent. */
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** `If-Match` names a version that is over. */
export class SourceChanged extends Error {
  readonly code = 'changed-since';
  /** @param actual the version it is at; 0: there is none */
  constructor(readonly actual: number) {
    super('The source has been changed since you read it. Read it again and decide anew.');
  }
}

/** No such version of its mapping. */
export class UnknownMappingVersion extends Error {
  readonly code = 'mapping-version-unknown';
  constructor(readonly version: string | number) {
    super(`There is no version "${version}" of this mapping. GET …/mappings lists them.`);
  }
}

/** No proof of origin holds: there is no such source, or it was not the one that sent this. */
export class OriginUnproven extends Error {
  readonly code = 'origin-unproven';
  constructor() {
    super(
      'No source of this name accepts the proof of origin that came with this. Check the secret on both sides.',
    );
  }
}

/** No such delivery of the source; it may have been cleared. */
export class UnknownDelivery extends Error {
  readonly code = 'delivery-unknown';
  constructor(readonly id: string) {
    super(`There is no delivery "${id}" of this source. They are kept for 30 days.`);
  }
}

/** Nobody has said which unit that is. */
export class UnknownMatch extends Error {
  readonly code = 'match-unknown';
  constructor(readonly external: string) {
    super(`Nobody has said which unit "${external}" is.`);
  }
}
