/** How often these pages ask again: what a tool sends reaches no live stream before it is recorded. */
export const LOOK_AGAIN_MS = 3_000;
