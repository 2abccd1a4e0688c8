import type { Instant } from '#lib/domain';

/** The tool wants to be asked later. */
export class AskLater extends Error {
  constructor(readonly at: Instant) {
    super('The tool has been asked as often as it allows.');
  }
}

/** The tool does not answer what it was asked; the message says what to do about it. */
export class PollFailed extends Error {}
