import { Page } from '../kit/page.js';

/** Standing */
export function LadderPage() {
  return <Page title="Standing">…</Page>;
}
