import { describe, expect, it } from 'vitest';
import { answersIn, type Example, named, proofIn, READERS, type Row } from './readers.js';
import { asking, entry, milestone } from './vocabulary.js';

const YEARLY = [entry('a.held', { validity: 'P1Y' })];

const WAIVERS: readonly Row[] = [
  {
    says: 'a waiver holds from its instant to the end of the day on which it expires',
    tell: (log) => log.waived('unit', 'a.held', '2011-03-01T12:00:00Z', '2011-06-30'),
    answers: {
      '2011-03-01T11:59:59.999Z': 'false',
      '2011-03-01T12:00:00Z': 'true',
      '2011-06-30T23:59:59.999Z': 'true',
      '2011-07-01': 'false',
    },
  },
  {
    says: 'the earliest of its ends ends a waiver, whichever was recorded first',
    tell: (log) => {
      const waiver = log.waived('unit', 'a.held', '2011-01-01', '2013-12-31');
      log.waiverEnded('unit', waiver, '2012-06-01');
      log.waiverEnded('unit', waiver, '2012-03-01');
    },
    answers: { '2012-02-29': 'true', '2012-03-01': 'false', '2012-06-01': 'false' },
  },
  {
    says: 'a retracted end does not end a waiver',
    tell: (log) => {
      const waiver = log.waived('unit', 'a.held', '2011-01-01');
      log.retracted('unit', log.waiverEnded('unit', waiver, '2012-03-01'));
    },
    answers: { '2012-03-01': 'true' },
  },
  {
    says: 'a retracted waiver waives nothing',
    tell: (log) => log.retracted('unit', log.waived('unit', 'a.held', '2011-01-01')),
    answers: { '2011-01-01': 'false' },
  },
  {
    says: 'an end before the waiver leaves nothing of it',
    tell: (log) => {
      log.waiverEnded('unit', log.waived('unit', 'a.held', '2011-01-01'), '2010-06-01');
    },
    answers: { '2010-06-01': 'false', '2011-01-01': 'false' },
  },
  {
    says: 'a waiver already over is recorded and waives nothing',
    tell: (log) => log.waived('unit', 'a.held', '2011-01-02', '2011-01-01'),
    answers: { '2011-01-01': 'false', '2011-01-02': 'false' },
  },
  {
    says: 'a waiver holds whatever else is known, also when it does not apply',
    tell: (log) => {
      log.waived('unit', 'a.held', '2011-01-01', '2012-12-31');
      log.lapsed('unit', 'a.held', '2011-06-01');
      log.assessed('unit', 'a.held', '2012-01-01', 'not-applicable');
    },
    answers: { '2011-06-01': 'true', '2012-01-01': 'true', '2013-01-01': 'not applicable' },
  },
  {
    says: 'a waiver meets within and heldFor',
    when: milestone('a.held', { within: 'P1M', heldFor: 'P1M' }),
    tell: (log) => log.waived('unit', 'a.held', '2011-01-01'),
    answers: { '2011-01-01': 'true', '2012-01-01': 'true' },
  },
  {
    says: 'a waiver does not start a run',
    when: milestone('a.held', { heldFor: 'P6M' }),
    tell: (log) => {
      log.waived('unit', 'a.held', '2011-01-01', '2011-06-30');
      log.achieved('unit', 'a.held', '2011-06-01');
    },
    answers: { '2011-06-30': 'true', '2011-07-01': 'false', '2011-12-01': 'true' },
  },
  {
    says: 'a waiver does not bridge a run',
    when: milestone('a.held', { heldFor: 'P6M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.waived('unit', 'a.held', '2012-01-01', '2012-02-29');
      log.lapsed('unit', 'a.held', '2012-01-15');
      log.achieved('unit', 'a.held', '2012-02-15');
    },
    answers: { '2012-02-29': 'true', '2012-03-01': 'false', '2012-08-15': 'true' },
  },
  {
    says: 'a waiver does not renew a validity',
    entries: YEARLY,
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.waived('unit', 'a.held', '2011-12-01', '2011-12-31');
    },
    answers: { '2011-12-31': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'any one active waiver suffices',
    tell: (log) => {
      const first = log.waived('unit', 'a.held', '2011-01-01');
      log.waived('unit', 'a.held', '2011-06-01', '2012-06-30');
      log.waiverEnded('unit', first, '2012-01-01');
    },
    answers: { '2011-01-01': 'true', '2012-01-01': 'true', '2012-07-01': 'false' },
  },
];

describe.each(READERS)('$name on waivers', (reader) => {
  it.each(named(WAIVERS))('%s', (_, { when, answers, ...rest }) => {
    const example = { model: asking(when ?? milestone('a.held')), ...rest };
    expect(answersIn(reader, example, Object.keys(answers))).toEqual(answers);
  });

  it('shows the waiver in the proof, and the fact where there is one', () => {
    const example: Example = {
      model: asking(milestone('a.held')),
      tell: (log) => {
        log.waived('unit', 'a.held', '2011-01-01', '2011-12-31');
        log.waived('unit', 'a.held', '2011-03-01', '2011-12-31');
        log.achieved('unit', 'a.held', '2011-06-01');
        log.achieved('unit', 'a.held', '2011-09-01');
      },
    };
    const run = { since: '2011-01-01T00:00:00.000Z', until: null };
    expect(proofIn(reader, example, '2011-02-01')).toEqual({ by: [2], waived: true, ...run });
    expect(proofIn(reader, example, '2011-04-01')).toEqual({ by: [3], waived: true, ...run });
    expect(proofIn(reader, example, '2011-07-01')).toEqual({ by: [4], waived: false, ...run });
    expect(proofIn(reader, example, '2012-07-01')).toEqual({ by: [5], waived: false, ...run });
  });
});
