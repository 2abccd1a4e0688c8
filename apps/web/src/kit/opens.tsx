import { cloneElement, lazy, type ReactElement, Suspense, useState } from 'react';
import type { OpensProps } from './opens-props.js';

const Popped = lazy(() => import('./popped.js').then(({ Popped }) => ({ default: Popped })));

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
