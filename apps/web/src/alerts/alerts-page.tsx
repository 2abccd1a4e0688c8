import { Page } from '../kit/page.js';

/** Alerts */
export function AlertsPage() {
  return <Page title="Alerts">…</Page>;
}
