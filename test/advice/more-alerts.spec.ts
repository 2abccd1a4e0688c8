import { describe, expect, it } from 'vitest';
import { adviceFor, type Look, story } from './see.js';
import { alerts, LITHIUM } from './see-alerts.js';

describe('prove-why', () => {
  it('warns nine months after the effort began when nobody reported its worth', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    expect(alerts(told, 'prove-why', '2012-09-30')).toEqual([]);
    expect(alerts(told, 'prove-why', '2012-10-01')).toEqual([['warning', '2012-10-01', null]]);
    told.achieved('care', 'business-value.reported', '2012-11-01');
    expect(alerts(told, 'prove-why', '2012-12-01')).toEqual([
      ['warning', '2012-10-01', '2012-11-01'],
    ]);
  });
  it('warns once for a sponsor and a hub of the same time', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    told.achieved('care', 'hub.launched', '2012-03-01');
    expect(alerts(told, 'prove-why', '2013-02-01')).toHaveLength(1);
  });
  it('is silent while a report is fresh', () => {
    const told = story('care');
    told.achieved('care', 'business-value.reported', '2012-02-01');
    told.achieved('care', 'hub.launched', '2012-03-01');
    expect(alerts(told, 'prove-why', '2012-12-15')).toEqual([]);
  });
});

describe('hands-off', () => {
  it('warns of something major within 90 days of the launch of a hub, until those are over', () => {
    const told = story('care');
    told.achieved('care', 'hub.launched', '2012-01-01');
    told.achieved('care', 'crm.integrated', '2012-02-01');
    told.achieved('care', 'listening.started', '2012-02-01');
    expect(alerts(told, 'hands-off', '2012-02-02')).toEqual([['warning', '2012-02-01', null]]);
    expect(alerts(told, 'hands-off', '2012-03-31')).toEqual([
      ['warning', '2012-02-01', '2012-03-31'],
    ]);
  });
});

describe('coe-trap', () => {
  const formed = () => {
    const told = story('care');
    told.achieved('care', 'coe.formed', '2012-01-01');
    return told;
  };

  it('warns of a centre of excellence that is 18 months old and delegates nothing', () => {
    expect(alerts(formed(), 'coe-trap', '2013-06-30')).toEqual([]);
    expect(alerts(formed(), 'coe-trap', '2013-07-01')).toEqual([['warning', '2013-07-01', null]]);
  });
  it('is worse with the units that lean on it', () => {
    const look: Look = { ...LITHIUM, below: { leaning: 10 } };
    expect(alerts(formed(), 'coe-trap', '2013-08-01', look)).toEqual([
      ['critical', '2013-07-01', null],
    ]);
  });
  it('ends with delegation, unless most units below hold only what the centre gives them', () => {
    const told = formed();
    told.achieved('care', 'operations.delegated', '2013-09-01');
    const closed = [['warning', '2013-07-01', '2013-09-01']];
    expect(
      alerts(told, 'coe-trap', '2013-10-01', { ...LITHIUM, below: { leaning: 4, idle: 2 } }),
    ).toEqual(closed);
    expect(
      alerts(told, 'coe-trap', '2013-10-01', { ...LITHIUM, below: { leaning: 4, idle: 3 } }),
    ).toEqual([['warning', '2013-07-01', null]]);
  });
});

describe('any alert', () => {
  it('has the same id whenever it is found, and another in another episode', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    told.lapsed('care', 'sponsor.approved', '2012-05-01');
    const id = (on: string) =>
      adviceFor(told, 'care', on, LITHIUM).alerts.find(({ rule }) => rule === 'sponsor-gone')?.id;
    const first = id('2012-06-01');
    expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(id('2012-07-01')).toBe(first);
    told.achieved('care', 'sponsor.approved', '2012-08-01');
    told.lapsed('care', 'sponsor.approved', '2012-09-01');
    const both = adviceFor(told, 'care', '2012-10-01', LITHIUM).alerts.filter(
      ({ rule }) => rule === 'sponsor-gone',
    );
    expect(new Set(both.map((alert) => alert.id)).size).toBe(2);
    expect(both.map((alert) => alert.id)).toContain(first);
  });
});
