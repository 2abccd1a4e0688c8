import { Page } from '../kit/page.js';

/** The overview of the top. */
export function TopOverviewPage() {
  return <Page title="Overview">…</Page>;
}

/** The overview of one unit and all below it. */
export function OverviewPage() {
  return <Page title="Overview">…</Page>;
}
