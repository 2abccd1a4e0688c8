import { describe, expect, it } from 'vitest';
import type { Expression } from '#lib/domain';
import { answersIn, type Example, named, proofIn, READERS, type Row } from './readers.js';
import { readableExpression } from './readable.js';
import type { Story } from './story.js';
import { asking, entry, milestone } from './vocabulary.js';

const [A, B, C] = [milestone('a.held'), milestone('b.held'), milestone('c.held')];
const all = (...of: Expression[]): Expression => ({ form: 'all', of });
const any = (...of: Expression[]): Expression => ({ form: 'any', of });
const atLeast = (count: number, ...of: Expression[]): Expression => ({
  form: 'atLeast',
  count,
  of,
});
const implies = (...impliedBy: string[]) => entry('a.held', { impliedBy });

/** `a` holds from 2011, `b` from 2012; `c` never applies from 2013. */
const tellThree = (log: Story) => {
  log.achieved('unit', 'a.held', '2011-01-01');
  log.achieved('unit', 'b.held', '2012-01-01');
  log.assessed('unit', 'c.held', '2013-01-01', 'not-applicable');
};
/** None applies from 2011. */
const tellNone = (log: Story) => {
  for (const key of ['a.held', 'b.held', 'c.held']) {
    log.assessed('unit', key, '2011-01-01', 'not-applicable');
  }
};

const COMBINED: readonly Row[] = [
  {
    says: 'all needs every part that applies',
    when: all(A, B, C),
    tell: tellThree,
    answers: { '2011-01-01': 'false', '2012-01-01': 'false', '2013-01-01': 'true' },
  },
  {
    says: 'any needs some part that applies',
    when: any(B, C),
    tell: tellThree,
    answers: { '2011-01-01': 'false', '2012-01-01': 'true', '2013-01-01': 'true' },
  },
  {
    says: 'any with the rest not applicable is false when its last part is',
    when: any(milestone('d.held'), C),
    tell: tellThree,
    answers: { '2013-01-01': 'false' },
  },
  {
    says: 'atLeast needs its count',
    when: atLeast(2, A, B, milestone('d.held')),
    tell: tellThree,
    answers: { '2011-01-01': 'false', '2012-01-01': 'true' },
  },
  {
    says: 'atLeast needs no more than there are parts that apply',
    when: atLeast(2, milestone('d.held'), C),
    tell: (log) => {
      tellThree(log);
      log.achieved('unit', 'd.held', '2014-01-01');
    },
    answers: { '2012-01-01': 'false', '2013-01-01': 'false', '2014-01-01': 'true' },
  },
  ...[all(A, B), any(A, B), atLeast(1, A, B), all(any(A), B)].map((when) => ({
    says: `${readableExpression(when)}: nothing left, so it does not apply`,
    when,
    tell: tellNone,
    answers: { '2010-12-31': 'false', '2011-01-01': 'not applicable' },
  })),
];

const WITHIN: readonly Row[] = [
  {
    says: 'within looks at the last fact and leaves its end out',
    when: milestone('a.held', { within: 'P1M' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-31');
      log.achieved('unit', 'a.held', '2011-02-10');
    },
    answers: {
      '2011-01-31': 'true',
      '2011-03-09T23:59:59.999Z': 'true',
      '2011-03-10': 'false',
    },
  },
  {
    says: 'within needs it held as well',
    entries: [entry('a.held', { validity: 'P1M' })],
    when: milestone('a.held', { within: 'P1Y' }),
    tell: (log) => log.achieved('unit', 'a.held', '2011-01-31'),
    answers: { '2011-02-27': 'true', '2011-02-28': 'false' },
  },
  {
    says: 'heldFor is true from the start of the run plus the duration',
    when: milestone('a.held', { heldFor: 'P1M' }),
    tell: (log) => log.achieved('unit', 'a.held', '2011-01-31'),
    answers: { '2011-02-27T23:59:59.999Z': 'false', '2011-02-28': 'true' },
  },
  {
    says: 'heldFor and within together need both',
    when: milestone('a.held', { heldFor: 'P1M', within: 'P2M' }),
    tell: (log) => log.achieved('unit', 'a.held', '2011-01-31'),
    answers: { '2011-02-27': 'false', '2011-02-28': 'true', '2011-03-31': 'false' },
  },
  {
    says: 'a lower degree has a run of its own',
    when: all(milestone('a.held', { degree: 0.5, heldFor: 'P1Y' })),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01', 0.5);
      log.achieved('unit', 'a.held', '2011-06-01');
    },
    answers: { '2011-12-31': 'false', '2012-01-01': 'true' },
  },
];

