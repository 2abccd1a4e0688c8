import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import type { EventLog } from '#lib/event-log';
import { type Clock, type Database, fromTimestamp, type Tx, toTimestamp } from '#lib/platform';
import {
  type CatalogueSource,
  checkpoint,
  type EventBatch,
  STANDING,
  touchedFromAfar,
} from '#lib/projections';
import { adviseUnits } from './read-model/advise-units.js';
import { foldDecisions } from './read-model/decisions.js';
import { everybody, withThoseAbove } from './read-model/deepest-first.js';
import type { Sight } from './read-model/know-units.js';

/** The projection that keeps recommendations, alerts and what people decided about them. */
export const ADVICE = 'advice';

const EVENTS_AT_ONCE = 500;
const FAR_BEHIND = 5_000;
const UNITS_AT_ONCE = 50;
const TIMEOUT_MS = 60_000;

/** What the projector is made of. */
export interface AdviceParts {
  readonly database: Database;
  readonly log: EventLog;
  readonly catalogue: CatalogueSource;
  readonly clock: Clock;
  /**
   * So many events behind (5,000), as after an import, everybody is looked at once instead of those
   * whom event after event touches.
   */
  readonly farBehind?: number;
}

/** Up to where a program's advice is computed. */
export interface AdviceReached {
  readonly position: Position;
  /** The calendar was looked at up to here; `-Infinity`: never. */
  readonly lookedAt: Instant;
}

interface Work extends AdviceReached {
  readonly batch: EventBatch;
  readonly now: Instant;
  readonly units: readonly UnitKey[];
}

/**
 * Keeps the advice of every unit: of those that new events touch, and of those for which an instant
 * has come at which it changes by itself. It follows the standings and never runs ahead of them.
 */
export class AdviceProjector {
  constructor(private readonly parts: AdviceParts) {}

  /**
   * Works from its checkpoint to that of the standings. Running it again, or twice at once, does no harm.
   * @param signal ends the work between two steps, with its reason; what is done stays done
   */
  async run(program: ProgramId, signal?: AbortSignal): Promise<AdviceReached> {
    for (;;) {
      const work = await this.next(program);
      const { batch, now, units } = work;
      if (batch.upTo === batch.after && units.length === 0) return work;
      const sight: Sight = { program, position: batch.upTo, now };
      for (let start = 0; start < units.length; start += UNITS_AT_ONCE) {
        signal?.throwIfAborted();
        const some = units.slice(start, start + UNITS_AT_ONCE);
        const last = start + UNITS_AT_ONCE >= units.length;
        await this.inProgram(program, async (tx) => {
          await adviseUnits(tx, this.parts, sight, some);
          if (last) await this.finish(tx, work, sight);
        });
      }
      if (units.length === 0) await this.inProgram(program, (tx) => this.finish(tx, work, sight));
    }
  }

  /** Whether an instant has come at which the advice of some unit changes by itself. */
  async isDue(program: ProgramId): Promise<boolean> {
    const due = await this.inProgram(program, (tx) => dueUnits(tx, program, this.now(), 1));
    return due.length > 0;
  }

  private next(program: ProgramId): Promise<Work> {
    return this.inProgram(program, async (tx) => {
      const reached = await adviceReached(tx, program);
      const head = await this.parts.log.head(tx, program);
      const now = Math.max(this.now(), reached.lookedAt, head.recordedAt);
      const after = reached.position;
      const standing = await checkpoint(tx, program, STANDING);
      if (standing - after > (this.parts.farBehind ?? FAR_BEHIND)) {
        const batch = { after, upTo: standing, events: [] };
        return { ...reached, batch, now, units: await everybody(tx, program) };
      }
      const events = (await this.parts.log.readAfter(tx, program, after, EVENTS_AT_ONCE)).filter(
        ({ position }) => position <= standing,
      );
      const upTo = events[events.length - 1]?.position ?? after;
      const batch = { after, upTo, events };
      const own = events.flatMap(({ unit }) => unit ?? []);
      const due = await dueUnits(tx, program, now);
      const afar = await touchedFromAfar(tx, this.parts, program, batch);
      // a fact of the whole program may change what anybody holds, so that everybody is put in order
      const ofAll = events.some(({ unit }) => unit === null);
      const near = [...new Set([...own, ...due, ...(ofAll ? afar : [])])];
      const ordered = await withThoseAbove(tx, program, near);
      return { ...reached, batch, now, units: [...new Set([...ordered, ...afar])] };
    });
  }

  private async finish(tx: Tx, { batch }: Work, { program, now }: Sight): Promise<void> {
    await foldDecisions(tx, program, batch.after, batch.upTo);
    await writeReached(tx, program, { position: batch.upTo, lookedAt: now });
  }

  private now(): Instant {
    return this.parts.clock.now();
  }

  private inProgram<T>(program: ProgramId, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.parts.database.inProgram(program, work, { timeoutMs: TIMEOUT_MS });
  }
}

/** Up to where a program's advice is computed. */
export async function adviceReached(tx: Tx, program: ProgramId): Promise<AdviceReached> {
  const [row] = await tx.query<{ position: Position; looked_at: Date | number | null }>(
    'SELECT position, looked_at FROM checkpoint WHERE program_id = $1 AND projection = $2',
    [program, ADVICE],
  );
  const lookedAt = row?.looked_at;
  return {
    position: row?.position ?? 0,
    lookedAt:
      lookedAt === undefined || lookedAt === null
        ? Number.NEGATIVE_INFINITY
        : fromTimestamp(lookedAt),
  };
}

/** Moves both on; neither goes back. */
export async function writeReached(
  tx: Tx,
  program: ProgramId,
  { position, lookedAt }: AdviceReached,
): Promise<void> {
  await tx.query(
    `INSERT INTO checkpoint AS old (program_id, projection, position, looked_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (program_id, projection) DO UPDATE
        SET position = greatest(old.position, excluded.position),
            looked_at = greatest(old.looked_at, excluded.looked_at)`,
    [program, ADVICE, position, toTimestamp(lookedAt)],
  );
}

async function dueUnits(
  tx: Tx,
  program: ProgramId,
  now: Instant,
  limit: number | null = null,
): Promise<UnitKey[]> {
  const rows = await tx.query<{ unit: UnitKey }>(
    'SELECT unit FROM advised_unit WHERE program_id = $1 AND same_until <= $2 ORDER BY unit LIMIT $3',
    [program, toTimestamp(now), limit],
  );
  return rows.map(({ unit }) => unit);
}
