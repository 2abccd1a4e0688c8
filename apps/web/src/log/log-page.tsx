import { Page } from '../kit/page.js';

/** Log */
export function LogPage() {
  return <Page title="Log">…</Page>;
}
