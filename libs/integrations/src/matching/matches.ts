import type { Instant } from '#lib/domain';
import { type Clock, type Database, fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import { idOf } from '../deliveries/source-id.js';
import { SourceUnfit, UnknownMatch } from '../sources/errors.js';

/** What a source calls a unit that nobody has named yet. */
export interface Unmatched {
  readonly external: string;
  /** How many deliveries wait for it. */
  readonly deliveries: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

/** What somebody answered. */
export interface Match {
  readonly external: string;
  /** Null: it is none of the program's. */
  readonly unit: string | null;
  readonly madeAt: Instant;
}

/** A match that was made, and how many deliveries are worked off again by it. */
export interface MadeMatch {
  readonly match: Match;
  readonly deliveries: number;
}

const UNMATCHED = `
SELECT f.external, count(DISTINCT d.id) AS deliveries, min(d.received_at) AS first_at, max(d.received_at) AS last_at
  FROM delivery d,
       jsonb_to_recordset(d.findings) AS f(external text COLLATE "C", outcome text)
 WHERE d.program_id = $1 AND d.source = $2 AND d.status = 'unmatched' AND f.outcome = 'unmatched'
   AND ($3::text IS NULL OR f.external > $3 COLLATE "C")
 GROUP BY f.external ORDER BY f.external LIMIT $4`;

const AGAIN = `
UPDATE delivery SET status = 'received', reason = NULL, attempts = 0, due_at = $4
 WHERE program_id = $1 AND source = $2 AND status = 'unmatched'
   AND findings @> jsonb_build_array(jsonb_build_object('external', $3::text, 'outcome', 'unmatched'))
RETURNING id`;

/** Which units sources mean: what waits for a person, and the answers that are remembered. */
export class Matches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What waits, by what the source calls it, after `after`. @throws UnknownSource */
  unmatched(
    program: string,
    source: string,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Unmatched[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const rows = await tx.query<{
          external: string;
          deliveries: number;
          first_at: Date;
          last_at: Date;
        }>(UNMATCHED, [program, await idOf(tx, program, source), after ?? null, limit]);
        return rows.map(({ external, deliveries, first_at, last_at }) => ({
          ...{ external, deliveries },
          firstAt: fromTimestamp(first_at),
          lastAt: fromTimestamp(last_at),
        }));
      },
      { readOnly: true },
    );
  }

  /** The answers that are remembered, by what the source calls it, after `after`. @throws UnknownSource */
  list(
    program: string,
    source: string,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<readonly Match[]> {
    return this.database.inProgram(
      program,
      async (tx) => {
        const rows = await tx.query<{ external: string; unit: string | null; made_at: Date }>(
          `SELECT external, unit, made_at FROM source_match
            WHERE program_id = $1 AND source = $2 AND ($3::text IS NULL OR external > $3)
            ORDER BY external LIMIT $4`,
          [program, await idOf(tx, program, source), after ?? null, limit],
        );
        return rows.map(({ external, unit, made_at }) => ({
          ...{ external, unit, madeAt: fromTimestamp(made_at) },
        }));
      },
      { readOnly: true },
    );
  }

  /**
   * Remembers which unit is meant, and has the deliveries that wait for it worked off.
   * @param answer.by a UUID: who says so
   * @throws UnknownSource; SourceUnfit when there is no such unit
   */
  async put(
    tx: Tx,
    program: string,
    source: string,
    {
      external,
      unit,
      by,
    }: { readonly external: string; readonly unit: string | null; readonly by: string },
  ): Promise<MadeMatch> {
    const id = await idOf(tx, program, source);
    if (unit !== null) await requireUnit(tx, program, unit);
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO source_match (program_id, source, external, unit, made_at, made_by)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (program_id, source, external) DO UPDATE SET unit = $4, made_at = $5, made_by = $6`,
      [program, id, external, unit, toTimestamp(now), by],
    );
    const again = await tx.query(AGAIN, [program, id, external, toTimestamp(now)]);
    return { match: { external, unit, madeAt: now }, deliveries: again.length };
  }

  /** Forgets an answer; what was recorded by it stays. @throws UnknownSource, UnknownMatch */
  async remove(tx: Tx, program: string, source: string, external: string): Promise<void> {
    const gone = await tx.query(
      'DELETE FROM source_match WHERE program_id = $1 AND source = $2 AND external = $3 RETURNING 1',
      [program, await idOf(tx, program, source), external],
    );
    if (gone.length === 0) throw new UnknownMatch(external);
  }
}

async function requireUnit(tx: Tx, program: string, unit: string): Promise<void> {
  const found = await tx.query('SELECT FROM unit WHERE program_id = $1 AND unit = $2', [
    program,
    unit,
  ]);
  if (found.length > 0) return;
  throw new SourceUnfit('/unit', `There is no unit "${unit}". Register it first.`);
}
