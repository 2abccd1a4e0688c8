import { describe, expect, it } from 'vitest';
import type { AnyEvent } from '#lib/domain';
import { answersIn, named, READERS, type Row } from './readers.js';
import { asking, entry, milestone } from './vocabulary.js';

const YEARLY = [entry('a.held', { validity: 'P1Y' })];

const FACTS: readonly Row[] = [
  {
    says: 'a fact at the very instant counts, one after it does not',
    tell: (log) => log.achieved('unit', 'a.held', '2011-03-01T12:00:00Z'),
    answers: { '2011-03-01T11:59:59.999Z': 'false', '2011-03-01T12:00:00Z': 'true' },
  },
  {
    says: 'a month counts from the first instant of its last day',
    tell: (log) => log.achieved('unit', 'a.held', '2012-02'),
    answers: { '2012-02-28T23:59:59.999Z': 'false', '2012-02-29T00:00:00Z': 'true' },
  },
  {
    says: 'a quarter counts from the first instant of its last day',
    tell: (log) => log.achieved('unit', 'a.held', '2008-Q4'),
    answers: { '2008-12-30T23:59:59.999Z': 'false', '2008-12-31T00:00:00Z': 'true' },
  },
  {
    says: 'nothing counts later than it was recorded',
    tell: (log) => log.recordingAt('2012-02-10T08:00:00Z').achieved('unit', 'a.held', '2012'),
    answers: { '2012-02-10T07:59:59.999Z': 'false', '2012-02-10T08:00:00Z': 'true' },
  },
  {
    says: 'the instant orders the facts, not the order of recording',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2012-01-01');
      log.lapsed('unit', 'a.held', '2011-01-01');
    },
    answers: { '2011-06-01': 'false', '2012-01-01': 'true' },
  },
  {
    says: 'at one instant the position orders the facts',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2012-01-31');
      log.lapsed('unit', 'a.held', '2012-01');
    },
    answers: { '2012-01-31': 'false', '2013-01-01': 'false' },
  },
  {
    says: 'a retracted fact counts as if it had never been recorded',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.retracted('unit', log.lapsed('unit', 'a.held', '2012-01-01'));
    },
    answers: { '2011-01-01': 'true', '2012-06-01': 'true' },
  },
  {
    says: 'a retracted retraction retracts nothing',
    tell: (log) => {
      const retraction = log.retracted('unit', log.achieved('unit', 'a.held', '2011-01-01'));
      log.retracted('unit', retraction);
    },
    answers: { '2011-01-01': 'true' },
  },
  {
    says: 'a retraction whose retraction is retracted retracts',
    tell: (log) => {
      const first = log.retracted('unit', log.achieved('unit', 'a.held', '2011-01-01'));
      log.retracted('unit', log.retracted('unit', first));
    },
    answers: { '2011-01-01': 'false' },
  },
  {
    says: 'one of two retractions retracted leaves the other',
    tell: (log) => {
      const fact = log.achieved('unit', 'a.held', '2011-01-01');
      log.retracted('unit', log.retracted('unit', fact));
      log.retracted('unit', fact);
    },
    answers: { '2011-01-01': 'false' },
  },
  {
    says: 'before the retraction is known the fact counts',
    tell: (log) => log.retracted('unit', log.achieved('unit', 'a.held', '2011-01-01')),
    upTo: 2,
    answers: { '2011-01-01': 'true' },
  },
  {
    says: 'a lapse without an achievement is recorded and changes nothing',
    tell: (log) => log.lapsed('unit', 'a.held', '2011-01-01'),
    answers: { '2011-01-01': 'false', '2011-06-01': 'false' },
  },
];

