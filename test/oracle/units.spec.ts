import { describe, expect, it } from 'vitest';
import type { Expression } from '#lib/domain';
import { answersIn, type Example, named, proofIn, READERS, type Row } from './readers.js';
import { asking, milestone } from './vocabulary.js';

const A = milestone('a.held');
const UP = milestone('a.held', { scope: 'up' });
const units = (of: 'children' | 'descendants', atLeast: number, kind?: string): Expression => ({
  form: 'units',
  of,
  atLeast,
  meet: A,
  ...(kind === undefined ? {} : { kind }),
});

const DOWNWARDS: readonly Row[] = [
  {
    says: 'enough children must meet it',
    when: units('children', 2),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.registered('two', '2000-01-01', 'unit');
      log.achieved('one', 'a.held', '2010-01-01');
      log.achieved('two', 'a.held', '2011-01-01');
    },
    answers: { '2010-01-01': 'false', '2011-01-01': 'true' },
  },
  {
    says: 'grandchildren are descendants and no children',
    when: { form: 'all', of: [units('descendants', 1)] },
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.registered('two', '2000-01-01', 'one');
      log.achieved('two', 'a.held', '2010-01-01');
    },
    answers: { '2010-01-01': 'true' },
  },
  {
    says: 'children are not grandchildren, nor the unit itself',
    when: units('children', 1),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.registered('two', '2000-01-01', 'one');
      log.achieved('two', 'a.held', '2010-01-01');
      log.achieved('unit', 'a.held', '2010-01-01');
    },
    answers: { '2010-01-01': 'false' },
  },
  {
    says: 'only units of the kind they have then are counted',
    when: units('children', 1, 'region'),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit', 'team');
      log.achieved('one', 'a.held', '2010-01-01');
      log.changedKind('one', '2011-01-01', 'region');
      log.renamed('one', '2011-06-01', 'One');
      log.changedKind('one', '2012-01-01', 'team');
    },
    answers: {
      '2010-12-31T23:59:59.999Z': 'false',
      '2011-01-01': 'true',
      '2011-12-31T23:59:59.999Z': 'true',
      '2012-01-01': 'false',
    },
  },
  {
    says: 'a change of kind dated before the registration still counts after it',
    when: units('children', 1, 'region'),
    tell: (log) => {
      log.registered('one', '2011-01-01', 'unit', 'team');
      log.achieved('one', 'a.held', '2010-01-01');
      log.changedKind('one', '2010-06-01', 'region');
    },
    answers: { '2010-01-01': 'false', '2010-06-01': 'true', '2011-01-01': 'true' },
  },
  {
    says: 'retired units are left out, those below them are not',
    when: units('descendants', 2),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.registered('two', '2000-01-01', 'one');
      log.registered('three', '2000-01-01', 'two');
      for (const unit of ['one', 'two', 'three']) log.achieved(unit, 'a.held', '2010-01-01');
      log.retired('one', '2011-01-01');
      log.merged('two', '2012-01-01', 'three');
      log.reinstated('one', '2013-01-01');
    },
    answers: { '2011-01-01': 'true', '2012-01-01': 'false', '2013-01-01': 'true' },
  },
  {
    says: 'a unit that does not yet exist is left out, even under a waiver',
    when: units('children', 1),
    tell: (log) => {
      log.registered('one', '2011-01-01', 'unit');
      log.waived('one', 'a.held', '2010-01-01');
    },
    answers: { '2010-06-01': 'false', '2011-01-01': 'true' },
  },
  {
    says: 'units that have moved away are not counted',
    when: units('children', 1),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.achieved('one', 'a.held', '2010-01-01');
      log.moved('one', '2011-01-01', null);
    },
    answers: { '2010-12-31T23:59:59.999Z': 'true', '2011-01-01': 'false' },
  },
  {
    says: 'a former parent is counted below the unit under which it moved',
    when: { form: 'units', of: 'descendants', atLeast: 1, meet: UP },
    tell: (log) => {
      log.registered('top', '2000-01-01');
      log.registered('boss', '2000-01-01', 'top');
      log.moved('unit', '2000-01-01', 'boss');
      log.moved('unit', '2011-01-01', 'top');
      log.moved('boss', '2011-01-01', 'unit');
      log.achieved('top', 'a.held', '2010-01-01');
    },
    answers: { '2010-12-31': 'false', '2011-01-01': 'true' },
  },
  {
    says: 'without any unit below it is false, never not applicable',
    when: units('children', 1),
    tell: (log) => log.assessed('unit', 'a.held', '2010-01-01', 'not-applicable'),
    answers: { '2010-01-01': 'false' },
  },
  {
    says: 'a unit to which it does not apply does not meet it',
    when: units('children', 1),
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.assessed('one', 'a.held', '2010-01-01', 'not-applicable');
    },
    answers: { '2010-01-01': 'false' },
  },
  {
    says: 'what units are to meet may itself look up',
    when: { form: 'units', of: 'children', atLeast: 2, meet: UP },
    tell: (log) => {
      log.registered('one', '2000-01-01', 'unit');
      log.registered('two', '2000-01-01', 'unit');
      log.achieved('unit', 'a.held', '2010-01-01');
    },
    answers: { '2009-12-31': 'false', '2010-01-01': 'true' },
  },
];

describe.each(READERS)('$name on what lies below', (reader) => {
  it.each(named(DOWNWARDS))('%s', (_, { when, answers, ...rest }) => {
    const example = { model: asking(when ?? A), ...rest };
    expect(answersIn(reader, example, Object.keys(answers))).toEqual(answers);
  });

  it('names the facts of the units that meet it', () => {
    const example: Example = {
      model: asking(units('children', 1)),
      tell: (log) => {
        log.registered('one', '2000-01-01', 'unit');
        log.registered('two', '2000-01-01', 'unit');
        log.registered('three', '2000-01-01', 'unit');
        log.achieved('one', 'a.held', '2010-01-01');
        log.achieved('two', 'a.held', '2011-01-01');
        log.retired('one', '2012-01-01');
      },
    };
    const dates = ['2010-01-01', '2011-01-01', '2012-01-01'];
    const named = dates.map((on) => proofIn(reader, example, on)?.by);
    expect(named).toEqual([[5], [5, 6], [6]]);
    expect(proofIn(reader, example, '2012-01-01')?.since).toBe('2010-01-01T00:00:00.000Z');
  });
});
