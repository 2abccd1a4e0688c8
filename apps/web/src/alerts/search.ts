import type { Schemas } from '#lib/client';
import { oneOf, textIn } from '../kit/address.js';

type Alert = Schemas['Alert'];

export const SEVERITIES = ['critical', 'warning', 'info'] as const satisfies Alert['severity'][];
export const STATES = [
  'open',
  'acknowledged',
  'snoozed',
  'resolved',
  'closed',
] as const satisfies Alert['state'][];
const GROUPS = ['rule', 'unit', 'severity'] as const;

/** What of the inbox is in its address. */
export interface AlertsSearch {
  readonly under?: string;
  readonly severity?: Alert['severity'];
  /** Absent: what needs somebody. */
  readonly state?: Alert['state'];
  readonly rule?: Alert['rule'];
  readonly assignee?: 'me' | 'nobody';
  readonly group?: (typeof GROUPS)[number];
}

/** Reads it; what does not fit is left out. */
export function alertsSearch(search: Readonly<Record<string, unknown>>): AlertsSearch {
  return {
    under: textIn(search.under),
    severity: oneOf(search.severity, SEVERITIES),
    state: oneOf(search.state, STATES),
    rule: oneOf(search.rule, Object.keys(RULE_TEXTS) as Alert['rule'][]),
    assignee: oneOf(search.assignee, ['me', 'nobody']),
    group: oneOf(search.group, GROUPS),
  };
}

/** What each rule found, as a heading. */
export const RULE_TEXTS: Readonly<Record<Alert['rule'], string>> = {
  'sponsor-gone': 'The sponsor is gone',
  'stage-lost': 'A stage was lost',
  stalled: 'Nothing moves',
  'over-claiming': 'More is claimed than can be shown',
  'review-overdue': 'Something has to be looked at again',
  'running-out': 'Something runs out soon',
  'prove-why': 'Somebody asks what it is worth',
  'hands-off': 'It was handed over too early',
  'coe-trap': 'Everything hangs on the centre of excellence',
};
