import {
  Evaluator,
  type MaturityModel,
  readGoal,
  readShareGoal,
  type Target,
  type TargetState,
  targetState,
  type UnitGoal,
  type UnitKey,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { readIndex } from '../standing/read-index.js';
import type { RollupReading } from '../rollups/rollups.js';
import { World } from '../world.js';
import { countedUnits } from './counted-units.js';
import { type GoalReadings, goalName, type ReadGoals } from './goal-readings.js';
import { goalTitle } from './goal-title.js';
import type { ForecastOf, TargetForecast } from './target-forecast.js';

/** A target and how it stands. */
export interface PlannedTarget extends Target {
  /** What it wants, for people. */
  readonly title: string;
  readonly state: TargetState;
  readonly forecast?: TargetForecast;
}

/** What targets are read with. */
export interface PlanSource {
  readonly reading: RollupReading;
  readonly log: EventLog;
  /** What was read before; absent: everything is read anew. */
  readonly readings?: GoalReadings;
  /** Forecasts what is not reached; absent: nothing is forecast. */
  readonly forecasts?: (open: readonly Target[]) => Promise<ForecastOf>;
}

const UNITS_AT_ONCE = 200;

/**
 * How targets stand at the moment of a reading, in the order given.
 * @param targets with all others of their units, since one may be a step of another
 * @param wanted which of them are read; absent: all
 */
export async function readPlan(
  source: PlanSource,
  targets: readonly Target[],
  wanted: (target: Target) => boolean = () => true,
): Promise<readonly PlannedTarget[]> {
  const chosen = targets.filter(wanted);
  const { program, moment, known } = source.reading;
  const kept: ReadGoals = source.readings?.at(program, moment.position) ?? new Map();
  // what was counted for others may be of more than is in sight here
  const goals = source.reading.limited ? withoutShares(kept, targets) : kept;
  const unread = chosen.filter((target) => !goals.has(goalName(target)));
  await readUnits(source, unread, goals);
  for (const target of unread) {
    if (target.goal.kind === 'share') goals.set(goalName(target), await readShare(source, target));
  }
  const readingOf = (target: Target) => goals.get(goalName(target));
  const { asOf } = moment;
  const isOpen = (target: Target) =>
    !readingOf(target)?.held.some(({ from, until }) => from <= asOf && asOf < until);
  const forecastOf = await source.forecasts?.(chosen.filter(isOpen));
  const byUnit = groupedByUnit(targets);
  return chosen.map((target) => {
    const forecast = forecastOf?.(target);
    const context = {
      others: byUnit.get(target.unit) ?? [],
      ...(forecast?.basis === 'history' ? { forecast: { p85: forecast.p85 } } : {}),
    };
    return {
      ...target,
      title: goalTitle(target.goal, known.view),
      state: targetState(target, readingOf(target), asOf, context),
      ...(forecast ? { forecast } : {}),
    };
  });
}

function withoutShares(kept: ReadGoals, targets: readonly Target[]): ReadGoals {
  const goals = new Map(kept);
  for (const target of targets) if (target.goal.kind === 'share') goals.delete(goalName(target));
  return goals;
}

async function readShare({ reading }: PlanSource, { unit, goal }: Target) {
  if (goal.kind !== 'share') return undefined;
  const model = reading.known.view.models.get(goal.model);
  if (!model) return undefined;
  return readShareGoal(goal, model, await countedUnits(reading, unit, goal.model));
}

/** Reads the goals of units, those first that can do without the units below. */
async function readUnits(
  source: PlanSource,
  targets: readonly Target[],
  goals: ReadGoals,
): Promise<void> {
  const { models, dictionary } = source.reading.known.view;
  const counting = new Set([...models.values()].filter(countsUnits).map(({ id }) => id));
  const own = targets.filter(({ goal }) => goal.kind !== 'share');
  for (const below of [false, true]) {
    const some = own.filter(({ goal }) => ('model' in goal && counting.has(goal.model)) === below);
    const byUnit = groupedByUnit(some);
    const units = [...byUnit.keys()];
    const atOnce = below ? 1 : UNITS_AT_ONCE;
    for (let start = 0; start < units.length; start += atOnce) {
      const batch = units.slice(start, start + atOnce);
      const evaluator = await evaluatorOf(source, batch, below);
      const sight = { evaluator, dictionary, models };
      for (const target of batch.flatMap((unit) => byUnit.get(unit) ?? [])) {
        goals.set(goalName(target), readGoal(target.goal as UnitGoal, target.unit, sight));
      }
    }
  }
}

/** Reads some units as known at the moment's position, with those above them, and those below if asked. */
export async function evaluatorOf(
  { reading, log }: PlanSource,
  units: readonly UnitKey[],
  below: boolean,
): Promise<Evaluator> {
  const { tx, program, moment, known } = reading;
  const { position } = moment;
  const world = await World.load(tx, log, program, { units, upTo: position, reach: { below } });
  return new Evaluator(known.view.dictionary, world.facts(world.units, position));
}

function groupedByUnit(targets: readonly Target[]): ReadonlyMap<UnitKey, readonly Target[]> {
  const groups = new Map<UnitKey, Target[]>();
  for (const target of targets) {
    const group = groups.get(target.unit);
    if (group) group.push(target);
    else groups.set(target.unit, [target]);
  }
  return groups;
}

const counts = new WeakMap<MaturityModel, boolean>();

/** Whether a model counts the units below. */
function countsUnits(model: MaturityModel): boolean {
  let known = counts.get(model);
  if (known === undefined) {
    counts.set(model, (known = readIndex([model], new Map()).countsUnits));
  }
  return known;
}
