import { type ReactElement, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { usePrinting } from './printing.js';

/** How wide a chart is on paper: within the margins of A4 and of Letter, upright. */
const PAPER = 640;

/** Draws as wide as there is room, and again when that changes; as high as what is drawn. */
export function Wide({
  children,
}: {
  readonly children: (width: number) => ReactNode;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const printing = usePrinting();
  useLayoutEffect(() => {
    const { current: element } = place;
    if (!element) return undefined;
    // before the first picture, so that nothing jumps
    setRoom(element.clientWidth);
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const width = printing ? PAPER : room;
  return (
    <div ref={place} style={{ width: '100%', minWidth: 0 }}>
      {width > 0 ? children(width) : null}
    </div>
  );
}
