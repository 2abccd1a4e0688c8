import { oneOf, textIn } from '../app/search.js';

/** What of the inbox is in its address. */
export interface AlertsSearch {
  readonly under?: string;
  readonly severity?: 'critical' | 'warning' | 'info';
  readonly state?: 'open' | 'acknowledged' | 'snoozed' | 'resolved';
  readonly rule?: string;
  readonly group?: 'rule' | 'unit' | 'severity';
}

/** Reads it; what does not fit is left out. */
export function alertsSearch(search: Readonly<Record<string, unknown>>): AlertsSearch {
  return {
    under: textIn(search.under),
    severity: oneOf(search.severity, ['critical', 'warning', 'info']),
    state: oneOf(search.state, ['open', 'acknowledged', 'snoozed', 'resolved']),
    rule: textIn(search.rule),
    group: oneOf(search.group, ['rule', 'unit', 'severity']),
  };
}
