import { Page } from '../kit/page.js';

/** Upgrade */
export function UpgradePage() {
  return <Page title="Upgrade">…</Page>;
}
