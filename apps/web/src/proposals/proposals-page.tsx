import { Page } from '../kit/page.js';

/** Proposals */
export function ProposalsPage() {
  return <Page title="Proposals">…</Page>;
}
