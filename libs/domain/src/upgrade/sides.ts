import type { Evaluator } from '../evaluate.js';
import type { Instant, UnitKey } from '../ids.js';
import type { MaturityModel } from '../model.js';
import type { Standing } from '../standing.js';

/** A version of a model, and what reads it with the dictionary that goes with it. */
export interface VersionReading {
  readonly model: MaturityModel;
  readonly evaluator: Evaluator;
}

/** One version read for one unit at one instant. */
export interface SideOf<Model extends MaturityModel> extends VersionReading {
  readonly model: Model;
  readonly standing: Standing;
  readonly unit: UnitKey;
  readonly at: Instant;
}

/** Two versions: the one under which the unit stands lower, and the one under which it stands higher. */
export interface Sides<Model extends MaturityModel = MaturityModel> {
  readonly lower: SideOf<Model>;
  readonly upper: SideOf<Model>;
}

/** The criteria that hold back the next stage. */
export function holding({ standing }: SideOf<MaturityModel>): readonly string[] {
  return (standing.next?.missing ?? [])
    .filter(({ supporting }) => !supporting)
    .map(({ criterion }) => criterion);
}
