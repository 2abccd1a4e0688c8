import { Page } from '../kit/page.js';

/** History */
export function HistoryPage() {
  return <Page title="History">…</Page>;
}
