import type { ModelId, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import type { Database, Tx } from '#lib/platform';
import { bringUnits } from './bring-units.js';
import type { CatalogueSource } from '../catalogue-reader.js';
import { advance, checkpoint, STANDING } from '../checkpoint.js';
import { type Affected, affectedFromAfar } from './affected-units.js';
import { holdGeneration } from '../rebuild/generation.js';

const EVENTS_AT_ONCE = 500;
const UNITS_AT_ONCE = 250;
const LOTS_AT_ONCE = 2;
const STANDINGS_TIMEOUT_MS = 60_000;

/**
 * Carries events through the tree: the units below one whose milestone they inherit, those above
 * that count it, those whose beginning shifted, and everybody when the catalogue changes. Their
 * rows are stamped with the event's position, whenever this runs.
 */
export class TreeProjector {
  constructor(
    private readonly database: Database,
    readonly log: EventLog,
    readonly catalogue: CatalogueSource,
  ) {}

  /**
   * Works from its checkpoint to the head.
   * @param signal ends the work between two steps, with its reason; what is done stays done
   * @returns the position reached
   */
  async run(program: ProgramId, signal?: AbortSignal): Promise<Position> {
    for (;;) {
      const batch = await this.next(program);
      if (batch.upTo === batch.after) return batch.upTo;
      await this.bringAll(program, batch, signal);
      await this.database.inProgram(program, (tx) => advance(tx, program, STANDING, batch.upTo));
    }
  }

  private next(program: ProgramId): Promise<Batch> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const after = await checkpoint(tx, program, STANDING);
        const events = await this.log.readAfter(tx, program, after, EVENTS_AT_ONCE);
        const upTo = events[events.length - 1]?.position ?? after;
        const affected = await affectedFromAfar(tx, this, program, { after, upTo, events });
        return { after, upTo, affected };
      },
      { timeoutMs: STANDINGS_TIMEOUT_MS },
    );
  }

  /** Some units at once, and two such lots: while one is read or written, the other is computed. */
  private async bringAll(program: ProgramId, batch: Batch, signal?: AbortSignal): Promise<void> {
    const units = [...batch.affected.keys()].sort();
    const work = async (): Promise<void> => {
      for (let some = units.splice(0, UNITS_AT_ONCE); some.length > 0; ) {
        signal?.throwIfAborted();
        const lot = some;
        await this.database.inProgram(program, (tx) => this.bring(tx, program, lot, batch), {
          timeoutMs: STANDINGS_TIMEOUT_MS,
        });
        some = units.splice(0, UNITS_AT_ONCE);
      }
    };
    const lots = await Promise.allSettled(Array.from({ length: LOTS_AT_ONCE }, work));
    for (const lot of lots) if (lot.status === 'rejected') throw lot.reason;
  }

  private async bring(tx: Tx, program: ProgramId, units: readonly UnitKey[], batch: Batch) {
    const { after, upTo, affected } = batch;
    const counted = new Map<UnitKey, ReadonlySet<ModelId>>();
    for (const unit of units) {
      const models = affected.get(unit);
      if (models && models !== 'all') counted.set(unit, models);
    }
    await holdGeneration(tx, program);
    await bringUnits(tx, this, program, units, upTo, { after, counted });
  }
}

interface Batch {
  readonly after: Position;
  readonly upTo: Position;
  readonly affected: Affected;
}

/** Waits until the tree's projection has reached a position. */
export async function reached(
  database: Database,
  program: ProgramId,
  position: Position,
  patienceMs: number,
): Promise<boolean> {
  const until = performance.now() + patienceMs;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const done = await database.inProgram(program, (tx) => checkpoint(tx, program, STANDING));
    if (done >= position) return true;
    if (performance.now() > until) return false;
    await new Promise<void>((resolve) => setTimeout(resolve, pause));
  }
}
