import { Page } from '../kit/page.js';

/** Milestones */
export function MilestonesPage() {
  return <Page title="Milestones">…</Page>;
}
