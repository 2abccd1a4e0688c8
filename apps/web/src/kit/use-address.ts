import { useNavigate } from '@tanstack/react-router';

/**
 * Changes what of the page is in its address, in place: without a step in the browser's history, and
 * without a jump of the page. What becomes undefined leaves the address.
 */
export function useAddress<Search extends object>(): (change: Partial<Search>) => void {
  const navigate = useNavigate();
  return (change) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...change }),
      replace: true,
      resetScroll: false,
    });
}
