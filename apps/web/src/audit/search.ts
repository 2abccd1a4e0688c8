import { oneOf, textIn } from '../app/search.js';

/** What of the audit trail is in its address. */
export interface AuditSearch {
  readonly action?: string;
  readonly outcome?: 'done' | 'denied';
  readonly from?: string;
  readonly to?: string;
}

/** Reads it; what does not fit is left out. */
export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  return {
    action: textIn(search.action),
    outcome: oneOf(search.outcome, ['done', 'denied']),
    from: textIn(search.from),
    to: textIn(search.to),
  };
}
