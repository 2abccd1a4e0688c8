import { Page } from '../kit/page.js';

/** Audit trail */
export function AuditPage() {
  return <Page title="Audit trail">…</Page>;
}
