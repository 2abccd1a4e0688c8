import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** How long parts above a model may still be drawn, and move it. */
const SETTLES_MS = 20_000;
const OWN_MOVES = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;

/** Brings the model that the address names into view, and keeps it there while the page is drawn. */
export function useScrollToModel(): void {
  const model = useLocation({ select: ({ hash }) => hash });
  useEffect(() => {
    if (!model) return undefined;
    const bring = () => document.getElementById(model)?.scrollIntoView({ block: 'start' });
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
  }, [model]);
}
