import { Page } from '../kit/page.js';

/** The roadmap of the top. */
export function TopRoadmapPage() {
  return <Page title="Roadmap">…</Page>;
}

/** The roadmap of one unit and all below it. */
export function RoadmapPage() {
  return <Page title="Roadmap">…</Page>;
}
