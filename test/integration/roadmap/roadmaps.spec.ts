import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnyEvent,
  countedSpans,
  Evaluator,
  foldFacts,
  foldTargets,
  followedModels,
  type GoalReading,
  type ModelId,
  parseDue,
  readGoal,
  readShareGoal,
  type Target,
  type TargetGoal,
  type TargetState,
  targetState,
  type UnitKey,
} from '#lib/domain';
import {
  Forecasts,
  GoalReadings,
  readModelHash,
  rebuild,
  SubtreeRoadmapQuery,
  SubtreeRoadmapQueryHandler,
  UnitRoadmapQuery,
  UnitRoadmapQueryHandler,
  wholeOf,
} from '#lib/projections';
import { startTestDatabase, type TestDatabase } from '../../support/index.js';
import { arbitraryTried, type Question, Trial, type Tried } from '../rollups/asked.js';

const PROGRAMS = Number(process.env.ROADMAP_PROGRAMS ?? 20);
const QUESTIONS = 6;
const DUES = ['2010', '2011-Q2', '2012-03', '2013-05-31', '2015', null];

/** Plans of one program: each is told after so much of its history, about one of the units there by then. */
interface Wish {
  readonly after: number;
  readonly unit: number;
  readonly target: 'a' | 'b' | 'c';
  readonly act: 'set' | 'move' | 'drop';
  readonly goal: number;
  readonly due: string | null;
}

const arbitraryWishes = fc.array(
  fc.record({
    after: fc.double({ min: 0, max: 0.6, noNaN: true }),
    unit: fc.nat(),
    target: fc.constantFrom<Wish['target'][]>('a', 'b', 'c'),
    act: fc.constantFrom<Wish['act'][]>('set', 'set', 'set', 'move', 'drop'),
    goal: fc.nat(),
    due: fc.constantFrom(...DUES),
  }),
  { minLength: 8, maxLength: 24 },
);

describe('the roadmaps that are read', () => {
  let test: TestDatabase;
  let programs = 0;
  beforeAll(async () => {
    test = await startTestDatabase();
  });
  afterAll(() => test.close());

  it('are what the domain folds from the facts, at any pair of times', async () => {
    const arbitrary = fc.tuple(arbitraryTried(QUESTIONS), arbitraryWishes);
    await fc.assert(
      fc.asyncProperty(arbitrary, async ([tried, wishes]) => {
        const planned = { ...tried, history: withPlans(tried, wishes) };
        const trial = await Trial.begin(test, `roadmap-${++programs}`, planned);
        await trial.record(planned.half);
        await compare(trial, tried);
        await trial.record(1);
        await compare(trial, tried);
        const { database, log, catalogue, program } = trial.program;
        const hash = () => database.inProgram(program, (tx) => readModelHash(tx, program));
        const before = await hash();
        await rebuild({ database, log, catalogue }, program);
        expect(await hash()).toBe(before);
      }),
      { numRuns: PROGRAMS, seed: Number(process.env.ROADMAP_SEED ?? 20_261_122) },
    );
  }, 600_000);
});

async function compare(trial: Trial, tried: Tried): Promise<void> {
  const rollups = trial.rollups();
  const { program } = trial.program;
  const [forecasts, readings] = [new Forecasts(), new GoalReadings()];
  const subtree = new SubtreeRoadmapQueryHandler(rollups, forecasts, readings);
  const unit = new UnitRoadmapQueryHandler(rollups, forecasts, readings);
  for (const question of await trial.questions()) {
    const { asOf, knownAt, filter } = question;
    const expected = expectedPlans(question, tried);
    const below = new Set(question.world.below(question.unit, asOf, filter));
    const page = { limit: 500, start: 0 };
    const found = await subtree.execute(
      new SubtreeRoadmapQuery(
        wholeOf(program),
        question.unit,
        { ...filter, page },
        { asOf, knownAt },
      ),
    );
    const within = expected.filter((plan) => below.has(plan.target.unit));
    expect(found.items.map(asComparable).sort(byName), question.says).toEqual(
      within.map(({ target, state }) => asComparable({ ...target, state })).sort(byName),
    );
    expect(found.summary.targets).toBe(within.length);
    const own = await unit.execute(
      new UnitRoadmapQuery(wholeOf(program), question.unit, { asOf, knownAt }),
    );
    expect(own.targets.map(asComparable).sort(byName), question.says).toEqual(
      expected
        .filter(({ target }) => target.unit === question.unit)
        .map(({ target, state }) => asComparable({ ...target, state }))
        .sort(byName),
    );
    const dates = own.targets.map(({ due }) => (due === null ? Infinity : parseDue(due)?.deadline));
    expect(dates).toEqual(dates.toSorted((a, b) => (a === b ? 0 : Number(a) - Number(b))));
  }
}

