import {
  dayOf,
  type Instant,
  parseDue,
  type ProgramId,
  type Target,
  type UnitKey,
} from '#lib/domain';
import type { RollupReading, Rollups } from '../rollups/rollups.js';
import { wholeOf } from '../sight.js';
import { readPlan } from './plan-reader.js';
import { targetsKnown } from './target-rows.js';

/** A target whose day is over and that is not reached. */
export interface LateTarget {
  readonly unit: UnitKey;
  readonly target: string;
  /** What it wants, for people. */
  readonly title: string;
  /** As given: a day, month, quarter or year. */
  readonly due: string;
  /** The first instant after what was given. */
  readonly deadline: Instant;
}

/** Finds the targets that the calendar made late. */
export class LateTargets {
  constructor(private readonly rollups: Rollups) {}

  /**
   * The targets whose day ended after one instant and by another, and that are not reached now, by
   * unit and key. Days end at midnight in UTC, so that between two midnights there are none.
   * @throws ProjectionBehind
   */
  async between(
    program: ProgramId,
    after: Instant,
    until: Instant,
  ): Promise<readonly LateTarget[]> {
    if (dayOf(after) >= dayOf(until)) return [];
    return this.rollups.read(wholeOf(program), {}, null, (reading) =>
      this.read(reading, ({ due }) => {
        const deadline = due === null ? undefined : parseDue(due)?.deadline;
        return deadline !== undefined && after < deadline && deadline <= until;
      }),
    );
  }

  private async read(
    reading: RollupReading,
    ended: (target: Target) => boolean,
  ): Promise<readonly LateTarget[]> {
    const { tx, program, moment } = reading;
    const all = await targetsKnown(tx, program, moment.position);
    const units = new Set(all.filter(ended).map(({ unit }) => unit));
    if (units.size === 0) return [];
    const chart = await reading.organisation();
    const exists = (unit: UnitKey) => {
      const index = chart.indexOf(unit);
      return index !== undefined && chart.exists(index);
    };
    const theirs = all.filter(({ unit }) => units.has(unit) && exists(unit));
    const { log } = this.rollups.moments;
    const planned = await readPlan({ reading, log }, theirs, ended);
    return planned.flatMap(({ unit, target, title, due, state }) => {
      const deadline = due === null ? undefined : parseDue(due)?.deadline;
      if (state.status !== 'late' || due === null || deadline === undefined) return [];
      return [{ unit, target, title, due, deadline }];
    });
  }
}
