import type { EventId, MilestoneKey } from '#lib/domain';
import { type Author, AUTHORS } from '../authors.js';
import type { Precision } from '../calendar.js';
import { achieved, type Chronicle } from '../chronicle.js';
import { link, reporter } from '../journey/report.js';

/** How an episode is told: absent, to the day, heard of within a fortnight, by the unit's own reporter. */
export interface Manner {
  readonly precision?: Precision;
  readonly lag?: number;
  readonly by?: Author;
  readonly degree?: number;
  readonly note?: string;
  /** The title of what shows it. */
  readonly evidence?: string;
}

const LAG = 0.35;

/** Tells the episodes of a chronicle in a line each. */
export class Teller {
  constructor(readonly chronicle: Chronicle) {}

  achieve(unit: string, milestone: string, month: number, manner: Manner = {}): EventId {
    const { degree, note, evidence } = manner;
    const data = achieved(milestone, {
      ...(degree === undefined ? {} : { degree }),
      ...(note === undefined ? {} : { note }),
      ...(evidence === undefined ? {} : { evidence: [link(unit, evidence)] }),
    });
    return this.chronicle.tell({ type: 'milestone.achieved', data, ...told(unit, month, manner) });
  }

  lapse(unit: string, milestone: string, month: number, reason: string, manner?: Manner): EventId {
    const data = { milestone: milestone as MilestoneKey, reason };
    return this.chronicle.tell({ type: 'milestone.lapsed', data, ...told(unit, month, manner) });
  }

  assess(
    unit: string,
    milestone: string,
    outcome: 'no' | 'not-applicable',
    month: number,
    note: string,
  ): EventId {
    const data = { milestone: milestone as MilestoneKey, outcome, by: 'Group audit', note };
    const manner = { by: AUTHORS.audit };
    return this.chronicle.tell({ type: 'milestone.assessed', data, ...told(unit, month, manner) });
  }

  /** @param until the month in which it expires; absent: never */
  waive(unit: string, milestone: string, month: number, reason: string, until?: number): EventId {
    const { calendar } = this.chronicle;
    const data = {
      milestone: milestone as MilestoneKey,
      reason,
      ...(until === undefined ? {} : { expiresOn: calendar.given(until, 'day') }),
    };
    const manner = { by: AUTHORS.office };
    return this.chronicle.tell({ type: 'milestone.waived', data, ...told(unit, month, manner) });
  }

  retract(unit: string, event: EventId, month: number, reason: string): EventId {
    const data = { event, reason };
    const manner = { by: AUTHORS.office, lag: 0 };
    return this.chronicle.tell({ type: 'event.retracted', data, ...told(unit, month, manner) });
  }
}

/** What every fact of an episode says besides its data. */
export function told(unit: string, month: number, manner: Manner = {}) {
  const { precision, lag = LAG, by = reporter(unit) } = manner;
  return { unit, month, lag, by, ...(precision ? { precision } : {}) };
}
