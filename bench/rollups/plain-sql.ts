import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import type { Database, Tx } from '#lib/platform';

/** A count as one would write it over the same tables, at a pair of times. */
export interface PlainSql {
  readonly count: PlainCount;
  readonly unit: UnitKey;
  readonly model: string;
  readonly asOf: Instant;
  readonly knownAt: Instant;
}

/** Statements; `$1` program, `$2` unit, `$3` model, `$4` position, `$5` seconds. */
export interface PlainCount {
  readonly text: string;
  readonly model: boolean;
  /** How many months back it is asked, one after another. */
  readonly months?: number;
}

const TREE = `tree AS MATERIALIZED (
    SELECT unit, parent, retired FROM unit_state
     WHERE program_id = $1 AND known_from <= $3 AND known_until > $3
       AND valid_from <= to_timestamp($4) AND valid_until > to_timestamp($4))`;

const STANDS = `standing.program_id = $1 AND standing.known_from <= $3 AND standing.known_until > $3
     AND standing.valid_from <= to_timestamp($4) AND standing.valid_until > to_timestamp($4)`;

/** How many units of a subtree stand at each stage of a model. */
export const DISTRIBUTION: PlainCount = {
  model: true,
  text: `
  WITH RECURSIVE ${TREE}, below AS (
    SELECT $2::text COLLATE "C" AS unit
    UNION ALL
    SELECT tree.unit FROM below JOIN tree ON tree.parent = below.unit)
  SELECT standing.ordinal, count(*)
    FROM below JOIN tree ON tree.unit = below.unit AND NOT tree.retired
    JOIN standing ON standing.unit = below.unit AND standing.model = $5 AND ${STANDS}
   GROUP BY standing.ordinal`,
};

/** The same for each child of a unit and each model. */
export const HEATMAP: PlainCount = {
  model: false,
  text: `
  WITH RECURSIVE ${TREE}, below AS (
    SELECT unit AS top, unit FROM tree WHERE parent = $2
    UNION ALL
    SELECT below.top, tree.unit FROM below JOIN tree ON tree.parent = below.unit)
  SELECT below.top, standing.model, standing.ordinal, count(*)
    FROM below JOIN tree ON tree.unit = below.unit AND NOT tree.retired
    JOIN standing ON standing.unit = below.unit AND ${STANDS}
   GROUP BY below.top, standing.model, standing.ordinal`,
};

/** The distribution at each of 60 months. */
export const TREND: PlainCount = { ...DISTRIBUTION, months: 60 };

/** Runs one count. @returns how long the count took in milliseconds, without finding the position */
export async function runPlain(
  database: Database,
  program: ProgramId,
  { count, unit, model, asOf, knownAt }: PlainSql,
): Promise<number> {
  return database.inProgram(
    program,
    async (tx) => {
      const position = await positionAt(tx, program, knownAt);
      const began = performance.now();
      for (let month = 0; month < (count.months ?? 1); month++) {
        const at = asOf / 1000 - month * 30.4 * 86_400;
        const values = [program, unit, position, at];
        await tx.query(count.text, count.model ? [...values, model] : values);
      }
      return performance.now() - began;
    },
    { readOnly: true, timeoutMs: 600_000 },
  );
}

/** The last position recorded by an instant, by halving. */
async function positionAt(tx: Tx, program: ProgramId, knownAt: Instant): Promise<number> {
  const [head] = await tx.query<{ position: number }>(
    'SELECT position FROM feed_head WHERE program_id = $1',
    [program],
  );
  let [low, high] = [0, head?.position ?? 0];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [row] = await tx.query<{ known: boolean }>(
      `SELECT recorded_at <= to_timestamp($3) AS known FROM event
        WHERE program_id = $1 AND position = $2`,
      [program, middle, knownAt / 1000],
    );
    if (row?.known) low = middle;
    else high = middle - 1;
  }
  return low;
}
