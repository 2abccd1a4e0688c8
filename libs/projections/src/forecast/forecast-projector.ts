import { setImmediate as letOthersGo } from 'node:timers/promises';
import { DAY, type Instant, type Ladder, type ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { checkpoint, STANDING } from '../checkpoint.js';
import type { Moments } from '../moment.js';
import { targetsKnown } from '../roadmap/target-rows.js';
import { wholeOf } from '../sight.js';
import type { RollupReading, Rollups } from '../rollups/rollups.js';
import { ForecastReading } from './forecast-reading.js';
import { type Learnt, Ladders } from './ladders.js';
import { type Line, lineName, linesOf, placeOf } from './line.js';
import { forecastReached, writeForecasts } from './outlook-rows.js';

const TIMEOUT_MS = 15 * 60_000;

/**
 * Keeps what a program's history says of how long things take, a small table a line from which the
 * forecast of any unit is read at once, and the forecasts of all targets. Both are functions of a
 * pair of times: the head of the log, and the beginning of the day or what was recorded since.
 */
export class ForecastProjector {
  private readonly moments: Moments;

  constructor(private readonly rollups: Rollups) {
    this.moments = rollups.moments;
  }

  /**
   * Computes all of it up to the checkpoint of the standings, unless it stands for this very pair
   * already. Twice at once does no harm.
   */
  async run(program: ProgramId, signal?: AbortSignal): Promise<Learnt> {
    const computed = await this.moments.database.inProgram(
      program,
      async (tx) => {
        const pair = await this.pair(tx, program);
        const done = await forecastReached(tx, program);
        if (pair.position === done.position && pair.asOf <= done.asOf) return undefined;
        const moment = { ...pair, knownAt: pair.asOf };
        const reading = await this.rollups.at(tx, wholeOf(program), moment);
        return { pair, ...(await compute(reading, signal)) };
      },
      { readOnly: true, timeoutMs: TIMEOUT_MS },
    );
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        if (computed) await writeForecasts(tx, program, computed.pair, computed);
        return forecastReached(tx, program);
      },
      { timeoutMs: TIMEOUT_MS },
    );
  }

  /** Whether a day has begun since: who waits has waited longer. */
  async isDue(program: ProgramId): Promise<boolean> {
    const { position, asOf } = await this.moments.database.inProgram(program, (tx) =>
      forecastReached(tx, program),
    );
    return position > 0 && asOf < dayOf(this.moments.clock.now());
  }

  /** Up to where standings are written, and the day or, where that is later, when the last of it was recorded. */
  private async pair(tx: Tx, program: ProgramId): Promise<Learnt> {
    const position = await checkpoint(tx, program, STANDING);
    const [last] = await tx.query<{ recorded_at: Date }>(
      'SELECT recorded_at FROM event WHERE program_id = $1 AND position = $2',
      [program, position],
    );
    const today = dayOf(this.moments.clock.now());
    return { position, asOf: Math.max(today, last?.recorded_at.getTime() ?? today) };
  }
}

async function compute(reading: RollupReading, signal: AbortSignal | undefined) {
  const { known, tx, program, moment } = reading;
  const targets = await targetsKnown(tx, program, moment.position);
  const lines = new Map<string, Line>();
  for (const model of reading.models()) {
    for (const line of linesOf(model)) lines.set(lineName(line), line);
  }
  for (const { goal } of targets) {
    const line = placeOf(goal, known.view.models)?.line;
    if (line) lines.set(lineName(line), line);
  }
  const learn = new Ladders().at(reading);
  const ladders = new Map<string, Ladder>();
  for (const [name, line] of lines) {
    signal?.throwIfAborted();
    const { ladder } = (await learn(line)).climber;
    if (ladder.units > 0) ladders.set(name, ladder);
    await letOthersGo();
  }
  signal?.throwIfAborted();
  const found = await new ForecastReading(reading, learn).ofGoals(targets);
  const outlooks = targets.map((target) => ({ target, forecast: found.get(target) ?? null }));
  return { ladders, outlooks };
}

/** The first instant of a day in UTC. */
function dayOf(instant: Instant): Instant {
  return Math.floor(instant / DAY) * DAY;
}
