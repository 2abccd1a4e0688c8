import { describe, expect, it } from 'vitest';
import type { Recommendation } from '#lib/advice';
import type { Story } from '../oracle/story.js';
import { adviceFor, type Look, story } from './see.js';

const LITHIUM: Look = { models: ['lithium'] };

function steps(told: Story, on: string, look: Look = {}, unit = 'care'): readonly Recommendation[] {
  return adviceFor(told, unit, on, look).recommendations;
}

function keys(found: readonly Recommendation[]): readonly string[] {
  return found.map(({ milestone }) => milestone);
}

function step(found: readonly Recommendation[], milestone: string): Recommendation {
  const one = found.find((candidate) => candidate.milestone === milestone);
  if (!one) throw new Error(`${milestone} is not among ${keys(found).join(', ')}.`);
  return one;
}

describe('the next steps of a unit', () => {
  it('begin with the key move, whatever else counts more', () => {
    const [first, ...others] = steps(story('care'), '2012-01-01');
    expect(first).toMatchObject({ milestone: 'sponsor.approved', keyMove: true, rank: 1 });
    expect(others.some(({ keyMove }) => keyMove)).toBe(false);
  });

  it('say what the milestone advances, really evaluated', () => {
    const told = story('care');
    const both: Look = { models: ['lithium', 'altimeter'] };
    told.achieved('care', 'sponsor.approved', '2011-01-01');
    const found = steps(told, '2012-01-01', both);
    expect(step(found, 'hub.launched').advances).toMatchObject([
      { model: 'lithium', from: { ordinal: 2 }, to: { ordinal: 3 }, alone: true },
    ]);
    expect(step(found, 'pilots.completed').advances).toMatchObject([
      { model: 'altimeter', from: { ordinal: 0 }, to: { ordinal: 1 }, alone: false },
    ]);
    told.achieved('care', 'listening.started', '2011-02-01');
    const [second] = steps(told, '2012-01-01', both).filter(
      ({ milestone }) => milestone === 'pilots.completed',
    );
    expect(second?.advances).toMatchObject([
      { model: 'altimeter', to: { ordinal: 1 }, alone: true },
    ]);
  });

  it('jump over stages that are already there', () => {
    const told = story('care');
    told.achieved('care', 'hub.launched', '2011-01-01');
    const [first] = steps(told, '2012-01-01', LITHIUM);
    expect(first?.advances).toMatchObject([
      { from: { ordinal: 1 }, to: { ordinal: 3 }, alone: true },
    ]);
  });

  it('name what helps without counting after all that counts', () => {
    const found = steps(story('care'), '2012-01-01', LITHIUM);
    expect(keys(found)[0]).toBe('sponsor.approved');
    expect(keys(found).slice(1)).toContain('listening.started');
    expect(step(found, 'listening.started').advances).toEqual([]);
  });

  it('leave out what is held, what is waived and what does not apply', () => {
    const told = story('care');
    told.achieved('care', 'pilots.completed', '2011-01-01');
    told.waived('care', 'listening.started', '2011-01-01');
    told.assessed('care', 'readiness.audited', '2011-01-01', 'not-applicable');
    const found = keys(steps(told, '2012-01-01', { models: ['altimeter'] }));
    expect(found).not.toContain('pilots.completed');
    expect(found).not.toContain('listening.started');
    expect(found).not.toContain('readiness.audited');
  });

  it('keep what was looked at and found missing', () => {
    const told = story('care');
    told.assessed('care', 'sponsor.approved', '2011-01-01', 'no');
    expect(keys(steps(told, '2012-01-01', LITHIUM))[0]).toBe('sponsor.approved');
  });

  it('put a missing prerequisite before the step that waits for it, and say so', () => {
    const look: Look = {
      models: ['altimeter'],
      entries: { 'listening.started': { dependsOn: ['readiness.audited'] as never } },
    };
    const found = steps(story('care'), '2012-01-01', look);
    const order = keys(found);
    expect(order.indexOf('readiness.audited')).toBeLessThan(order.indexOf('listening.started'));
    expect(step(found, 'listening.started').why.join(' ')).toContain('still missing');
  });

  it('hold back what is major for 90 days after the launch of a hub', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2011-01-01');
    told.achieved('care', 'hub.launched', '2012-01-01');
    expect(steps(told, '2012-03-30', LITHIUM).map(({ effort }) => effort)).not.toContain('L');
    expect(keys(steps(told, '2012-03-31', LITHIUM))[0]).toBe('crm.integrated');
  });

  it('explain what integration is worth', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2011-01-01');
    told.achieved('care', 'hub.launched', '2011-01-01');
    const { why } = step(steps(told, '2012-01-01'), 'crm.integrated');
    expect(why.join(' ')).toContain('from activity to value');
  });

  it('say at which level above a milestone is best recorded', () => {
    const told = story('acme', 'care<acme');
    expect(step(steps(told, '2012-01-01', LITHIUM), 'sponsor.approved').level).toBe('acme');
    expect(step(steps(told, '2012-01-01', LITHIUM, 'acme'), 'sponsor.approved').level).toBeNull();
    expect(step(steps(told, '2012-01-01', LITHIUM), 'listening.started').level).toBeNull();
  });

  it('take the open items of a checklist', () => {
    const found = steps(story('care'), '2012-01-01', { models: ['altimeter-success-factors'] });
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]?.advances[0]).toMatchObject({ from: null, to: null });
  });

  it('are none before the unit begins and after it is retired', () => {
    const told = story('care');
    told.retired('care', '2013-01-01');
    expect(steps(told, '2009-01-01')).toEqual([]);
    expect(steps(told, '2014-01-01')).toEqual([]);
  });

  it('keep their id until the milestone was achieved and is gone again', () => {
    const told = story('care');
    const id = (on: string) => step(steps(told, on, LITHIUM), 'sponsor.approved').id;
    const first = id('2011-01-01');
    told.assessed('care', 'sponsor.approved', '2011-06-01', 'no');
    expect(id('2012-01-01')).toBe(first);
    told.achieved('care', 'sponsor.approved', '2012-06-01');
    told.lapsed('care', 'sponsor.approved', '2012-07-01');
    expect(id('2013-01-01')).not.toBe(first);
  });
});

describe('what a unit has achieved', () => {
  it('tells how long it took from the last prerequisite', () => {
    const told = story('care');
    told.achieved('care', 'sponsor.approved', '2012-01-01');
    told.achieved('care', 'hub.launched', '2012-01-31');
    told.lapsed('care', 'hub.launched', '2012-03-01');
    told.achieved('care', 'listening.started', '2012-02-10');
    expect(adviceFor(told, 'care', '2013-01-01').achievements).toEqual([
      { milestone: 'sponsor.approved', at: Date.parse('2012-01-01'), days: null, held: true },
      { milestone: 'hub.launched', at: Date.parse('2012-01-31'), days: 30, held: false },
      { milestone: 'listening.started', at: Date.parse('2012-02-10'), days: 40, held: true },
    ]);
  });
});
