import { cloneElement, type ReactElement, type ReactNode, Suspense, useState } from 'react';
import type { TargetProps } from './opens-props.js';

interface PressedProps {
  readonly target: ReactElement<TargetProps>;
  readonly opens: 'menu' | 'dialog';
  /** What is opened, with the button of its own; open at first. */
  readonly children: ReactNode;
}

/**
 * A button, until it is pressed first; then what it opens. What menus and dialogs need is loaded
 * only then: every page has such buttons, few visits press them.
 */
export function Pressed({ target, opens, children }: PressedProps): ReactElement {
  const [wanted, setWanted] = useState(false);
  const plain = cloneElement(target, {
    onClick: () => setWanted(true),
    'aria-haspopup': opens,
    'aria-expanded': false,
  });
  return wanted ? <Suspense fallback={plain}>{children}</Suspense> : plain;
}
