import { Injectable } from '@nestjs/common';
import type { GoalReading, Position, ProgramId, Target } from '#lib/domain';

/** Goals as read, by the names of their targets; undefined where the version in force lacks what they want. */
export type ReadGoals = Map<string, GoalReading | undefined>;

const POSITIONS = 4;
const GOALS = 5_000;

/**
 * Keeps goals as they were read last: through all time, as known at one position, they stay the same
 * for good, so that another `asOf` costs nothing to read.
 */
@Injectable()
export class GoalReadings {
  readonly #byPosition = new Map<string, ReadGoals>();

  /** What was read of a program as known at a position; more may be put to it. */
  at(program: ProgramId, position: Position): ReadGoals {
    const name = `${program} ${position}`;
    let goals = this.#byPosition.get(name);
    this.#byPosition.delete(name);
    if (!goals || goals.size > GOALS) goals = new Map();
    this.#byPosition.set(name, goals);
    for (const oldest of this.#byPosition.keys()) {
      if (this.#byPosition.size <= POSITIONS) break;
      this.#byPosition.delete(oldest);
    }
    return goals;
  }
}

/** What tells a target from the others of its program. */
export function goalName({ unit, target }: Pick<Target, 'unit' | 'target'>): string {
  return `${unit} ${target}`;
}
