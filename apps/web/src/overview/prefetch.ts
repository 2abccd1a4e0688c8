import { api } from '../api/client.js';
import { queryClient } from '../api/query-client.js';
import { today } from '../time/words.js';
import { mainOf } from './main-top.js';
import { heatmapOf, movesOf, rollupOf, type Shown, topUnits, trendOf, unitOf } from './queries.js';
import { usualSince } from './trend/months.js';

/** Asks for what the frame of every page needs, while its code is still on the way. */
export function prefetchFrame(): void {
  void queryClient.prefetchQuery(api.queryOptions('get', '/api/v1/session'));
  void queryClient.prefetchQuery(api.queryOptions('get', '/api/v1/program'));
}

/** Asks for everything that the upper half of a unit's overview shows, at once and ahead of it. */
export function prefetchOverview(unit: string, shown: Shown): void {
  const day = today();
  const since = shown.since ?? usualSince(shown.asOf, day);
  void queryClient.prefetchQuery(rollupOf(unit, shown));
  void queryClient.prefetchQuery(heatmapOf(unit, shown));
  void queryClient.prefetchQuery(unitOf(unit));
  void queryClient.prefetchQuery(trendOf(unit, shown, day));
  void queryClient.prefetchQuery(movesOf(unit, shown, since));
}

/** The same where the topmost unit is to be found first. */
export function prefetchTop(shown: Shown): void {
  void queryClient
    .ensureQueryData(topUnits(shown))
    .then(({ items }) => {
      const main = mainOf(items);
      if (main) prefetchOverview(main.unit, shown);
    })
    // what went wrong is said by the page, which asks again
    .catch(() => undefined);
}
