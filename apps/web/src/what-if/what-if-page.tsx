import { Page } from '../kit/page.js';

/** What if */
export function WhatIfPage() {
  return <Page title="What if">…</Page>;
}
