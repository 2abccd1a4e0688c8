import {
  Climber,
  type Instant,
  type Ladder,
  ladderOf,
  type Position,
  type ProgramId,
} from '#lib/domain';
import type { Tx } from '#lib/platform';
import type { Moment } from '../moment.js';
import type { RollupReading } from '../rollups/rollups.js';
import { milliseconds } from '../rows.js';
import { type Line, lineName } from './line.js';
import { everyStretch } from './stretches.js';

/** The pair of times that a forecast was learnt from. */
export interface Learnt {
  readonly asOf: Instant;
  readonly position: Position;
}

/** Something to draw from, and what it was learnt from. */
export interface LearntLine extends Learnt {
  readonly climber: Climber;
}

/** Gives what is known of a line. */
export type LearntFrom = (line: Line) => Promise<LearntLine>;

/** When forecasts of a moment begin: nobody has waited longer than it is known. */
export function startOf({ asOf, knownAt }: Moment): Instant {
  return Math.min(asOf, knownAt);
}

interface Kept {
  readonly stamp: string;
  readonly lines: ReadonlyMap<string, LearntLine>;
}

const PROGRAMS_KEPT = 50;
const LADDERS_KEPT = 100;

/**
 * What programs' histories say of how long units take: as the worker computed it last, or learnt
 * anew as of any pair of times. What was used last is held in memory.
 */
export class Ladders {
  readonly #kept = new Map<ProgramId, Kept>();
  readonly #learnt = new Map<string, Promise<LearntLine>>();

  /**
   * For questions about now: what the worker computed last. What it has not computed, or only by
   * models that are no longer in force, is learnt.
   */
  async kept(reading: RollupReading): Promise<LearntFrom> {
    const lines = await this.keptLines(reading.tx, reading.program);
    const since = await modelsSince(reading);
    const learn = this.at(reading);
    return async (line) => {
      const kept = lines.get(lineName(line));
      return kept && kept.position >= since ? kept : learn(line);
    };
  }

  /** For any pair of times: learnt from what was known then. */
  at(reading: RollupReading): LearntFrom {
    const { program, moment } = reading;
    const asOf = startOf(moment);
    return (line) => {
      const name = `${program} ${lineName(line)} ${asOf} ${moment.position}`;
      let learning = this.#learnt.get(name);
      if (learning) this.#learnt.delete(name);
      else {
        learning = learn(reading, line, asOf);
        // what failed is tried anew by the next who asks
        learning.catch(() => this.#learnt.delete(name));
      }
      this.#learnt.set(name, learning);
      keepLast(this.#learnt, LADDERS_KEPT);
      return learning;
    };
  }

  private async keptLines(tx: Tx, program: ProgramId): Promise<Kept['lines']> {
    const [row] = await tx.query<{ stamp: string | null }>(
      `SELECT max(position) || ' ' || max(as_of) || ' ' || count(*) AS stamp FROM ladder WHERE program_id = $1`,
      [program],
    );
    const stamp = row?.stamp ?? '';
    const held = this.#kept.get(program);
    if (held?.stamp === stamp) return held.lines;
    const rows = await tx.query<{ line: string; position: Position; as_of: Date; body: Ladder }>(
      'SELECT line, position, as_of, body FROM ladder WHERE program_id = $1',
      [program],
    );
    const lines = new Map(
      rows.map(({ line, position, as_of, body }) => [
        line,
        { climber: new Climber(body), position, asOf: milliseconds(as_of) },
      ]),
    );
    this.#kept.delete(program);
    this.#kept.set(program, { stamp, lines });
    keepLast(this.#kept, PROGRAMS_KEPT);
    return lines;
  }
}

/** The position from which on the models and the dictionary are what they are. */
export async function modelsSince({ tx, program, moment }: RollupReading): Promise<Position> {
  const [row] = await tx.query<{ at: Position | null }>(
    `SELECT max(position) AS at FROM event WHERE program_id = $1 AND position <= $2
        AND type IN ('model.added', 'model.adopted', 'milestone.defined', 'program.changed')`,
    [program, moment.position],
  );
  return row?.at ?? 0;
}

async function learn(reading: RollupReading, line: Line, asOf: Instant): Promise<LearntLine> {
  const stretches = await everyStretch(reading, line);
  const { position } = reading.moment;
  return { climber: new Climber(ladderOf(stretches, asOf)), asOf, position };
}

function keepLast(map: Map<unknown, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
