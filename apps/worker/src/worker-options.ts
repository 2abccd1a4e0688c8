import type { WorkerOptions } from 'bullmq';

type Options = Omit<WorkerOptions, 'connection'>;

/**
 * A job whose worker is gone (or whose claim never reached it, its connection cut) is taken up again
 * after so long at most. Doing work twice is harmless here, so this is shorter than BullMQ's own.
 */
const TAKEN_UP_AGAIN: Options = { lockDuration: 10_000, stalledInterval: 5_000 };

/** How recurring work is served: one at a time, and soon again after the queue was away. */
export const RECURRING_OPTIONS: Options = {
  ...TAKEN_UP_AGAIN,
  concurrency: 1,
  runRetryDelay: 1_000,
};

/** How the consumers of logs are served: some programs at once, and none twice at once. */
export const WORKER_OPTIONS: Options = {
  ...TAKEN_UP_AGAIN,
  concurrency: 4,
  runRetryDelay: 1_000,
  // a process that dies three times over the same work is not helped by a fourth
  maxStalledCount: 3,
};
