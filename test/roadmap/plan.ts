import {
  type AnyEvent,
  type Criterion,
  Evaluator,
  foldFacts,
  foldTargets,
  type MaturityModel,
  type ModelId,
  type PlanSight,
  readGoal,
  type TargetContext,
  targetState,
  type UnitGoal,
  type UnitKey,
} from '#lib/domain';

const desk = 'desk' as UnitKey;
/** The instant of a text. */
export const day = (text: string) => Date.parse(text);

const criterion = (milestone: string, more: Partial<Criterion> = {}): Criterion => ({
  id: milestone,
  says: milestone,
  when: { form: 'milestone', milestone: milestone as never, degree: 1, scope: 'self' },
  keyMove: false,
  supporting: false,
  inferred: false,
  ...more,
});
const head = {
  version: 1,
  title: 'T',
  provenance: 'full',
  notes: [],
  benchmarks: [],
  references: {},
  milestones: [],
} as const;
const stageOf = (
  ordinal: number,
  id: string,
  criteria: readonly Criterion[] = [],
  more: object = {},
) => ({
  ...{ ordinal, id, name: id, pitfalls: [], inferred: false, needs: 'all' as const, criteria },
  ...more,
});
/** Start; sponsored (two of two); home; grown (one of two). */
export const LADDER: MaturityModel = {
  ...head,
  id: 'ladder' as ModelId,
  policy: 'gates',
  stages: [
    stageOf(1, 'start'),
    stageOf(2, 'sponsored', [
      criterion('talk.held', { supporting: true }),
      criterion('budget.given'),
      criterion('sponsor.approved', { keyMove: true }),
    ]),
    stageOf(3, 'home', [criterion('hub.launched', { keyMove: true })]),
    stageOf(4, 'grown', [criterion('crm.integrated'), criterion('coe.formed')], {
      needs: { atLeast: 1, inferred: false },
    }),
  ],
};
const LINES: MaturityModel = {
  ...head,
  id: 'lines' as ModelId,
  policy: 'dimensions',
  overall: 'lowest',
  stages: [stageOf(1, 'one'), stageOf(2, 'two')],
  dimensions: ['culture', 'tools'].map((id) => ({
    ...{ id, name: id, inferred: false },
    levels: [1, 2].map((level) => ({
      ...{ level, says: '', inferred: false, needs: 'all' as const },
      criteria: [criterion(`${id}.at-${level}`)],
    })),
  })),
};
const item = (milestone: string, weight: number) => ({
  ...{ id: milestone, says: milestone, weight, inferred: false },
  worth: { milestone: milestone as never },
});
const SCORED: MaturityModel = {
  ...head,
  id: 'scored' as ModelId,
  policy: 'scored',
  combine: 'mean',
  stages: [stageOf(1, 'low', [], { from: 0 }), stageOf(2, 'high', [], { from: 0.5 })],
  groups: [
    {
      ...{ id: 'g', name: 'g', weight: 1, combine: 'mean' as const, inferred: false, groups: [] },
      items: [item('small.step', 1), item('large.step', 3)],
    },
  ],
};
const MODELS = new Map([LADDER, LINES, SCORED].map((model) => [model.id, model]));

/** A log: type, unit, date and data of each. */
export function log(...notes: readonly (readonly [string, string, string, object])[]): AnyEvent[] {
  return notes.map(([type, unit, occurredAt, data], index) => {
    const at = day(occurredAt);
    const position = index + 1;
    return {
      id: `e${position}`,
      position,
      type,
      unit,
      occurredAt,
      effectiveAt: at,
      recordedAt: at,
      data,
    } as unknown as AnyEvent;
  });
}
/** A unit, there from 2019 on. */
export const registered = (unit: string, parent: string | null = null) =>
  ['unit.registered', unit, '2019-01-01', { name: unit, kind: 'team', parent }] as const;
/** A milestone of `desk`, or of another unit. */
export const achieved = (milestone: string, on: string, more: object = {}, unit = 'desk') =>
  ['milestone.achieved', unit, on, { milestone, ...more }] as const;
/** A milestone of `desk` that is lost. */
export const lapsed = (milestone: string, on: string) =>
  ['milestone.lapsed', 'desk', on, { milestone }] as const;
/** The target `t` of `desk`, or another. */
export const set = (goal: object, due: string | null, on = '2020-01-01', target = 't') =>
  ['target.set', 'desk', on, { target, goal, ...(due === null ? {} : { due }) }] as const;
/** Wants a hub. */
export const HUB = { kind: 'milestone', milestone: 'hub.launched' };
/** Wants a stage. */
export const stage = (id: string, model = 'ladder') => ({ kind: 'stage', model, stage: id });

/** How the target `t` of `desk` stands at an instant. */
export function stateAt(
  events: readonly AnyEvent[],
  at: string,
  context: Partial<TargetContext> = {},
) {
  const facts = foldFacts(events);
  const sight: PlanSight = {
    evaluator: new Evaluator(new Map(), facts),
    dictionary: new Map(),
    models: MODELS,
  };
  const others = foldTargets(events);
  const target = others.find((one) => one.target === 't');
  if (!target) throw new Error('There is no target "t".');
  const reading = readGoal(target.goal as UnitGoal, desk, sight);
  return targetState(target, reading, day(at), { others, ...context });
}
