import { Page } from '../kit/page.js';

/** Model */
export function ModelPage() {
  return <Page title="Model">…</Page>;
}
