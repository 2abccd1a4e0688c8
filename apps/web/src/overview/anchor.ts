import { useEffect } from 'react';

/** How long a part of the page is waited for. */
const PATIENCE_MS = 15_000;

/** Scrolls to the part that the address names, as soon as it is there: parts come one by one. */
export function useAnchor(): void {
  useEffect(() => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!id) return undefined;
    const observer = new MutationObserver(() => {
      if (scrollTo(id)) observer.disconnect();
    });
    const timer = setTimeout(() => observer.disconnect(), PATIENCE_MS);
    if (!scrollTo(id)) observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);
}

function scrollTo(id: string): boolean {
  const part = document.getElementById(id);
  part?.scrollIntoView();
  return part !== null;
}
