const PAUSE_MS = 3_000;

/**
 * How long these pages wait until they ask again: what a tool sends reaches no live stream before it
 * is recorded. What failed is asked for again by hand, or when the connection is back.
 */
export const lookAgain = ({ state }: { readonly state: { readonly status: string } }) =>
  state.status === 'error' ? false : PAUSE_MS;
