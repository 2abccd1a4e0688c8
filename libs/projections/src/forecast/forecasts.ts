import { Injectable } from '@nestjs/common';
import type { Target } from '#lib/domain';
import type { Asked } from '../moment.js';
import type { ForecastOf } from '../roadmap/target-forecast.js';
import type { RollupReading } from '../rollups/rollups.js';
import { ForecastReading } from './forecast-reading.js';
import { Ladders } from './ladders.js';
import { outlooksOf } from './outlook-rows.js';

/** Forecasts what is asked about: now, from what the worker computed; any pair of times, from what was known then. */
@Injectable()
export class Forecasts {
  readonly #ladders = new Ladders();

  /** @param asked with neither time, the question is about now */
  async of(reading: RollupReading, asked: Asked): Promise<ForecastReading> {
    const now = isNow(asked);
    return new ForecastReading(
      reading,
      now ? await this.#ladders.kept(reading) : this.#ladders.at(reading),
    );
  }

  /**
   * When targets will be reached. Asked for now, what the worker computed is read at once; targets
   * that it has not seen yet are forecast here.
   */
  async ofTargets(
    reading: RollupReading,
    targets: readonly Target[],
    asked: Asked,
  ): Promise<ForecastOf> {
    const kept = isNow(asked) ? await outlooksOf(reading, targets) : new Map<Target, null>();
    const unseen = targets.filter((target) => !kept.has(target));
    if (unseen.length === 0) return (target) => kept.get(target) ?? undefined;
    const found = await (await this.of(reading, asked)).ofGoals(unseen);
    return (target) => found.get(target) ?? kept.get(target) ?? undefined;
  }
}

function isNow({ asOf, knownAt }: Asked): boolean {
  return asOf === undefined && knownAt === undefined;
}
