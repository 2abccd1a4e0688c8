import { describe, expect, it } from 'vitest';
import { answersIn, type Example, named, proofIn, READERS, type Row } from './readers.js';
import { asking, milestone } from './vocabulary.js';

const A = milestone('a.held');
const UP = milestone('a.held', { scope: 'up' });

const UPWARDS: readonly Row[] = [
  {
    says: 'scope up is true when true for any ancestor',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.registered('middle', '2000-01-01', 'top');
      log.moved('unit', '2001-01-01', 'middle');
      log.achieved('top', 'a.held', '2011-01-01');
      log.lapsed('top', 'a.held', '2012-01-01');
    },
    answers: { '2010-12-31': 'false', '2011-01-01': 'true', '2012-01-01': 'false' },
  },
  {
    says: 'scope up reads the tree of that instant',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.achieved('top', 'a.held', '2010-01-01');
      log.moved('unit', '2011-01-01', 'top');
      log.moved('unit', '2012-01-01', null);
    },
    answers: {
      '2010-12-31T23:59:59.999Z': 'false',
      '2011-01-01': 'true',
      '2011-12-31T23:59:59.999Z': 'true',
      '2012-01-01': 'false',
    },
  },
  {
    says: 'a retracted move moves nothing',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.achieved('top', 'a.held', '2010-01-01');
      log.moved('unit', '2011-01-01', 'top');
      log.retracted('unit', log.moved('unit', '2012-01-01', null));
    },
    answers: { '2012-01-01': 'true' },
  },
  {
    says: 'of two moves at one instant the later recorded one counts',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.achieved('top', 'a.held', '2010-01-01');
      log.moved('unit', '2011-01-31', null);
      log.moved('unit', '2011-01', 'top');
    },
    answers: { '2011-01-31': 'true' },
  },
  {
    says: 'a unit and its parent may change places',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.registered('boss', '2000-01-01', 'top');
      log.moved('unit', '2000-01-01', 'boss');
      log.moved('unit', '2011-01-01', 'top');
      log.moved('boss', '2011-01-01', 'unit');
      log.achieved('boss', 'a.held', '2010-01-01');
      log.achieved('top', 'a.held', '2012-01-01');
    },
    answers: { '2010-12-31': 'true', '2011-01-01': 'false', '2012-01-01': 'true' },
  },
  {
    says: 'scope self does not look up',
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.achieved('top', 'a.held', '2010-01-01');
      log.moved('unit', '2011-01-01', 'top');
    },
    answers: { '2011-01-01': 'false' },
  },
  {
    says: 'an ancestor makes true what does not apply to the unit itself',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.moved('unit', '2001-01-01', 'top');
      log.assessed('unit', 'a.held', '2010-01-01', 'not-applicable');
      log.achieved('top', 'a.held', '2011-01-01');
    },
    answers: { '2010-01-01': 'not applicable', '2011-01-01': 'true' },
  },
  {
    says: 'what does not apply to an ancestor excuses nothing below it',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.moved('unit', '2001-01-01', 'top');
      log.assessed('top', 'a.held', '2010-01-01', 'not-applicable');
    },
    answers: { '2010-01-01': 'false' },
  },
  {
    says: 'a waiver at an ancestor holds below it',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.moved('unit', '2001-01-01', 'top');
      log.waived('top', 'a.held', '2010-01-01', '2010-12-31');
    },
    answers: { '2010-12-31': 'true', '2011-01-01': 'false' },
  },
  {
    says: 'a retired ancestor is still looked at',
    when: UP,
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.registered('middle', '2000-01-01', 'top');
      log.moved('unit', '2001-01-01', 'middle');
      log.achieved('top', 'a.held', '2010-01-01');
      log.retired('middle', '2011-01-01');
      log.retired('top', '2011-01-01');
    },
    answers: { '2011-01-01': 'true' },
  },
];

describe.each(READERS)('$name on what lies above', (reader) => {
  it.each(named(UPWARDS))('%s', (_, { when, answers, ...rest }) => {
    const example = { model: asking(when ?? A), ...rest };
    expect(answersIn(reader, example, Object.keys(answers))).toEqual(answers);
  });

  it('names the fact of the unit, then of the nearest ancestor, then waivers', () => {
    const example: Example = {
      model: asking(UP),
      tell: (log) => {
        log.registered('top', '2000-01-01');
        log.registered('middle', '2000-01-01', 'top');
        log.moved('unit', '2000-01-01', 'middle');
        log.waived('unit', 'a.held', '2010-01-01');
        log.achieved('top', 'a.held', '2011-01-01');
        log.achieved('middle', 'a.held', '2012-01-01');
        log.achieved('unit', 'a.held', '2013-01-01');
      },
    };
    const dates = ['2010-06-01', '2011-06-01', '2012-06-01', '2013-06-01'];
    const named = dates.map((on) => proofIn(reader, example, on)?.by);
    expect(named).toEqual([[5], [6], [7], [8]]);
    expect(proofIn(reader, example, '2010-06-01')?.waived).toBe(true);
    expect(proofIn(reader, example, '2011-06-01')?.waived).toBe(false);
  });
});
