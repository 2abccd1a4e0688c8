import { useEffect, useSyncExternalStore } from 'react';

const PRINT = 'print';
const SCHEME = 'data-mantine-color-scheme';

function subscribe(onChange: () => void): () => void {
  const paper = window.matchMedia(PRINT);
  paper.addEventListener('change', onChange);
  return () => paper.removeEventListener('change', onChange);
}

const printingNow = () => window.matchMedia(PRINT).matches;

/** Whether the page is just being laid out for paper: charts fit it then, and long lists are whole. */
export const usePrinting = (): boolean => useSyncExternalStore(subscribe, printingNow);

/** Keeps paper white: who reads the pages in dark prints them in light. */
export function useLightOnPaper(): void {
  const printing = usePrinting();
  useEffect(() => {
    const { documentElement: page } = document;
    const scheme = page.getAttribute(SCHEME);
    if (!printing || scheme === null) return undefined;
    page.setAttribute(SCHEME, 'light');
    return () => page.setAttribute(SCHEME, scheme);
  }, [printing]);
}
