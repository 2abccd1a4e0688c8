import { describe, expect, it } from 'vitest';
import type { Standing } from '#lib/domain';
import { type Example, named, READERS, standingIn } from './readers.js';
import { readable } from './time.js';
import { asking, milestone } from './vocabulary.js';

interface Row extends Omit<Example, 'model'> {
  readonly says: string;
  /** The unit asked about; absent: `child`. */
  readonly unit?: string;
  /** `since` at each date; null: it has no standing. */
  readonly since: Readonly<Record<string, string | null>>;
}

const MIDNIGHT = 'T00:00:00.000Z';

const ROWS: readonly Row[] = [
  {
    says: 'a unit without facts begins with its registration',
    tell: (log) => log.registered('child', '2011-01-31'),
    since: { '2011-01-30T23:59:59.999Z': null, '2011-01-31': '2011-01-31' },
  },
  {
    says: 'a unit that was never registered has no standing',
    tell: () => undefined,
    since: { '2011-01-31': null },
  },
  {
    says: 'an earlier fact of its own begins it earlier',
    tell: (log) => {
      log.registered('child', '2012-01-01');
      log.lapsed('child', 'b.held', '2011-01-01');
    },
    since: { '2010-12-31': null, '2011-01-01': '2011-01-01', '2013-01-01': '2011-01-01' },
  },
  {
    says: 'a retracted fact begins nothing',
    tell: (log) => {
      log.registered('child', '2012-01-01');
      log.retracted('child', log.assessed('child', 'b.held', '2011-01-01', 'no'));
    },
    since: { '2011-01-01': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'a waiver begins nothing',
    tell: (log) => {
      log.registered('child', '2012-01-01');
      log.waived('child', 'b.held', '2011-01-01');
    },
    since: { '2011-01-01': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'a change, a move or a retirement dated earlier begins nothing',
    tell: (log) => {
      log.registered('child', '2012-01-01');
      log.changedKind('child', '2011-01-01', 'team');
      log.moved('child', '2011-01-01', 'unit');
      log.reinstated('child', '2011-01-01');
    },
    since: { '2011-01-01': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'a fact of a descendant begins those above it, not those beside it',
    unit: 'parent',
    tell: (log) => {
      log.registered('parent', '2012-01-01');
      log.registered('child', '2012-01-01', 'parent');
      log.registered('grandchild', '2012-01-01', 'child');
      log.achieved('grandchild', 'b.held', '2010-01-01');
    },
    since: { '2009-12-31': null, '2010-01-01': '2010-01-01' },
  },
  {
    says: 'the fact of a sister begins nothing',
    tell: (log) => {
      log.registered('parent', '2012-01-01');
      log.registered('child', '2012-01-01', 'parent');
      log.registered('sister', '2012-01-01', 'parent');
      log.achieved('sister', 'b.held', '2010-01-01');
    },
    since: { '2010-01-01': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'the registration of a descendant begins nothing above it',
    unit: 'parent',
    tell: (log) => {
      log.registered('parent', '2012-01-01');
      log.registered('child', '2010-01-01', 'parent');
    },
    since: { '2010-01-01': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'a fact begins the parent of its instant, by a move before it',
    unit: 'later',
    tell: (log) => {
      log.registered('earlier', '2012-01-01');
      log.registered('later', '2012-01-01');
      log.registered('child', '2012-01-01', 'earlier');
      log.moved('child', '2011-01-01', 'later');
      log.achieved('child', 'b.held', '2011-01-01');
    },
    since: { '2010-12-31': null, '2011-01-01': '2011-01-01' },
  },
  {
    says: 'a fact does not begin the parent of another time',
    unit: 'later',
    tell: (log) => {
      log.registered('earlier', '2012-01-01');
      log.registered('later', '2012-01-01');
      log.registered('child', '2012-01-01', 'earlier');
      log.moved('child', '2011-01-02', 'later');
      log.achieved('child', 'b.held', '2011-01-01');
    },
    since: { '2011-01-02': null, '2012-01-01': '2012-01-01' },
  },
  {
    says: 'a retired unit has no standing until it is reinstated, and begins its run anew',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.retired('child', '2011-01-01');
      log.reinstated('child', '2012-01-01');
    },
    since: {
      '2010-12-31T23:59:59.999Z': '2010-01-01',
      '2011-01-01': null,
      '2011-12-31T23:59:59.999Z': null,
      '2012-01-01': '2012-01-01',
    },
  },
  {
    says: 'a merged unit is retired',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.merged('child', '2011-01-01', 'unit');
    },
    since: { '2010-12-31': '2010-01-01', '2011-01-01': null },
  },
  {
    says: 'a retracted retirement retires nothing',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.retracted('child', log.retired('child', '2011-01-01'));
    },
    since: { '2011-01-01': '2010-01-01' },
  },
  {
    says: 'of a retirement and a reinstatement at one instant the later recorded one counts',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.reinstated('child', '2011-01-31');
      log.retired('child', '2011-01');
    },
    since: { '2011-01-30': '2010-01-01', '2011-01-31': null },
  },
  {
    says: 'a fact of a retired unit does not bring it back',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.retired('child', '2011-01-01');
      log.achieved('child', 'a.held', '2012-01-01');
    },
    since: { '2012-01-01': null },
  },
  {
    says: 'the run at a stage ends with it and starts anew',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.achieved('child', 'a.held', '2011-01-01');
      log.lapsed('child', 'a.held', '2012-01-01');
      log.achieved('child', 'a.held', '2013-01-01');
      log.achieved('child', 'a.held', '2014-01-01');
    },
    since: {
      '2010-06-01': '2010-01-01',
      '2011-06-01': '2011-01-01',
      '2012-06-01': '2012-01-01',
      '2014-06-01': '2013-01-01',
    },
  },
  {
    says: 'a lapse and an achievement at one instant do not break the run at the stage',
    tell: (log) => {
      log.registered('child', '2010-01-01');
      log.achieved('child', 'a.held', '2011-01-01');
      log.lapsed('child', 'a.held', '2012-01-01');
      log.achieved('child', 'a.held', '2012-01-01');
    },
    since: { '2012-01-01': '2011-01-01' },
  },
];

describe.each(READERS)('$name on beginnings and runs', (reader) => {
  it.each(named(ROWS))('%s', (_, { since, unit, ...rest }) => {
    const example = { model: asking(milestone('a.held')), ...rest };
    const found = Object.keys(since).map((on) => {
      const standing: Standing | undefined = standingIn(reader, example, on, unit ?? 'child');
      return [on, standing ? readable(standing.since).replace(MIDNIGHT, '') : null];
    });
    expect(Object.fromEntries(found)).toEqual(since);
  });

  it('gives a criterion met before a retirement its whole run', () => {
    const example: Example = {
      model: asking(milestone('a.held')),
      tell: (log) => {
        log.achieved('unit', 'a.held', '2010-01-01');
        log.retired('unit', '2011-01-01');
        log.reinstated('unit', '2012-01-01');
      },
    };
    const standing = standingIn(reader, example, '2012-06-01');
    expect(standing?.since).toBe(Date.UTC(2012, 0, 1));
    expect(standing?.met[0]?.since).toBe(Date.UTC(2010, 0, 1));
  });
});
