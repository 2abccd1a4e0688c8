import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type MaturityModel,
  type ModelId,
  readFromChildren,
  type RollupRule,
  type StageRef,
  type UnitKey,
} from '#lib/domain';
import type { Asked, Moment } from '../moment.js';
import { type Figures, figuresOf, stageOf } from './figures.js';
import type { OrganisationAt, UnitFilter } from './organisation.js';
import { Rollups } from './rollups.js';
import type { Plane } from './segments.js';
import type { Viewer } from '../sight.js';

/** What is asked of a rollup. */
export interface RollupQuestion extends Asked, UnitFilter {
  /** Absent: the program's headline model, else the first that it follows. */
  readonly model?: ModelId;
}

/** A unit and where it stands. */
export interface Placed {
  readonly unit: UnitKey;
  readonly stage: StageRef;
}

/** What a subtree looks like in one model. */
export interface RollupAnswer extends Moment, Figures {
  readonly unit: UnitKey;
  readonly model: ModelId;
  readonly modelVersion: number;
  /** Units of the subtree that pass the filters, whether they follow the model or not. */
  readonly below: number;
  readonly leading: readonly Placed[];
  readonly lagging: readonly Placed[];
  /** The unit's own standing; null where it has none in the model. */
  readonly own: StageRef | null;
  /** How the model reads the unit from its children; null where it does not, or nobody stands below. */
  readonly fromChildren: { readonly rule: RollupRule; readonly stage: StageRef } | null;
}

/** Where the units of a subtree stand in a model, the unit itself included. @throws UnknownUnit, UnknownModel, KnownAtInFuture, ProjectionBehind */
export class RollupQuery extends Query<RollupAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly unit: UnitKey,
    readonly question: RollupQuestion,
  ) {
    super();
  }
}

const SHOWN = 10;

@QueryHandler(RollupQuery)
export class RollupQueryHandler implements IQueryHandler<RollupQuery> {
  constructor(private readonly rollups: Rollups) {}

  execute({ viewer, unit, question }: RollupQuery): Promise<RollupAnswer> {
    return this.rollups.read(viewer, question, unit, async (reading) => {
      const model = reading.model(question.model);
      const chart = await reading.organisation();
      const top = chart.indexOf(unit) ?? -1;
      const below = chart.below(top, question);
      // without filters the unit and its children are among those below
      const within =
        question.kind === undefined && question.tag === undefined
          ? below
          : [...new Set([...below, top, ...chart.children(top)])];
      const whole = model.policy === 'scored' || model.policy === 'checklist';
      const plane = await reading.plane(model.id, { within, whole });
      return {
        unit,
        model: model.id,
        modelVersion: model.version,
        ...reading.moment,
        below: below.length,
        ...figuresOf(model, plane, below),
        ...ends(model, plane, chart, below),
        own: ownStage(model, plane, top),
        fromChildren: readParent(model, plane, chart, top),
      };
    });
  }
}

/** A unit's own stage in a model; null where it has none. */
export function ownStage(model: MaturityModel, plane: Plane, unit: number): StageRef | null {
  const ordinal = plane.ordinal(unit);
  return ordinal < 0 ? null : stageOf(model, ordinal);
}

/** How a model reads a unit from its children; null where it does not. */
export function readParent(
  model: MaturityModel,
  plane: Plane,
  chart: OrganisationAt,
  unit: number,
): RollupAnswer['fromChildren'] {
  if (model.rollup === undefined) return null;
  const ordinals = chart
    .children(unit)
    .map((child) => plane.ordinal(child))
    .filter((ordinal) => ordinal >= 0);
  const ordinal = readFromChildren(model.rollup, ordinals);
  return ordinal === null ? null : { rule: model.rollup, stage: stageOf(model, ordinal) };
}

/** The units that are furthest and those that are least far, by key where they are equal. */
function ends(
  model: MaturityModel,
  plane: Plane,
  chart: OrganisationAt,
  units: readonly number[],
): Pick<RollupAnswer, 'leading' | 'lagging'> {
  const least = new Map<number, LeastKeys>();
  for (const unit of units) {
    const ordinal = plane.ordinal(unit);
    if (ordinal < 0) continue;
    let keys = least.get(ordinal);
    if (!keys) least.set(ordinal, (keys = new LeastKeys()));
    keys.see(chart.keyOf(unit));
  }
  const rising = [...least].sort(([a], [b]) => a - b);
  const some = (stages: readonly (readonly [number, LeastKeys])[]) =>
    stages
      .flatMap(([ordinal, { keys }]) =>
        keys.map((unit) => ({ unit, stage: stageOf(model, ordinal) })),
      )
      .slice(0, SHOWN);
  return { leading: some(rising.toReversed()), lagging: some(rising) };
}

/** The first few of some keys in their order, without sorting all. */
class LeastKeys {
  readonly keys: UnitKey[] = [];

  see(key: UnitKey): void {
    const { keys } = this;
    if (keys.length === SHOWN && key >= (keys[SHOWN - 1] as UnitKey)) return;
    const at = keys.findIndex((one) => key < one);
    keys.splice(at === -1 ? keys.length : at, 0, key);
    if (keys.length > SHOWN) keys.pop();
  }
}
