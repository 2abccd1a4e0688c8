import { Page } from '../kit/page.js';

/** Board pack */
export function PackPage() {
  return <Page title="Board pack">…</Page>;
}
