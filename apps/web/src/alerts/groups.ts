import type { Schemas } from '#lib/client';
import { RULE_TEXTS } from './search.js';
import { SEVERITY_TEXTS } from './severity.js';

export type Alert = Schemas['Alert'];

/** Alerts that belong together. */
export interface Group {
  readonly key: string;
  readonly title: string;
  readonly alerts: readonly Alert[];
}

const RANKS: Readonly<Record<Alert['severity'], number>> = { critical: 0, warning: 1, info: 2 };

/** Puts alerts together, the group with the gravest first, then the largest. */
export function groupsOf(
  alerts: readonly Alert[],
  by: 'rule' | 'unit' | 'severity',
): readonly Group[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const key = alert[by];
    groups.set(key, [...(groups.get(key) ?? []), alert]);
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      title: titleOf(by, members[0] as Alert),
      alerts: members.toSorted((a, b) => RANKS[a.severity] - RANKS[b.severity]),
    }))
    .toSorted((a, b) => gravest(a) - gravest(b) || b.alerts.length - a.alerts.length);
}

const gravest = ({ alerts }: Group): number =>
  Math.min(...alerts.map(({ severity }) => RANKS[severity]));

function titleOf(by: 'rule' | 'unit' | 'severity', { rule, unitName, severity }: Alert): string {
  if (by === 'rule') return RULE_TEXTS[rule];
  return by === 'unit' ? unitName : SEVERITY_TEXTS[severity];
}
