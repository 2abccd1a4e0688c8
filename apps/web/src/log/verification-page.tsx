import { Page } from '../kit/page.js';

/** Verification */
export function VerificationPage() {
  return <Page title="Verification">…</Page>;
}