const STATES: readonly Row[] = [
  {
    says: 'nothing known: not held',
    tell: () => undefined,
    answers: { '2011-01-01': 'false' },
  },
  {
    says: 'an assessment that it is not in place ends it',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.assessed('unit', 'a.held', '2012-01-01', 'no');
    },
    answers: { '2011-12-31T23:59:59.999Z': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'an assessment that it does not apply makes it not applicable, a lapse false again',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.assessed('unit', 'a.held', '2012-01-01', 'not-applicable');
      log.lapsed('unit', 'a.held', '2013-01-01');
    },
    answers: { '2011-01-01': 'true', '2012-01-01': 'not applicable', '2013-01-01': 'false' },
  },
  {
    says: 'a lower degree than asked is not held',
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01', 0.5);
      log.achieved('unit', 'a.held', '2012-01-01');
      log.achieved('unit', 'a.held', '2013-01-01', 0.9);
    },
    answers: { '2011-01-01': 'false', '2012-01-01': 'true', '2013-01-01': 'false' },
  },
  {
    says: 'exactly the degree asked is held',
    when: milestone('a.held', { degree: 0.5 }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01', 0.5);
      log.achieved('unit', 'a.held', '2012-01-01', 0.49);
    },
    answers: { '2011-01-01': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'a validity ends at its instant plus the duration, that instant excluded',
    entries: YEARLY,
    tell: (log) => log.achieved('unit', 'a.held', '2011-02-28T10:00:00Z'),
    answers: { '2012-02-28T09:59:59.999Z': 'true', '2012-02-28T10:00:00Z': 'false' },
  },
];

const RUNS: readonly Row[] = [
  {
    says: 'a further achievement before the validity ends continues the run',
    entries: YEARLY,
    when: milestone('a.held', { heldFor: 'P18M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'a.held', '2011-12-31T23:59:59.999Z');
    },
    answers: { '2012-06-30T23:59:59.999Z': 'false', '2012-07-01': 'true', '2012-12-31': 'true' },
  },
  {
    says: 'a further achievement at the end of the validity starts a new run',
    entries: YEARLY,
    when: milestone('a.held', { heldFor: 'P6M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'a.held', '2012-01-01');
    },
    answers: { '2011-12-31': 'true', '2012-01-01': 'false', '2012-07-01': 'true' },
  },
  {
    says: 'an achievement after a lapse at the same instant starts a new run',
    when: milestone('a.held', { heldFor: 'P6M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.lapsed('unit', 'a.held', '2012-01-01');
      log.achieved('unit', 'a.held', '2012-01-01');
    },
    answers: { '2011-12-31': 'true', '2012-01-01': 'false', '2012-07-01': 'true' },
  },
  {
    says: 'an achievement of too low a degree breaks the run',
    when: milestone('a.held', { heldFor: 'P6M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'a.held', '2012-01-01', 0.5);
      log.achieved('unit', 'a.held', '2012-01-02');
    },
    answers: { '2011-12-31': 'true', '2012-01-02': 'false', '2012-07-02': 'true' },
  },
  {
    says: 'the same degrees continue a run where less is asked',
    when: milestone('a.held', { degree: 0.5, heldFor: 'P18M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'a.held', '2012-01-01', 0.5);
    },
    answers: { '2012-06-30': 'false', '2012-07-01': 'true' },
  },
];

/** What a merger carries over counts from the merger on, and is as old as what it rests on. */
const CARRIED: readonly Row[] = [
  {
    says: 'a carried fact holds from the merger on, and runs out when its origin would have',
    entries: YEARLY,
    tell: (log) => {
      log.achieved('closed', 'a.held', '2011-01-01');
      log.carried('unit', 'a.held', '2011-06-01', log.events.at(-1) as AnyEvent);
    },
    answers: { '2011-05-31': 'false', '2011-06-01': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'within asks how old the origin is, heldFor how long it has been held here',
    when: milestone('a.held', { within: 'P1Y', heldFor: 'P1M' }),
    tell: (log) => {
      log.achieved('closed', 'a.held', '2011-01-01');
      log.carried('unit', 'a.held', '2011-06-01', log.events.at(-1) as AnyEvent);
    },
    answers: { '2011-06-30': 'false', '2011-07-01': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'what has run out at its origin is not held where it is carried to',
    entries: YEARLY,
    tell: (log) => {
      log.achieved('closed', 'a.held', '2011-01-01');
      log.carried('unit', 'a.held', '2012-06-01', log.events.at(-1) as AnyEvent);
    },
    answers: { '2012-06-01': 'false' },
  },
];

describe.each(READERS)('$name on what is held', (reader) => {
  it.each(named([...FACTS, ...STATES, ...RUNS, ...CARRIED]))(
    '%s',
    (_, { when, answers, ...rest }) => {
      const example = { model: asking(when ?? milestone('a.held')), ...rest };
      expect(answersIn(reader, example, Object.keys(answers))).toEqual(answers);
    },
  );
});
