import type { Teller } from './teller.js';

/** Records that are taken back, and one whose taking back is taken back. */
export function tellSecondThoughts(teller: Teller): void {
  const doubted = teller.achieve('france', 'readiness.audited', 16.2, { evidence: 'Audit report' });
  const mistaken = teller.retract('france', doubted, 18.1, 'The report could not be found.');
  teller.retract('france', mistaken, 19.4, 'The report was found after all.');

  const praised = teller.achieve('iberia', 'business-value.reported', 33.4, {
    note: 'Praised in the newsletter.',
  });
  teller.retract('iberia', praised, 36.8, 'The newsletter told of another country.');

  const test = teller.achieve('service-desk', 'hub.launched', 21.2, { note: 'test' });
  teller.retract('service-desk', test, 21.3, 'Entered to try the form.');

  // found in an old presentation, most of a year later
  teller.achieve('canada', 'pilots.completed', 4.4, { lag: 9.4, precision: 'quarter' });
  teller.achieve('nordics', 'problem.acknowledged', 2.2, { lag: 11.2, precision: 'year' });
  teller.achieve('singapore', 'listening.started', 12.6, { lag: 7.7, precision: 'month' });
}
