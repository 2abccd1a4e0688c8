import { Page } from '../kit/page.js';

/** Groups */
export function GroupsPage() {
  return <Page title="Groups">…</Page>;
}
