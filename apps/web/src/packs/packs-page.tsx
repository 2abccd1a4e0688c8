import { Page } from '../kit/page.js';

/** Board packs */
export function PacksPage() {
  return <Page title="Board packs">…</Page>;
}
