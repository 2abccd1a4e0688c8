import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import { newId, type Tx } from '#lib/platform';
import { instantText } from './instants.js';
import type { Signal } from './signal.js';

/** An alert that came or went; of one whose cause was retracted no more is known than which it was. */
interface ChangedAlert {
  readonly id: string;
  readonly unit: UnitKey;
  readonly rule: string;
  readonly closed: boolean;
  readonly severity: string | null;
  readonly summary: string | null;
  readonly openedAt: Instant | null;
  readonly closedAt: Instant | null;
}

/** The alerts that came or went since this was asked last, which is noted with it: `changedAlerts` of the advice. */
export type ChangedAlerts = (tx: Tx, program: ProgramId) => Promise<readonly ChangedAlert[]>;

/** What is told of an alert that came or went. */
export function alertSignal(alert: ChangedAlert, now: Instant): Signal {
  const { id, unit, rule, closed, severity, summary, openedAt, closedAt } = alert;
  const text = (at: Instant | null) => (at === null ? null : instantText(at));
  return {
    type: closed ? 'alert.closed' : 'alert.opened',
    unit,
    at: (closed ? closedAt : openedAt) ?? now,
    data: {
      id: newId(),
      told: {
        ...{ alert: id, rule, severity, summary },
        openedAt: text(openedAt),
        // one whose cause was taken back never was
        closedAt: closed ? text(closedAt ?? now) : null,
      },
    },
  };
}
