import {
  Evaluator,
  type GoalReading,
  type MaturityModel,
  type ProgramId,
  readGoal,
  readShareGoal,
  type Target,
  type TargetState,
  targetState,
  type UnitGoal,
  type UnitKey,
} from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Tx } from '#lib/platform';
import type { KnownCatalogue } from '../catalogue-reader.js';
import type { Moment } from '../moment.js';
import { readIndex } from '../read-index.js';
import { World } from '../world.js';
import { countedUnits } from './counted-units.js';
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
  readonly tx: Tx;
  readonly log: EventLog;
  readonly program: ProgramId;
  readonly moment: Moment;
  readonly known: KnownCatalogue;
  /** Forecasts what is not reached; absent: nothing is forecast. */
  readonly forecasts?: (open: readonly Target[]) => Promise<ForecastOf>;
}

const UNITS_AT_ONCE = 200;

/**
 * How targets stand at a moment, in the order given. Targets of a share need the standings written
 * up to the moment's position.
 * @param targets with all others of their units, since one may be a step of another
 * @param wanted which of them are read; absent: all
 */
export async function readPlan(
  source: PlanSource,
  targets: readonly Target[],
  wanted: (target: Target) => boolean = () => true,
): Promise<readonly PlannedTarget[]> {
  const chosen = targets.filter(wanted);
  const readings = new Map<Target, GoalReading | undefined>();
  await readUnits(source, chosen, readings);
  for (const target of chosen) {
    if (target.goal.kind === 'share') readings.set(target, await readShare(source, target));
  }
  const { asOf } = source.moment;
  const isOpen = (target: Target) =>
    !readings.get(target)?.held.some(({ from, until }) => from <= asOf && asOf < until);
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
      title: goalTitle(target.goal, source.known.view),
      state: targetState(target, readings.get(target), asOf, context),
      ...(forecast ? { forecast } : {}),
    };
  });
}

async function readShare(source: PlanSource, { unit, goal }: Target) {
  if (goal.kind !== 'share') return undefined;
  const { tx, program, moment, known } = source;
  const counted = await countedUnits(tx, program, unit, goal.model, moment.position);
  return readShareGoal(goal, known.view.models.get(goal.model), counted);
}

/** Reads the goals of units, those first that can do without the units below. */
async function readUnits(
  source: PlanSource,
  targets: readonly Target[],
  readings: Map<Target, GoalReading | undefined>,
): Promise<void> {
  const { models, dictionary } = source.known.view;
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
        readings.set(target, readGoal(target.goal as UnitGoal, target.unit, sight));
      }
    }
  }
}

/** Reads some units as known at the moment's position, with those above them, and those below if asked. */
export async function evaluatorOf(
  { tx, log, program, moment, known }: PlanSource,
  units: readonly UnitKey[],
  below: boolean,
): Promise<Evaluator> {
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