/** Everything planned as known then, and how it stands, by the pure functions alone. */
function expectedPlans({ world, asOf }: Question, { models, dictionary }: Tried) {
  const targets = foldTargets(world.known);
  const facts = foldFacts(world.known);
  const evaluator = new Evaluator(dictionary, facts);
  const { tree } = evaluator.expressions;
  const byId = new Map(models.map((model) => [model.id, model]));
  const ids = models.map(({ id }) => id);
  const follows = (model: ModelId) => (unit: UnitKey) =>
    followedModels(facts, unit, ids, (of) => tree.latestParent(of)).includes(model);
  const reading = ({ goal, unit }: Target): GoalReading | undefined => {
    if (goal.kind !== 'share') return readGoal(goal, unit, { evaluator, dictionary, models: byId });
    const model = byId.get(goal.model);
    if (!model) return undefined;
    return readShareGoal(goal, model, countedSpans(unit, model, evaluator, follows(goal.model)));
  };
  return targets.map((target) => {
    const others = targets.filter(({ unit }) => unit === target.unit);
    return { target, state: targetState(target, reading(target), asOf, { others }) };
  });
}

/** Instants, dates and figures, without what the log made of texts. */
function asComparable({ state, ...target }: Target & { readonly state: TargetState }) {
  const { unit, target: key, goal, due, firstDue, moves, setAt, changedAt } = target;
  return { unit, key, goal: { ...goal }, due, firstDue, moves, setAt, changedAt, state };
}

const byName = (a: { unit: string; key: string }, b: { unit: string; key: string }) =>
  `${a.unit} ${a.key}` < `${b.unit} ${b.key}` ? -1 : 1;

/** The history with plans told in between. */
function withPlans(tried: Tried, wishes: readonly Wish[]): readonly AnyEvent[] {
  const { history } = tried;
  const told = [...history] as AnyEvent[];
  const goals = goalsOf(tried);
  for (const wish of wishes) {
    const index = Math.min(told.length, Math.round(wish.after * told.length) + 1);
    const before = told.slice(0, index);
    const units = before.flatMap(({ type, unit }) => (type === 'unit.registered' ? [unit] : []));
    const last = before.at(-1);
    if (units.length === 0 || !last) continue;
    const unit = units[wish.unit % units.length];
    told.splice(index, 0, { ...last, ...noteOf(wish, goals), unit } as AnyEvent);
  }
  return told;
}

function noteOf({ target, act, goal, due }: Wish, goals: readonly TargetGoal[]) {
  switch (act) {
    case 'set': {
      const data = { target, goal: goals[goal % goals.length], ...(due === null ? {} : { due }) };
      return { type: 'target.set', data };
    }
    case 'move':
      return { type: 'target.moved', data: { target, due } };
    case 'drop':
      return { type: 'target.dropped', data: { target } };
  }
}

/** Goals of every kind that the models and the dictionary have. */
function goalsOf({ models, dictionary }: Tried): readonly TargetGoal[] {
  const goals: TargetGoal[] = [...dictionary.keys()]
    .slice(0, 3)
    .map((milestone) => ({ kind: 'milestone', milestone }));
  goals.push({ kind: 'milestone', milestone: 'a.b' as never });
  for (const model of models) {
    const stages = model.policy === 'checklist' ? [] : model.stages;
    for (const { id } of stages) {
      goals.push({ kind: 'stage', model: model.id, stage: id });
      for (const share of [0.3, 1])
        goals.push({ kind: 'share', model: model.id, stage: id, share });
    }
    if (model.policy !== 'dimensions') continue;
    for (const { id } of model.dimensions) {
      goals.push({ kind: 'level', model: model.id, dimension: id, level: stages.length });
    }
  }
  return goals;
}
