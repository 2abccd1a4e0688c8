import { AsyncLocalStorage } from 'node:async_hooks';

/** The W3C trace context of what is being done, carried through to jobs and logs. */
export const currentTrace = new AsyncLocalStorage<string>();
