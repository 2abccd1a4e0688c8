import { dayIn, oneOf, textIn } from '../kit/address.js';

/** What of the audit trail is in its address. */
export interface AuditSearch {
  readonly action?: string;
  readonly outcome?: 'done' | 'denied';
  /** A day, `YYYY-MM-DD`. */
  readonly from?: string;
  /** The day before which it ends. */
  readonly to?: string;
}

/** Reads it; what does not fit is left out. */
export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return {
    action: textIn(search.action),
    outcome: oneOf(search.outcome, ['done', 'denied']),
    from: dayIn(search.from),
    to: dayIn(search.to),
  };
}
