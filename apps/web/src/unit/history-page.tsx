import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';

/** History */
export function HistoryPage(): ReactElement {
  return <Empty title="History" />;
}
