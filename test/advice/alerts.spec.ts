import { describe, expect, it } from 'vitest';
import type { EventId, ModelId, UnitKey } from '#lib/domain';
import { adviceFor, type Look, proven, story } from './see.js';
import { alerts, LITHIUM } from './see-alerts.js';

describe('sponsor-gone', () => {
  const left = () => {
    const told = story('acme', 'care<acme');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    told.lapsed('care', 'sponsor.approved', '2013-05-01');
    return told;
  };

  it('is critical when the sponsor on whom a stage rests leaves', () => {
    expect(alerts(left(), 'sponsor-gone', '2013-06-01')).toEqual([
      ['critical', '2013-05-01', null],
    ]);
  });
  it('ends when a new sponsor is approved, and is kept for a year', () => {
    const told = left();
    told.achieved('care', 'sponsor.approved', '2013-09-01');
    const closed = [['critical', '2013-05-01', '2013-09-01']];
    expect(alerts(told, 'sponsor-gone', '2014-04-30')).toEqual(closed);
    expect(alerts(told, 'sponsor-gone', '2014-05-01')).toEqual([]);
  });
  it('is raised under a waiver as well', () => {
    const told = left();
    told.waived('care', 'sponsor.approved', '2013-01-01');
    expect(alerts(told, 'sponsor-gone', '2013-06-01')).toEqual([['critical', '2013-05-01', null]]);
  });
  it('is not raised while a unit above still has a sponsor', () => {
    const told = left();
    told.achieved('acme', 'sponsor.approved', '2012-01-01');
    expect(alerts(told, 'sponsor-gone', '2013-06-01')).toEqual([]);
  });
  it('is not raised where nothing rested on the sponsor', () => {
    const look: Look = { models: ['crawl-walk-run-fly'] };
    expect(alerts(left(), 'sponsor-gone', '2013-06-01', look)).toEqual([]);
  });
  it('is raised for a stage of a unit below', () => {
    const told = left();
    const [approved] = told.events.filter(({ type }) => type === 'milestone.achieved');
    const resting = new Map([
      [
        approved?.id as EventId,
        {
          unit: 'desk' as UnitKey,
          model: 'lithium' as ModelId,
          title: 'The social customer journey',
          ordinal: 2,
          name: 'Sponsored',
        },
      ],
    ]);
    const look: Look = { models: ['crawl-walk-run-fly'], below: { resting } };
    expect(alerts(told, 'sponsor-gone', '2013-06-01', look)).toHaveLength(1);
  });
  it('was never raised when the lapse was recorded in error', () => {
    const told = left();
    told.retracted('care', told.events[told.events.length - 1]?.id as EventId);
    expect(alerts(told, 'sponsor-gone', '2013-06-01')).toEqual([]);
  });
  it('ends when the unit is retired', () => {
    const told = left();
    told.retired('care', '2013-07-01');
    expect(alerts(told, 'sponsor-gone', '2013-08-01')).toEqual([
      ['critical', '2013-05-01', '2013-07-01'],
    ]);
  });
});

describe('stage-lost', () => {
  const fell = () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    told.achieved('care', 'hub.launched', '2012-03-01');
    return told;
  };

  it('is a warning for one stage and critical for two', () => {
    const told = fell();
    told.lapsed('care', 'hub.launched', '2013-01-01');
    expect(alerts(told, 'stage-lost', '2013-02-01')).toEqual([['warning', '2013-01-01', null]]);
    const deep = fell();
    deep.lapsed('care', 'sponsor.approved', '2013-01-01');
    expect(alerts(deep, 'stage-lost', '2013-02-01')).toEqual([['critical', '2013-01-01', null]]);
  });
  it('names the criterion that was lost and the fact that lost it', () => {
    const told = fell();
    const lapse = told.lapsed('care', 'hub.launched', '2013-01-01');
    const [alert] = adviceFor(told, 'care', '2013-02-01', LITHIUM).alerts.filter(
      ({ rule }) => rule === 'stage-lost',
    );
    expect(alert?.because).toMatchObject([
      { kind: 'criterion', model: 'lithium' },
      { kind: 'event', event: lapse, milestone: 'hub.launched', unit: 'care' },
    ]);
  });
  it('ends when the stage is reached again, and lasts as long as it is not', () => {
    const told = fell();
    told.lapsed('care', 'hub.launched', '2013-01-01');
    told.achieved('care', 'hub.launched', '2013-03-01');
    expect(alerts(told, 'stage-lost', '2013-04-01')).toEqual([
      ['warning', '2013-01-01', '2013-03-01'],
    ]);
    const never = fell();
    never.lapsed('care', 'hub.launched', '2013-01-01');
    expect(alerts(never, 'stage-lost', '2016-01-01')).toEqual([['warning', '2013-01-01', null]]);
  });
  it('comes with the calendar when a validity ends', () => {
    const told = fell();
    const look: Look = { ...LITHIUM, entries: { 'hub.launched': { validity: 'P1Y' } } };
    expect(alerts(told, 'stage-lost', '2013-02-28', look)).toEqual([]);
    expect(alerts(told, 'stage-lost', '2013-03-01', look)).toEqual([
      ['warning', '2013-03-01', null],
    ]);
  });
});

