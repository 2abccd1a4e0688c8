/** No subscription of that name in the program. */
export class UnknownSubscription extends Error {
  readonly code = 'subscription-unknown';
  constructor(readonly subscription: string) {
    super(`There is no subscription "${subscription}". PUT /subscriptions/{name} makes one.`);
  }
}

/** A subscription that cannot be as it is wished. */
export class SubscriptionUnfit extends Error {
  readonly code = 'subscription-unfit';
  constructor(
    /** A JSON pointer into what was sent. */
    readonly pointer: string,
    message: string,
  ) {
    super(message);
  }
}

/** No such delivery of the subscription; it may have been cleared. */
export class UnknownDispatch extends Error {
  readonly code = 'dispatch-unknown';
  constructor(readonly id: string) {
    super(`There is no delivery "${id}" to this subscription. They are kept for 30 days.`);
  }
}
