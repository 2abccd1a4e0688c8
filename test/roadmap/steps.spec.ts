import { describe, expect, it } from 'vitest';
import { achieved, HUB, log, registered, set, stage, stateAt } from './plan.js';

describe('the steps to a target', () => {
  const missing = (state: ReturnType<typeof stateAt>) =>
    state.steps.map((step) => [
      step.stage?.id ?? null,
      step.dimension ?? null,
      step.stillNeeded ?? null,
      step.missing.map((one) => one.milestones.join()).join(' '),
    ]);

  it('are the gates from the next stage up to the wanted one, key moves first, supporting last', () => {
    const plan = log(registered('desk'), set(stage('grown'), '2020-12'));
    expect(missing(stateAt(plan, '2020-02-01'))).toEqual([
      ['sponsored', null, 2, 'sponsor.approved budget.given talk.held'],
      ['home', null, 1, 'hub.launched'],
      ['grown', null, 1, 'crm.integrated coe.formed'],
    ]);
  });

  it('leave out gates that have what they need, and criteria that do not apply', () => {
    const plan = log(
      registered('desk'),
      set(stage('grown'), '2020-12'),
      achieved('hub.launched', '2020-01-15'),
      [
        'milestone.assessed',
        'desk',
        '2020-01-15',
        { milestone: 'budget.given', outcome: 'not-applicable' },
      ],
    );
    const state = stateAt(plan, '2020-02-01');
    expect(missing(state)).toEqual([
      ['sponsored', null, 1, 'sponsor.approved talk.held'],
      ['grown', null, 1, 'crm.integrated coe.formed'],
    ]);
    expect(state.progress).toBeCloseTo(1 / 3);
  });

  it('are levels below the wanted one, lowest first', () => {
    const plan = log(
      registered('desk'),
      set(stage('two', 'lines'), '2020-12'),
      achieved('tools.at-1', '2020-01-15'),
    );
    expect(missing(stateAt(plan, '2020-02-01'))).toEqual([
      ['one', 'culture', 1, 'culture.at-1'],
      ['two', 'culture', 1, 'culture.at-2'],
      ['two', 'tools', 1, 'tools.at-2'],
    ]);
    const level = log(
      registered('desk'),
      set({ kind: 'level', model: 'lines', dimension: 'tools', level: 2 }, '2020'),
      achieved('tools.at-1', '2020-01-15'),
    );
    expect(stateAt(level, '2020-02-01')).toMatchObject({
      progress: 0.5,
      steps: [{ dimension: 'tools', level: 2 }],
    });
  });

  it('are items by what they add, where a score is wanted', () => {
    const plan = log(
      registered('desk'),
      set(stage('high', 'scored'), '2020-12'),
      achieved('large.step', '2020-01-15', { degree: 0.2 }),
    );
    const state = stateAt(plan, '2020-02-01');
    expect(state.progress).toBeCloseTo(0.3);
    expect(state.steps).toMatchObject([
      {
        stage: { id: 'high' },
        missing: [
          { criterion: 'large.step', adds: 0.6 },
          { criterion: 'small.step', adds: 0.25 },
        ],
      },
    ]);
  });

  it('of a milestone is itself, its progress the degree held', () => {
    const plan = log(
      registered('desk'),
      set(HUB, '2020'),
      achieved('hub.launched', '2020-01-15', { degree: 0.5 }),
    );
    expect(stateAt(plan, '2020-02-01')).toMatchObject({
      progress: 0.5,
      steps: [{ stage: null, stillNeeded: 1, missing: [{ milestones: ['hub.launched'] }] }],
    });
  });
});
