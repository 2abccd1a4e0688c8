import { Page } from '../kit/page.js';

/** Units */
export function UnitsPage() {
  return <Page title="Units">…</Page>;
}
