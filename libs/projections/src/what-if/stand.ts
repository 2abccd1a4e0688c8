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

/** An evaluator remembers what it has read; a new one every so many units bounds that. */
const UNITS_AT_ONCE = 200;

/**
 * Where some units stand by some facts, at some instants, in every model they follow.
 * @returns by instant and model, units by their place in the list
 */
export function standAt(
  facts: ProgramFacts,
  units: readonly UnitKey[],
  instants: readonly Instant[],
  { models, byDefault, dictionary }: Followed,
): readonly ReadonlyMap<ModelId, Plane>[] {
  const drafts = instants.map(() => new Map<ModelId, PlaneDraft>());
  let evaluator = new Evaluator(dictionary, facts);
  units.forEach((unit, index) => {
    if (index > 0 && index % UNITS_AT_ONCE === 0) evaluator = new Evaluator(dictionary, facts);
    const { tree } = evaluator.expressions;
    for (const id of followedModels(facts, unit, byDefault, (of) => tree.latestParent(of))) {
      const model = models.get(id);
      if (!model) continue;
      const segments = evaluator.timeline(model, unit);
      instants.forEach((at, moment) => {
        const value = valueAt(segments, at);
        if (!value) return;
        const planes = drafts[moment] as Map<ModelId, PlaneDraft>;
        let plane = planes.get(id);
        if (!plane) planes.set(id, (plane = new PlaneDraft(units.length)));
        plane.put(index, value);
      });
    }
  });
  return drafts.map((planes) => new Map([...planes].map(([id, plane]) => [id, plane.done()])));
}

function valueAt(segments: readonly StandingSegment[], at: Instant): StandingValue | undefined {
  const segment = segments.find(({ from, until }) => from <= at && at < until);
  if (!segment) return undefined;
  const { from: _, until: __, ...value } = segment;
  return value;
}

class PlaneDraft {
  readonly #values: StandingValue[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #at: Int32Array;

  constructor(size: number) {
    this.#at = new Int32Array(size).fill(-1);
  }

  put(unit: number, value: StandingValue): void {
    const name = JSON.stringify(value);
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#values.push(value) - 1;
      this.#numbers.set(name, number);
    }
    this.#at[unit] = number;
  }

  done(): Plane {
    return new Plane(this.#values, this.#at);
  }
}
