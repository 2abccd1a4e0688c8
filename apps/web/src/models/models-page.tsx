import { Page } from '../kit/page.js';

/** Models */
export function ModelsPage() {
  return <Page title="Models">…</Page>;
}
