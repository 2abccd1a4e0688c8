import type { FloatingPosition } from '@mantine/core';
import { cloneElement, lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react';

const Popped = lazy(() => import('./popped.js').then(({ Popped }) => ({ default: Popped })));

/** What a button must take to open something. */
export interface TargetProps {
  readonly onClick?: () => void;
  readonly 'aria-haspopup'?: 'dialog';
  readonly 'aria-expanded'?: boolean;
}

/** What opens, and from which button. */
export interface OpensProps {
  readonly target: ReactElement<TargetProps>;
  /** Names the dialog. */
  readonly label: string;
  readonly width: number;
  readonly position: FloatingPosition;
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A button that opens a small dialog beside it. What places dialogs on the screen is loaded when one
 * is opened first: every page has such buttons, few visits press them.
 */
export function Opens(props: OpensProps): ReactElement {
  const [wanted, setWanted] = useState(false);
  const plain = cloneElement(props.target, {
    onClick: () => setWanted(true),
    'aria-haspopup': 'dialog',
    'aria-expanded': false,
  });
  if (!wanted) return plain;
  return (
    <Suspense fallback={plain}>
      <Popped {...props} />
    </Suspense>
  );
}
