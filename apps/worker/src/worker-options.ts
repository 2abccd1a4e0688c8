import type { WorkerOptions } from 'bullmq';

/** How the consumers of logs are served: some programs at once, and none twice at once. */
export const WORKER_OPTIONS: Omit<WorkerOptions, 'connection'> = {
  concurrency: 4,
  // a process that dies three times over the same work is not helped by a fourth
  maxStalledCount: 3,
};
