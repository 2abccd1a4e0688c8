import {
  type Dictionary,
  Evaluator,
  followedModels,
  type Instant,
  type MaturityModel,
  type ModelId,
  type ProgramFacts,
  type StandingSegment,
  type StandingValue,
  type UnitKey,
} from '#lib/domain';
import { Plane } from '../rollups/segments.js';

/** The models in force, and whom the program follows by default. */
export interface Followed {
  readonly models: ReadonlyMap<ModelId, MaturityModel>;
  readonly byDefault: readonly ModelId[];
  readonly dictionary: Dictionary;
}

/** Where some units stand in a model at an instant, by their place in a list. */
export interface Stood {
  readonly plane: Plane;
  /** Since when they have been at their stage. */
  readonly since: Float64Array;
}

/** An evaluator remembers what it has read; a new one every so many units bounds that. */
const UNITS_AT_ONCE = 50;

/**
 * Where some units stand by some facts, at some instants, in every model they follow.
 * @returns by instant and model, units by their place in the list
 */
export async function standAt(
  facts: ProgramFacts,
  units: readonly UnitKey[],
  instants: readonly Instant[],
  { models, byDefault, dictionary }: Followed,
): Promise<readonly ReadonlyMap<ModelId, Stood>[]> {
  const drafts = instants.map(() => new Map<ModelId, PlaneDraft>());
  let evaluator = new Evaluator(dictionary, facts);
  for (const [place, unit] of units.entries()) {
    if (place > 0 && place % UNITS_AT_ONCE === 0) {
      evaluator = new Evaluator(dictionary, facts);
      // others are answered in between
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { tree } = evaluator.expressions;
    for (const id of followedModels(facts, unit, byDefault, (of) => tree.latestParent(of))) {
      const model = models.get(id);
      if (!model) continue;
      const segments = evaluator.timeline(model, unit);
      instants.forEach((at, moment) => {
        const index = segments.findIndex(({ from, until }) => from <= at && at < until);
        if (index === -1) return;
        const planes = drafts[moment] as Map<ModelId, PlaneDraft>;
        let plane = planes.get(id);
        if (!plane) planes.set(id, (plane = new PlaneDraft(units.length)));
        plane.put(place, segments, index);
      });
    }
  }
  return drafts.map((planes) => new Map([...planes].map(([id, plane]) => [id, plane.done()])));
}

class PlaneDraft {
  readonly #values: StandingValue[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #at: Int32Array;
  readonly #since: Float64Array;

  constructor(size: number) {
    this.#at = new Int32Array(size).fill(-1);
    this.#since = new Float64Array(size);
  }

  put(unit: number, segments: readonly StandingSegment[], index: number): void {
    const { from: _, until: __, ...value } = segments[index] as StandingSegment;
    this.#since[unit] = runStart(segments, index);
    const name = JSON.stringify(value);
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(name, number);
    }
    this.#at[unit] = number;
  }

  done(): Stood {
    return { plane: new Plane(this.#values, this.#at), since: this.#since };
  }
}

/** When the stage of a stretch was reached, whatever else changed in the meantime. */
function runStart(segments: readonly StandingSegment[], index: number): Instant {
  const { ordinal } = segments[index] as StandingSegment;
  for (let first = index; ; first--) {
    const [before, current] = [segments[first - 1], segments[first] as StandingSegment];
    if (before?.until !== current.from || before.ordinal !== ordinal) return current.from;
  }
}
