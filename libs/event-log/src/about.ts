import type { EventType, Position, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { readHead } from './head.js';
import { COLUMNS, type EventRow } from './rows.js';

/** What a reading of the log is narrowed to: facts about some units, and some types of facts about none. */
export interface About {
  readonly units: readonly UnitKey[];
  readonly types: readonly EventType[];
}

/** Rows in log order, and where the next page begins; null at the end. */
export interface RowsAbout {
  readonly rows: readonly EventRow[];
  readonly next: Position | null;
}

/** What bounds the work of a page. */
interface Bounds {
  /** So few units are asked one by one, by the index; more are looked for along the log. */
  readonly few: number;
  /** Positions looked at by one statement along the log. */
  readonly stretch: number;
  /** Statements of one page: it may be short and not the last. */
  readonly stretches: number;
}

const BOUNDS: Bounds = { few: 1_000, stretch: 20_000, stretches: 10 };

/** Rows after a position that are about some units, or about none and of some types; the work of a page is bounded. */
export function readAbout(
  tx: Tx,
  program: ProgramId,
  about: About,
  page: { readonly after: Position; readonly limit: number },
  bounds: Bounds = BOUNDS,
): Promise<RowsAbout> {
  return about.units.length <= bounds.few
    ? byUnit(tx, program, about, page)
    : alongLog(tx, program, about, page, bounds);
}

async function byUnit(
  tx: Tx,
  program: ProgramId,
  { units, types }: About,
  { after, limit }: { readonly after: Position; readonly limit: number },
): Promise<RowsAbout> {
  const rows = await tx.query<EventRow>(
    `SELECT ${COLUMNS} FROM event WHERE program_id = $1 AND position IN (
       SELECT position FROM (
         SELECT found.position FROM unnest($2::text[]) AS wanted (unit)
          CROSS JOIN LATERAL (
            SELECT position FROM event
             WHERE program_id = $1 AND unit = wanted.unit AND position > $4
             ORDER BY position LIMIT $5) AS found
         UNION ALL
         (SELECT position FROM event
           WHERE program_id = $1 AND unit IS NULL AND type = ANY ($3) AND position > $4
           ORDER BY position LIMIT $5)) AS either
       ORDER BY position LIMIT $5)
      ORDER BY position`,
    [program, units, types, after, limit + 1],
  );
  return paged(rows, limit) ?? { rows, next: null };
}

async function alongLog(
  tx: Tx,
  program: ProgramId,
  { units, types }: About,
  { after, limit }: { readonly after: Position; readonly limit: number },
  { stretch, stretches }: Bounds,
): Promise<RowsAbout> {
  const head = await readHead(tx, program);
  const rows: EventRow[] = [];
  let from = after;
  for (let looked = 0; looked < stretches && from < head.position; looked++) {
    const found = await tx.query<EventRow>(
      `SELECT ${COLUMNS} FROM event
        WHERE program_id = $1 AND position > $4 AND position <= $5
          AND (unit = ANY ($2) OR (unit IS NULL AND type = ANY ($3)))
        ORDER BY position LIMIT $6`,
      [program, units, types, from, from + stretch, limit + 1 - rows.length],
    );
    rows.push(...found);
    const page = paged(rows, limit);
    if (page) return page;
    from += stretch;
  }
  return { rows, next: from < head.position ? from : null };
}

/** A page that is full and not the last; else undefined. */
function paged(rows: readonly EventRow[], limit: number): RowsAbout | undefined {
  const last = rows[limit - 1];
  return rows.length > limit && last
    ? { rows: rows.slice(0, limit), next: last.position }
    : undefined;
}
