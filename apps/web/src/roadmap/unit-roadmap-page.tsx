import { Page } from '../kit/page.js';

/** Roadmap */
export function UnitRoadmapPage() {
  return <Page title="Roadmap">…</Page>;
}
