import { Worker } from 'node:worker_threads';

/** How long a process may compute without a pause before it is asked where it is. */
const LONG_MS = Number(process.env.TEST_LONG_SECONDS ?? 180) * 1000;

const once = globalThis as { isWatchedForBlocking?: true };
if (!once.isWatchedForBlocking) {
  once.isWatchedForBlocking = true;
  const beats = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beats, 0, 1), 1_000).unref();
  new Worker(new URL('./blocked.worker.mjs', import.meta.url), {
    workerData: { beats, longMs: LONG_MS },
    execArgv: [],
  }).unref();
}