describe('stalled', () => {
  it('is raised a year after the last new milestone, and ends with the next', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    expect(alerts(told, 'stalled', '2012-12-31')).toEqual([]);
    expect(alerts(told, 'stalled', '2013-01-01')).toEqual([['warning', '2013-01-01', null]]);
    told.achieved('care', 'listening.started', '2013-02-01');
    expect(alerts(told, 'stalled', '2013-03-01')).toEqual([
      ['warning', '2013-01-01', '2013-02-01'],
    ]);
  });
  it('only informs about a unit that never began', () => {
    expect(alerts(story('care'), 'stalled', '2013-01-01')).toEqual([['info', '2011-01-01', null]]);
  });
  it('is not raised at the last stage of every model', () => {
    const told = story('care');
    const all = [
      'sponsor.approved',
      'hub.launched',
      'crm.integrated',
      'market-research-jobs.changed',
      'product-jobs.changed',
      'support-jobs.changed',
      'marketing-jobs.changed',
      'cocreation.started',
    ];
    for (const milestone of all) told.achieved('care', milestone, '2012-01-01');
    expect(alerts(told, 'stalled', '2015-01-01')).toEqual([]);
  });
});

describe('over-claiming', () => {
  it('warns of a later stage recorded without evidence while earlier gates are missing', () => {
    const told = story('care');
    told.achieved('care', 'crm.integrated', '2012-01-01');
    expect(alerts(told, 'over-claiming', '2012-02-01')).toEqual([['warning', '2012-01-01', null]]);
  });
  it('is silent with evidence', () => {
    const told = story('care');
    proven(told, 'care', 'crm.integrated', '2012-01-01');
    expect(alerts(told, 'over-claiming', '2012-02-01')).toEqual([]);
  });
  it('is silent where another followed model has the milestone within reach', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    expect(alerts(told, 'over-claiming', '2012-02-01', {})).toEqual([]);
    const one: Look = { models: ['altimeter'] };
    expect(alerts(told, 'over-claiming', '2012-02-01', one)).toHaveLength(1);
  });
  it('ends when the earlier gates are reached', () => {
    const told = story('care');
    told.achieved('care', 'crm.integrated', '2012-01-01');
    told.achieved('care', 'sponsor.approved', '2012-03-01');
    told.achieved('care', 'hub.launched', '2012-04-01');
    expect(alerts(told, 'over-claiming', '2012-05-01')).toEqual([
      ['warning', '2012-01-01', '2012-04-01'],
    ]);
  });
});

describe('review-overdue', () => {
  it('is raised when the time of the dictionary is over, until it is recorded anew', () => {
    const told = story('care');
    told.achieved('care', 'readiness.audited', '2012-01-01');
    expect(alerts(told, 'review-overdue', '2012-12-31')).toEqual([]);
    expect(alerts(told, 'review-overdue', '2013-01-01')).toEqual([['warning', '2013-01-01', null]]);
    told.achieved('care', 'readiness.audited', '2013-02-01');
    expect(alerts(told, 'review-overdue', '2013-03-01')).toEqual([
      ['warning', '2013-01-01', '2013-02-01'],
    ]);
  });
});

describe('running-out', () => {
  it('informs 30 days before a waiver ends, warns when it has, and stops after 90 days', () => {
    const told = story('care');
    told.waived('care', 'sponsor.approved', '2012-01-01', '2012-06-30');
    expect(alerts(told, 'running-out', '2012-05-31')).toEqual([]);
    expect(alerts(told, 'running-out', '2012-06-01')).toEqual([['info', '2012-06-01', null]]);
    expect(alerts(told, 'running-out', '2012-07-01')).toEqual([['warning', '2012-06-01', null]]);
    expect(alerts(told, 'running-out', '2012-09-29')).toEqual([
      ['warning', '2012-06-01', '2012-09-29'],
    ]);
  });
  it('is silent about a waiver that somebody ended, or that is not needed any more', () => {
    const ended = story('care');
    const waiver = ended.waived('care', 'sponsor.approved', '2012-01-01', '2012-06-30');
    ended.waiverEnded('care', waiver, '2012-05-01');
    expect(alerts(ended, 'running-out', '2012-06-10')).toEqual([]);
    const needless = story('care');
    needless.waived('care', 'sponsor.approved', '2012-01-01', '2012-06-30');
    needless.achieved('care', 'sponsor.approved', '2012-05-01');
    expect(alerts(needless, 'running-out', '2012-06-10')).toEqual([]);
  });
  it('watches validities, until they are renewed', () => {
    const look: Look = { ...LITHIUM, entries: { 'hub.launched': { validity: 'P1Y' } } };
    const told = story('care');
    told.achieved('care', 'hub.launched', '2012-01-31');
    expect(alerts(told, 'running-out', '2013-01-01', look)).toEqual([['info', '2013-01-01', null]]);
    told.achieved('care', 'hub.launched', '2013-01-10');
    expect(alerts(told, 'running-out', '2013-01-20', look)).toEqual([
      ['info', '2013-01-01', '2013-01-10'],
    ]);
  });
});
