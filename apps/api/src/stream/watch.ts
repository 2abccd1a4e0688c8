import type { Reach, Viewer } from '#lib/projections';
import { HttpProblem } from '../http/http-problem.js';

/** How often somebody who listens is looked at again. What is kept of a key makes it a little later. */
const EVERY_MS = 1_000;

/** Somebody who listens, as the rights stand now. */
export interface Listener {
  /** Changes as rights do. */
  readonly viewer: () => Viewer;
  /** Aborts when the key, the session or the permission is no more. */
  readonly signal: AbortSignal;
  /** Ends the watch. */
  leave(): void;
}

/** Watches the rights of one who listens for as long as that lasts. */
export function watch(
  from: Viewer,
  reachNow: (() => Promise<Reach | undefined>) | undefined,
): Listener {
  let viewer = from;
  const gone = new AbortController();
  const look = async () => {
    try {
      const reach = await reachNow?.();
      if (reach) viewer = { ...viewer, sight: reach.sight };
      else gone.abort();
    } catch (error) {
      // while it cannot be found out, nothing can be read either
      if (error instanceof HttpProblem) gone.abort();
    }
    if (!gone.signal.aborted) timer = later();
  };
  const later = () => setTimeout(() => void look(), EVERY_MS);
  let timer = later();
  gone.signal.addEventListener('abort', () => clearTimeout(timer));
  return { viewer: () => viewer, signal: gone.signal, leave: () => gone.abort() };
}
