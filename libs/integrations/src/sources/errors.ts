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
