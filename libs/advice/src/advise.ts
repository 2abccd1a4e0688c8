import { FOREVER, type Instant } from '#lib/domain';
import { type Achievement, achievementsOf } from './achievements.js';
import { type Alert, findAlerts } from './alerts/find-alerts.js';
import { nextChange } from './calendar.js';
import type { KnownUnit } from './known-unit.js';
import { gapsOf, type UnitGaps } from './gaps/gaps-of.js';
import { missingSteps, type Recommendation, recommend } from './recommendations/recommend.js';

/** All that is advised about one unit, as known at a position and seen at an instant. */
export interface UnitAdvice {
  readonly recommendations: readonly Recommendation[];
  readonly gaps: UnitGaps;
  readonly alerts: readonly Alert[];
  readonly achievements: readonly Achievement[];
  /** Until this instant it stays the same unless something new becomes known; `FOREVER`: for good. */
  readonly sameUntil: Instant;
}

/** What the rules say of a unit. Pure. */
export function advise(known: KnownUnit): UnitAdvice {
  const { alerts, changesAt } = findAlerts(known);
  const missing = missingSteps(known);
  return {
    recommendations: recommend(known, missing),
    gaps: gapsOf(known, missing),
    alerts,
    achievements: achievementsOf(known),
    sameUntil: Math.min(FOREVER, changesAt, nextChange(known)),
  };
}
