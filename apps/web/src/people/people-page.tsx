import { Page } from '../kit/page.js';

/** People */
export function PeoplePage() {
  return <Page title="People">…</Page>;
}
