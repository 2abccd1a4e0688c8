import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** How long parts above the one that is named may still be drawn, and move it. */
const SETTLES_MS = 20_000;
const OWN_MOVES = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** Brings the part of the page that the address names into view, and keeps it there while the page is drawn. */
export function useScrollToPart(): void {
  const part = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (!part) return undefined;
    const bring = () => document.getElementById(part)?.scrollIntoView({ block: 'start' });
    const observer = new ResizeObserver(bring);
    const stop = () => {
      observer.disconnect();
      clearTimeout(settled);
      for (const move of OWN_MOVES) removeEventListener(move, stop);
    };
    const settled = setTimeout(stop, SETTLES_MS);
    // whoever moves by themselves is not moved any more
    for (const move of OWN_MOVES) addEventListener(move, stop, { passive: true });
    observer.observe(document.body);
    bring();
    return stop;
  }, [part]);
}
