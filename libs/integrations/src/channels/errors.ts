/** No channel of that name in the program. */
export class UnknownChannel extends Error {
  readonly code = 'channel-unknown';
  constructor(readonly channel: string) {
    super(`There is no channel "${channel}". PUT /channels/{name} makes one.`);
  }
}

/** No such message to the channel; it may have been cleared. */
export class UnknownMessage extends Error {
  readonly code = 'message-unknown';
  constructor(readonly id: string) {
    super(`There is no message "${id}" to this channel. They are kept for 30 days.`);
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
