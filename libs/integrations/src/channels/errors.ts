/** No channel of that name in the program. */
export class UnknownChannel extends Error {
  readonly code = 'channel-unknown';
  constructor(readonly channel: string) {
    super(`There is no channel "${channel}". PUT /channels/{name} makes one.`);
  }
}

/** A channel that cannot be as it is wished. */
export class ChannelUnfit extends Error {
  readonly code = 'channel-unfit';
  constructor(
    /** A JSON pointer into what was sent. */
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}
