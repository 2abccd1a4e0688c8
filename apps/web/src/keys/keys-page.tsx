import { Page } from '../kit/page.js';

/** Keys */
export function KeysPage() {
  return <Page title="Keys">…</Page>;
}
