import type { MaturityModel, ModelId, StageRef, UnitKey } from '#lib/domain';
import { figuresOf, stageOf, stagesOf } from '../rollups/figures.js';
import type { OrganisationAt } from '../rollups/organisation.js';
import { readParent } from '../rollups/rollup.query.js';
import type { Plane } from '../rollups/segments.js';

/** What a figure of a pack counts or names. */
export type FigureKind =
  | 'below'
  | 'units'
  | 'stage'
  | 'median'
  | 'own'
  | 'from-children'
  | 'mean-score'
  | 'mean-checked'
  | 'rose'
  | 'fell'
  | 'target';

/** A figure that reads differently by now for a date that was printed. */
export interface RestatedFigure {
  readonly figure: FigureKind;
  /** Whose subtree, or whose target. */
  readonly unit: UnitKey;
  /** Null: it is of no model. */
  readonly model: ModelId | null;
  /** `stage`: how many units stand there. `median`, `own`, `from-children`: null. */
  readonly stage: StageRef | null;
  /** `target`: its key. */
  readonly target: string | null;
  /** A number, the stage or the day; null: there was none. */
  readonly was: number | string | StageRef | null;
  readonly is: number | string | StageRef | null;
}

/** The tree and the standings in one model at one pair. */
export interface SideReading {
  readonly chart: OrganisationAt;
  readonly model: MaturityModel;
  readonly plane: Plane;
}

/** Figures that read differently in the subtree of one unit, in one model. */
export function comparedIn(
  unit: number,
  old: SideReading,
  present: SideReading,
  whole: boolean,
): readonly RestatedFigure[] {
  const key = (present.chart.exists(unit) ? present : old).chart.keyOf(unit);
  const found: RestatedFigure[] = [];
  const see = (
    figure: FigureKind,
    before: RestatedFigure['was'],
    after: RestatedFigure['is'],
    stage: StageRef | null = null,
  ) => {
    if (sameFigure(before, after)) return;
    const model = present.model.id;
    found.push({ figure, unit: key, model, stage, target: null, was: before, is: after });
  };
  const [was, is] = [read(unit, old), read(unit, present)];
  see('units', was.units, is.units);
  const stages = whole ? Math.max(was.counts.length, is.counts.length) : 0;
  for (let at = 0; at < stages; at++) {
    const named = stagesOf(present.model).length >= at ? present.model : old.model;
    see('stage', was.counts[at] ?? null, is.counts[at] ?? null, stageOf(named, at));
  }
  see('median', was.median, is.median);
  see('own', was.own, is.own);
  see('from-children', was.fromChildren, is.fromChildren);
  see('mean-score', was.meanScore, is.meanScore);
  see('mean-checked', was.meanChecked, is.meanChecked);
  return found;
}

function read(unit: number, { chart, model, plane }: SideReading) {
  const figures = figuresOf(model, plane, chart.below(unit));
  const { median, meanScore = null, meanChecked = null } = figures;
  const own = plane.ordinal(unit);
  return {
    units: figures.units,
    counts: figures.distribution.map(({ units }) => units),
    median: median === null ? null : stageOf(model, median),
    own: own < 0 ? null : stageOf(model, own),
    fromChildren: readParent(model, plane, chart, unit)?.stage ?? null,
    ...{ meanScore, meanChecked },
  };
}

/** Stages are the same by their ordinal and id: that one is called otherwise is no other figure. */
export function sameFigure(a: RestatedFigure['was'], b: RestatedFigure['is']): boolean {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.ordinal === b.ordinal && a.id === b.id;
}
