import type { Instant, ProgramId } from '#lib/domain';
import { type Database, DatabaseUnavailable, toTimestamp, type Tx } from '#lib/platform';
import { OriginUnproven } from '../sources/errors.js';

/** A delivery as it is kept. */
export interface KeptDelivery {
  readonly source: string;
  readonly id: string;
  readonly toolId: string;
  readonly event: string;
  readonly at: Instant;
  readonly sealed: Buffer;
  /** Why it can never be worked off. */
  readonly unreadable: string | undefined;
  /** Whether it was asked for, and not sent. */
  readonly polled?: boolean;
}

/** Under which id it is kept, and whether it was before. */
export interface Kept {
  readonly id: string;
  readonly repeated: boolean;
}

interface Waiting {
  readonly delivery: KeptDelivery;
  resolve(kept: Kept): void;
  reject(error: unknown): void;
}

const MOST_AT_ONCE = 100;
const MOST_BYTES = 4 * 1024 * 1024;

const KEEP = `
INSERT INTO delivery (program_id, source, id, tool_id, event, received_at, sealed, status, due_at, reason, polled)
SELECT $1, d.source, d.id, d.tool_id, d.event, d.at, d.sealed,
       CASE WHEN d.reason IS NULL THEN 'received' ELSE 'rejected' END,
       CASE WHEN d.reason IS NULL THEN d.at END, d.reason, d.polled
  FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::timestamptz[], $7::bytea[], $8::text[],
              $9::boolean[]) AS d(source, id, tool_id, event, at, sealed, reason, polled)
 WHERE EXISTS (SELECT FROM source s WHERE s.program_id = $1 AND s.id = d.source)
ON CONFLICT (program_id, source, tool_id) DO NOTHING RETURNING id`;

const KNOWN = `
SELECT d.source, d.tool_id, d.id FROM delivery d
  JOIN unnest($2::uuid[], $3::text[]) AS w(source, tool_id) ON w.source = d.source AND w.tool_id = d.tool_id
 WHERE d.program_id = $1`;

/**
 * Writes deliveries of programs. Those that come while a program's commit is under way go together in
 * the next one, so that many cost little more than one.
 */
export class Keeper {
  private readonly waiting = new Map<ProgramId, Waiting[]>();

  constructor(private readonly database: Database) {}

  /** Resolves once it is on the disk. @throws OriginUnproven when its source was taken away meanwhile */
  keep(program: ProgramId, delivery: KeptDelivery): Promise<Kept> {
    return new Promise((resolve, reject) => {
      const one = { delivery, resolve, reject };
      const others = this.waiting.get(program);
      if (others) {
        others.push(one);
        return;
      }
      this.waiting.set(program, [one]);
      void this.write(program);
    });
  }

  private async write(program: ProgramId): Promise<void> {
    for (;;) {
      const waiting = this.waiting.get(program) ?? [];
      const batch = waiting.splice(0, sizeOf(waiting));
      if (batch.length === 0) break;
      await this.writeSome(program, batch);
    }
    this.waiting.delete(program);
  }

  /** Writes some together; where that fails for another reason than that nobody can write, one by one, so that no one harms others. */
  private async writeSome(program: ProgramId, batch: readonly Waiting[]): Promise<void> {
    const deliveries = batch.map(({ delivery }) => delivery);
    try {
      const kept = await this.database.inProgram(program, (tx) => keepAll(tx, program, deliveries));
      for (const { delivery, resolve, reject } of batch) {
        const found = kept.get(nameOf(delivery));
        if (found === undefined) reject(new OriginUnproven());
        else resolve({ id: found, repeated: found !== delivery.id });
      }
    } catch (error) {
      const alone = batch.length === 1 || error instanceof DatabaseUnavailable;
      if (alone) for (const { reject } of batch) reject(error);
      else for (const one of batch) await this.writeSome(program, [one]);
    }
  }
}

/** How many go together: so many, and no more bytes than one statement takes well. */
function sizeOf(waiting: readonly Waiting[]): number {
  let bytes = 0;
  const full = waiting.findIndex(({ delivery }, index) => {
    bytes += delivery.sealed.length;
    return index > 0 && bytes > MOST_BYTES;
  });
  return Math.min(full < 0 ? waiting.length : full, MOST_AT_ONCE);
}

/** The ids that deliveries are kept under, by their names; none where the source is gone. */
export async function keepAll(
  tx: Tx,
  program: ProgramId,
  deliveries: readonly KeptDelivery[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.query<{ id: string }>(KEEP, [
    program,
    deliveries.map(({ source }) => source),
    deliveries.map(({ id }) => id),
    deliveries.map(({ toolId }) => toolId),
    deliveries.map(({ event }) => event),
    deliveries.map(({ at }) => toTimestamp(at)),
    deliveries.map(({ sealed }) => sealed),
    deliveries.map(({ unreadable }) => unreadable ?? null),
    deliveries.map(({ polled = false }) => polled),
  ]);
  const fresh = new Set(rows.map(({ id }) => id));
  const kept = new Map(
    deliveries.filter(({ id }) => fresh.has(id)).map((one) => [nameOf(one), one.id]),
  );
  const others = deliveries.filter((one) => !kept.has(nameOf(one)));
  if (others.length === 0) return kept;
  const known = await tx.query<{ source: string; tool_id: string; id: string }>(KNOWN, [
    program,
    others.map(({ source }) => source),
    others.map(({ toolId }) => toolId),
  ]);
  for (const { source, tool_id, id } of known) kept.set(nameOf({ source, toolId: tool_id }), id);
  return kept;
}

function nameOf({ source, toolId }: Pick<KeptDelivery, 'source' | 'toolId'>): string {
  return `${source} ${toolId}`;
}
