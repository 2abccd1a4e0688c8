import { Page } from '../kit/page.js';

/** Your account */
export function AccountPage() {
  return <Page title="Your account">…</Page>;
}
