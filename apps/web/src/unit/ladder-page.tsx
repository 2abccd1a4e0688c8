import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';

/** Standing */
export function LadderPage(): ReactElement {
  return <Empty title="Standing" />;
}
