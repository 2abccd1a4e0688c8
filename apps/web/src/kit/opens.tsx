import { lazy, type ReactElement } from 'react';
import type { OpensProps } from './opens-props.js';
import { Pressed } from './pressed.js';

const Popped = lazy(() => import('./popped.js').then(({ Popped }) => ({ default: Popped })));

/** A button that opens a small dialog beside it. */
export function Opens(props: OpensProps): ReactElement {
  return (
    <Pressed target={props.target} opens="dialog">
      <Popped {...props} />
    </Pressed>
  );
}
