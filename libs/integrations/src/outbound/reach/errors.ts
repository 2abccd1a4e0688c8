/** An address that nothing is sent to. The message says why, without what is secret in it. */
export class AddressRefused extends Error {}

/** Something was to be sent and no answer came. The message says why, for people. */
export class NoAnswer extends Error {}
