import { QueryClient } from '@tanstack/react-query';
import { faultOf } from './faults.js';

const MINUTE = 60_000;

/** Keeps what was answered; the live stream says when it is out of date. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5 * MINUTE,
      gcTime: 10 * MINUTE,
      refetchOnWindowFocus: false,
      retry: (times, thrown) => {
        const { status } = faultOf(thrown);
        return times < 2 && (status === undefined || status >= 500 || status === 429);
      },
    },
    // without a network a change fails at once and says so, instead of waiting without a word
    mutations: { networkMode: 'always' },
  },
});
