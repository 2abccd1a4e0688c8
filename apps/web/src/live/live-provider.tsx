import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { follow, type LiveMessage, type LiveState } from './live.js';

interface Live {
  readonly state: LiveState;
  /** When the connection was lost; undefined while it holds. */
  readonly lostAt: Date | undefined;
  /** What was recorded last, since the page was opened. */
  readonly last: LiveMessage | undefined;
}

const LiveContext = createContext<Live>({
  state: 'connecting',
  lostAt: undefined,
  last: undefined,
});

/** How the live connection of these pages is. */
export const useLive = (): Live => useContext(LiveContext);

/** Keeps everything below it up to date with what is recorded elsewhere. */
export function LiveProvider({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const [live, setLive] = useState<Live>({
    state: 'connecting',
    lostAt: undefined,
    last: undefined,
  });
  useEffect(
    () =>
      follow(
        queries,
        (state) =>
          setLive((before) => ({
            ...before,
            state,
            lostAt: state === 'lost' ? (before.lostAt ?? new Date()) : undefined,
          })),
        (last) => setLive((before) => ({ ...before, last })),
      ),
    [queries],
  );
  return <LiveContext value={live}>{children}</LiveContext>;
}
