import { useParentSize } from '@visx/responsive';
import type { ReactElement, ReactNode } from 'react';

const ALL_BUT_WIDTH: ('height' | 'top' | 'left')[] = ['height', 'top', 'left'];

/** Draws as wide as there is room, and again when that changes; as high as what is drawn. */
export function Wide({
  children,
}: {
  readonly children: (width: number) => ReactNode;
}): ReactElement {
  const { parentRef, width } = useParentSize({
    debounceTime: 30,
    ignoreDimensions: ALL_BUT_WIDTH,
  });
  return (
    <div ref={parentRef} style={{ width: '100%', minWidth: 0 }}>
      {width > 0 ? children(width) : null}
    </div>
  );
}