const IMPLIED: readonly Row[] = [
  {
    says: 'a key is held when one that implies it is, through several steps',
    entries: [implies('d.held', 'b.held'), entry('b.held', { impliedBy: ['c.held'] })],
    tell: (log) => log.achieved('unit', 'c.held', '2011-01-01'),
    answers: { '2010-12-31': 'false', '2011-01-01': 'true' },
  },
  {
    says: 'an implying key has its own validity',
    entries: [
      entry('a.held', { validity: 'P1M', impliedBy: ['b.held'] }),
      entry('b.held', { validity: 'P1Y' }),
    ],
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.achieved('unit', 'b.held', '2011-01-01');
    },
    answers: { '2011-12-31': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'the same is asked of the implying key: its degree and its own run',
    entries: [implies('b.held')],
    when: milestone('a.held', { degree: 0.5, heldFor: 'P1Y' }),
    tell: (log) => {
      log.achieved('unit', 'a.held', '2011-01-01');
      log.lapsed('unit', 'a.held', '2011-10-01');
      log.achieved('unit', 'b.held', '2011-07-01', 0.5);
    },
    answers: { '2012-01-01': 'false', '2012-06-30': 'false', '2012-07-01': 'true' },
  },
  {
    says: 'a waiver of an implying key holds the key',
    entries: [implies('b.held')],
    tell: (log) => log.waived('unit', 'b.held', '2011-01-01', '2011-12-31'),
    answers: { '2011-12-31': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'a key that does not apply is held by one that implies it',
    entries: [implies('b.held')],
    tell: (log) => {
      log.assessed('unit', 'a.held', '2011-01-01', 'not-applicable');
      log.achieved('unit', 'b.held', '2012-01-01');
      log.lapsed('unit', 'b.held', '2013-01-01');
    },
    answers: {
      '2011-01-01': 'not applicable',
      '2012-01-01': 'true',
      '2013-01-01': 'not applicable',
    },
  },
  {
    says: 'an implying key that does not apply excuses nothing',
    entries: [implies('b.held')],
    tell: (log) => log.assessed('unit', 'b.held', '2011-01-01', 'not-applicable'),
    answers: { '2011-01-01': 'false' },
  },
];

describe.each(READERS)('$name on expressions', (reader) => {
  it.each(named([...COMBINED, ...WITHIN, ...IMPLIED]))('%s', (_, { when, answers, ...rest }) => {
    const example = { model: asking(when ?? A), ...rest };
    expect(answersIn(reader, example, Object.keys(answers))).toEqual(answers);
  });

  it('names the latest event of each part that is true, and bounds the whole run', () => {
    const example: Example = {
      model: asking(any(all(A, B), C)),
      tell: (log) => {
        log.achieved('unit', 'a.held', '2011-01-01');
        log.achieved('unit', 'c.held', '2011-02-01');
        log.achieved('unit', 'b.held', '2011-03-01');
        log.lapsed('unit', 'c.held', '2011-04-01');
        log.achieved('unit', 'a.held', '2011-05-01');
        log.lapsed('unit', 'b.held', '2011-06-01');
      },
    };
    const whole = {
      since: '2011-02-01T00:00:00.000Z',
      until: '2011-06-01T00:00:00.000Z',
      waived: false,
    };
    expect(proofIn(reader, example, '2011-02-15')).toEqual({ by: [3], ...whole });
    expect(proofIn(reader, example, '2011-03-15')).toEqual({ by: [2, 3, 4], ...whole });
    expect(proofIn(reader, example, '2011-05-15')).toEqual({ by: [4, 6], ...whole });
    expect(proofIn(reader, example, '2011-06-01')).toBeUndefined();
  });

  it('prefers the key itself, then those that imply it depth first in their order', () => {
    const example: Example = {
      model: asking(A),
      entries: [implies('b.held', 'c.held'), entry('b.held', { impliedBy: ['d.held'] })],
      tell: (log) => {
        log.achieved('unit', 'c.held', '2011-01-01');
        log.achieved('unit', 'd.held', '2012-01-01');
        log.achieved('unit', 'b.held', '2013-01-01');
        log.achieved('unit', 'a.held', '2014-01-01');
      },
    };
    const dates = ['2011-01-01', '2012-01-01', '2013-01-01', '2014-01-01'];
    const named = dates.map((on) => proofIn(reader, example, on)?.by);
    expect(named).toEqual([[2], [3], [4], [5]]);
  });
});
