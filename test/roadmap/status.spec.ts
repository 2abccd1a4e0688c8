import { describe, expect, it } from 'vitest';
import { achieved, day, HUB, lapsed, log, registered, set, stage, stateAt } from './plan.js';

describe('the status of a target', () => {
  const events = log(registered('desk'), set(HUB, '2020-06'));
  it.each([
    ['2020-03-01', 'on-track', 0],
    ['2020-06-30T23:59:59Z', 'at-risk', 0],
    ['2020-07-01', 'late', 1],
    ['2020-07-10', 'late', 10],
  ])('on %s is %s, %i days off, while nothing happens', (at, status, slipDays) => {
    expect(stateAt(events, at)).toMatchObject({ status, slipDays, progress: 0 });
  });

  it('is done from the day it is reached, in time or late', () => {
    const early = log(
      registered('desk'),
      set(HUB, '2020-06'),
      achieved('hub.launched', '2020-03-05'),
    );
    expect(stateAt(early, '2020-03-05')).toMatchObject({
      status: 'done',
      achievedOn: day('2020-03-05'),
      slipDays: 0,
      progress: 1,
      steps: [],
    });
    const late = log(
      registered('desk'),
      set(HUB, '2020-06'),
      achieved('hub.launched', '2020-08-05'),
    );
    expect(stateAt(late, '2021-01-01')).toMatchObject({ status: 'done', slipDays: 36 });
    expect(stateAt(late, '2020-08-04')).toMatchObject({ status: 'late', slipDays: 35 });
  });

  it('is not done when it is lost again, and says when', () => {
    const notes = [
      registered('desk'),
      set(HUB, '2020-12'),
      achieved('hub.launched', '2020-02-01'),
      lapsed('hub.launched', '2020-04-01'),
    ] as const;
    expect(stateAt(log(...notes), '2020-05-01')).toMatchObject({
      status: 'at-risk',
      lostOn: day('2020-04-01'),
      because: [{ rule: 'lost-again', on: day('2020-04-01') }],
    });
    const again = log(...notes, achieved('hub.launched', '2020-06-01'));
    expect(stateAt(again, '2020-07-01')).toMatchObject({
      status: 'done',
      achievedOn: day('2020-06-01'),
    });
  });

  it('is an aim without a date, and done when it is reached', () => {
    const aim = log(registered('desk'), set(HUB, null), achieved('hub.launched', '2020-03-05'));
    expect(stateAt(aim, '2020-02-01')).toMatchObject({ status: 'aim', slipDays: null });
    expect(stateAt(aim, '2020-04-01')).toMatchObject({ status: 'done', slipDays: null });
  });

  it('is by decision while a waiver runs', () => {
    const waived = log(registered('desk'), set(HUB, '2020'), [
      'milestone.waived',
      'desk',
      '2020-02-01',
      { milestone: 'hub.launched', reason: 'x', expiresOn: '2020-03-31' },
    ]);
    expect(stateAt(waived, '2020-03-31').status).toBe('done');
    expect(stateAt(waived, '2020-04-01')).toMatchObject({ lostOn: day('2020-04-01') });
  });

  it('follows the forecast where there is one', () => {
    const at = '2020-06-29';
    const late = stateAt(events, at, { forecast: { p85: day('2020-07-01') } });
    expect(late).toMatchObject({ status: 'at-risk', because: [{ rule: 'forecast-after-due' }] });
    const never = stateAt(events, at, { forecast: { p85: null } });
    expect(never).toMatchObject({
      status: 'at-risk',
      because: [{ rule: 'forecast-after-due', p85: null }],
    });
    const intime = stateAt(events, at, { forecast: { p85: day('2020-06-30') } });
    expect(intime).toMatchObject({ status: 'on-track', because: [{ rule: 'forecast-in-time' }] });
  });

  it('is at risk when three quarters of the time are over and less than half of the rest is done', () => {
    const plan = [registered('desk'), set(stage('grown'), '2020-12-30')] as const;
    expect(stateAt(log(...plan), '2020-09-20').status).toBe('on-track');
    expect(stateAt(log(...plan), '2020-10-10')).toMatchObject({
      status: 'at-risk',
      because: [{ rule: 'little-time-left', timeGone: 0.78, workDone: 0 }],
    });
    const half = log(
      ...plan,
      achieved('budget.given', '2020-05-01'),
      achieved('sponsor.approved', '2020-05-01'),
    );
    expect(stateAt(half, '2020-10-10')).toMatchObject({ status: 'on-track', progress: 0.5 });
  });

  it('is at risk when one of its steps is wanted only later', () => {
    const plan = log(
      registered('desk'),
      set(stage('home'), '2020-12'),
      set(HUB, '2021-01', '2020-01-01', 'hub'),
    );
    expect(stateAt(plan, '2020-02-01')).toMatchObject({
      status: 'at-risk',
      because: [
        { rule: 'step-due-later', target: 'hub', milestone: 'hub.launched', due: '2021-01' },
      ],
    });
  });

  it('is at risk when the version in force has no such stage', () => {
    const plan = log(registered('desk'), set(stage('gone'), '2020-12'));
    expect(stateAt(plan, '2020-02-01')).toMatchObject({
      status: 'at-risk',
      because: [{ rule: 'goal-unknown' }],
      steps: [],
      progress: 0,
    });
  });

  it('slips with its date, and less when it is brought forward', () => {
    const moved = (due: string) =>
      ['target.moved', 'desk', '2020-02-01', { target: 't', due }] as const;
    expect(
      stateAt(log(registered('desk'), set(HUB, '2020-06-30'), moved('2020-Q3')), '2020-03-01')
        .slipDays,
    ).toBe(92);
    expect(
      stateAt(log(registered('desk'), set(HUB, '2020-06-30'), moved('2020-05-31')), '2020-03-01')
        .slipDays,
    ).toBe(-30);
  });

  it('is open for a unit that is not there any more', () => {
    const retired = log(
      registered('desk'),
      set(HUB, '2020'),
      achieved('hub.launched', '2020-02-01'),
      ['unit.retired', 'desk', '2020-03-01', {}],
    );
    expect(stateAt(retired, '2020-02-15').status).toBe('done');
    expect(stateAt(retired, '2020-04-01')).toMatchObject({
      lostOn: day('2020-03-01'),
      steps: [],
      progress: 0,
    });
  });
});
