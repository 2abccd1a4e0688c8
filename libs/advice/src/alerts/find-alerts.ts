import { FOREVER, type Instant, type Span, type UnitKey } from '#lib/domain';
import { adviceId } from '../advice-id.js';
import type { AlertPolicy, Because, Finding, Severity } from '../finding.js';
import type { KnownUnit } from '../known-unit.js';
import { forgottenAt, isForgotten } from '../history.js';
import { ALERT_POLICIES } from './alert-policies.js';

/** Something that needs a person, or needed one. */
export interface Alert {
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly unit: UnitKey;
  readonly openedAt: Instant;
  /** When its cause ended; null while it lasts. */
  readonly closedAt: Instant | null;
  readonly summary: string;
  readonly because: readonly Because[];
}

/** Alerts of a unit, and the next instant at which they would be others without any new fact. */
export interface FoundAlerts {
  readonly alerts: readonly Alert[];
  readonly changesAt: Instant;
}

/** What the rules find at a unit: what lasts, and what began within a year and is over. */
export function findAlerts(
  known: KnownUnit,
  policies: readonly AlertPolicy[] = ALERT_POLICIES,
): FoundAlerts {
  const lives = known.evaluator.expressions.tree.lives(known.unit);
  const alerts = new Map<string, Alert>();
  let changesAt: Instant = FOREVER;
  const mark = (at: Instant) => {
    if (at > known.now && at < changesAt) changesAt = at;
  };
  for (const policy of policies) {
    for (const found of policy.find(known)) {
      const finding = within(found, lives);
      if (!finding) continue;
      const { from, until } = finding;
      for (const at of [from, until, ...(finding.changesAt ?? [])]) mark(at);
      if (from > known.now) continue;
      if (isForgotten(finding, known.now)) continue;
      const over = until <= known.now;
      if (over) mark(forgottenAt(finding));
      const { episode, severity, summary, because } = finding;
      const id = adviceId(known.program, policy.id, known.unit, episode);
      const closedAt = over ? until : null;
      const { unit } = known;
      alerts.set(id, {
        ...{ id, rule: policy.id, severity, unit, openedAt: from, closedAt },
        ...{ summary, because },
      });
    }
  }
  return { alerts: [...alerts.values()], changesAt };
}

/** A retired unit needs nobody: what begins while it lives ends with its life at the latest. */
function within(finding: Finding, lives: readonly Span[]): Finding | undefined {
  const life = lives.find(({ from, until }) => from <= finding.from && finding.from < until);
  return life && { ...finding, until: Math.min(finding.until, life.until) };
}
