import type { QueryClient } from '@tanstack/react-query';
import type { Schemas } from '#lib/client';

/** How the live connection is. */
export type LiveState = 'connecting' | 'live' | 'lost';

export type LiveMessage = Schemas['StreamMessage'];

/** What changes with nothing that is recorded, or is asked for by hand. */
const STILL = new Set([
  ...['/api/v1/session', '/api/v1/audit', '/api/v1/log/verification'],
  // a sheet that is looked at is not sent again with every fact
  ...['import-preview', 'import-undo-preview', 'model-import-preview'],
]);

/** Two changes within this time are shown together. */
const TOGETHER_MS = 250;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * Follows the program live. Every message makes what is on the screen ask again, in place; after a
 * lost connection the stream goes on after the last message that arrived, so nothing is missed.
 * @param onState told of each change of the connection
 * @returns ends it
 */
export function follow(
  queries: QueryClient,
  onState: (state: LiveState) => void,
  onMessage: (message: LiveMessage) => void,
): () => void {
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let pause = FIRST_RETRY_MS;
  let wasLost = false;
  const refresh = () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !STILL.has(String(queryKey[1])) && !isPast(queryKey[2]),
      });
    }, TOGETHER_MS);
  };
  const open = () => {
    source = new EventSource('/api/v1/stream');
    source.addEventListener('open', () => {
      pause = FIRST_RETRY_MS;
      onState('live');
      // a new connection begins at the head: what came in between is asked for
      if (wasLost) refresh();
      wasLost = false;
    });
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data) onMessage(JSON.parse(data) as LiveMessage);
      refresh();
    });
    source.addEventListener('error', () => {
      onState('lost');
      wasLost = true;
      if (source?.readyState !== EventSource.CLOSED) return;
      // refused, or ended for good: the browser does not try again by itself
      clearTimeout(retry);
      retry = setTimeout(open, pause);
      pause = Math.min(pause * 2, LAST_RETRY_MS);
    });
  };
  // a stream over a network that is gone does not end by itself for minutes
  const lose = () => {
    source?.close();
    clearTimeout(retry);
    wasLost = true;
    onState('lost');
  };
  const find = () => {
    lose();
    open();
  };
  window.addEventListener('offline', lose);
  window.addEventListener('online', find);
  onState('connecting');
  open();
  return () => {
    window.removeEventListener('offline', lose);
    window.removeEventListener('online', find);
    source?.close();
    clearTimeout(retry);
    clearTimeout(waiting);
  };
}

/** Whether a query is about a past pair of times, whose answer never changes. */
function isPast(given: unknown): boolean {
  const { query } = ((given as { params?: { query?: unknown } } | undefined)?.params ?? {}) as {
    readonly query?: { readonly knownAt?: unknown };
  };
  return typeof query?.knownAt === 'string';
}
