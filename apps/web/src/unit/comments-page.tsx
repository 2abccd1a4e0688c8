import type { ReactElement } from 'react';
import { Empty } from '../kit/empty.js';

/** Comments */
export function CommentsPage(): ReactElement {
  return <Empty title="Comments" />;
}
