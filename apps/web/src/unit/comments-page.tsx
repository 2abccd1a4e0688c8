import { Page } from '../kit/page.js';

/** Comments */
export function CommentsPage() {
  return <Page title="Comments">…</Page>;
}
