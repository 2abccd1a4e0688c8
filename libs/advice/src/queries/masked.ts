import type { UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { inSight, type Viewer } from '#lib/projections';
import type { Alert } from '../alerts/find-alerts.js';
import { sponsorGone, withoutResting } from '../alerts/sponsor-gone.policy.js';
import type { Because } from '../finding.js';
import type { Recommendation } from '../recommendations/recommend.js';

/** A reason as one reads it who does not see its unit. */
export type MaskedBecause =
  | Because
  | (Omit<Extract<Because, { readonly unit: UnitKey }>, 'unit'> & { readonly unit: null });

type Told = Pick<Alert, 'rule' | 'unit' | 'summary'> & { readonly because: readonly Because[] };

/** Some alerts of units in sight; other units that their reasons name are null. */
export async function maskAlerts<A extends Told>(
  tx: Tx,
  viewer: Viewer,
  alerts: readonly A[],
): Promise<readonly (Omit<A, 'because'> & { readonly because: readonly MaskedBecause[] })[]> {
  const seen = await seenOf(
    tx,
    viewer,
    alerts.flatMap(({ because }) => because.flatMap(unitOf)),
  );
  return alerts.map((alert) => {
    const hidden = alert.because.flatMap(unitOf).filter((unit) => !seen(unit));
    if (hidden.length === 0) return alert;
    const summary =
      alert.rule === sponsorGone.id ? hidden.reduce(withoutResting, alert.summary) : alert.summary;
    const because = alert.because.map((one) =>
      'unit' in one && !seen(one.unit) ? { ...one, unit: null } : one,
    );
    return { ...alert, summary, because };
  });
}

/** Some next steps of units in sight; units above them that are not are null. */
export async function maskSteps<Step extends Pick<Recommendation, 'level'>>(
  tx: Tx,
  viewer: Viewer,
  steps: readonly Step[],
): Promise<readonly Step[]> {
  const seen = await seenOf(
    tx,
    viewer,
    steps.flatMap(({ level }) => level ?? []),
  );
  return steps.map((step) =>
    step.level === null || seen(step.level) ? step : { ...step, level: null },
  );
}

function unitOf(because: Because): readonly UnitKey[] {
  return 'unit' in because ? [because.unit] : [];
}

async function seenOf(
  tx: Tx,
  viewer: Viewer,
  units: readonly UnitKey[],
): Promise<(unit: UnitKey) => boolean> {
  if (viewer.sight === 'everything' || units.length === 0) return () => true;
  const seen = await inSight(tx, viewer, [...new Set(units)]);
  return (unit) => seen.has(unit);
}
