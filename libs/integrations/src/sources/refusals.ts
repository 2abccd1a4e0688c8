import { setTimeout as pause } from 'node:timers/promises';
import type { Instant, ProgramId } from '#lib/domain';
import { type Database, fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import type { RefusalReason } from './why-refused.js';

/** So many of one reason were refused by a source. */
interface Counted {
  readonly program: ProgramId;
  readonly source: string;
  readonly reason: RefusalReason;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** Anybody may send, so that what is refused is written no more often than this. */
const PAUSE_MS = 1_000;
const DAY_MS = 86_400_000;
/** How long they are told, as long as deliveries are kept. */
const TOLD_DAYS = 30;

const COUNT = `
INSERT INTO source_refusal AS r (program_id, source, reason, refused, first_at, last_at)
SELECT $1, n.source, n.reason, n.refused, n.first_at, n.last_at
  FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::timestamptz[], $6::timestamptz[])
    AS n(source, reason, refused, first_at, last_at)
 WHERE EXISTS (SELECT FROM source s WHERE s.program_id = $1 AND s.id = n.source)
ON CONFLICT (program_id, source, reason) DO UPDATE
  SET refused = r.refused + EXCLUDED.refused, last_at = greatest(r.last_at, EXCLUDED.last_at)`;

/**
 * Counts what sources refuse: one row for each source and reason, and nothing of what was sent. The
 * first is written at once, what follows within a second together.
 */
export class Refusals {
  private counted = new Map<string, Counted>();
  private writing: Promise<void> | undefined;

  constructor(private readonly database: Database) {}

  count(program: ProgramId, source: string, reason: RefusalReason, at: Instant): void {
    const name = `${program} ${source} ${reason}`;
    const before = this.counted.get(name);
    this.counted.set(name, {
      ...{ program, source, reason, lastAt: at },
      count: (before?.count ?? 0) + 1,
      firstAt: before?.firstAt ?? at,
    });
    this.writing ??= this.writeAll();
  }

  private async writeAll(): Promise<void> {
    while (this.counted.size > 0) {
      const batch = [...this.counted.values()];
      this.counted = new Map();
      for (const program of new Set(batch.map((one) => one.program))) {
        const some = batch.filter((one) => one.program === program);
        await this.write(program, some);
      }
      await pause(PAUSE_MS, undefined, { ref: false });
    }
    this.writing = undefined;
  }

  private async write(program: ProgramId, some: readonly Counted[]): Promise<void> {
    try {
      await this.database.inProgram(program, (tx) =>
        tx.query(COUNT, [
          program,
          some.map(({ source }) => source),
          some.map(({ reason }) => reason),
          some.map(({ count }) => count),
          some.map(({ firstAt }) => toTimestamp(firstAt)),
          some.map(({ lastAt }) => toTimestamp(lastAt)),
        ]),
      );
    } catch {
      // it only helps to find what is wrong; whatever ails the database is told by everything else
    }
  }
}

/** What sources refused in the last thirty days, the last first. */
export async function refusalsOf(
  tx: Tx,
  program: string,
  sources: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, readonly Omit<Counted, 'program' | 'source'>[]>> {
  const rows = await tx.query<{
    readonly source: string;
    readonly reason: RefusalReason;
    readonly refused: number;
    readonly first_at: Date;
    readonly last_at: Date;
  }>(
    `SELECT source, reason, refused, first_at, last_at FROM source_refusal
      WHERE program_id = $1 AND source = ANY($2::uuid[]) AND last_at >= $3
      ORDER BY last_at DESC, reason`,
    [program, sources, toTimestamp(now - TOLD_DAYS * DAY_MS)],
  );
  const told = new Map<string, Omit<Counted, 'program' | 'source'>[]>();
  for (const { source, reason, refused, first_at, last_at } of rows) {
    const one = {
      ...{ reason, count: refused },
      firstAt: fromTimestamp(first_at),
      lastAt: fromTimestamp(last_at),
    };
    told.set(source, [...(told.get(source) ?? []), one]);
  }
  return told;
}
