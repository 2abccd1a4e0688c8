import type { Instant, Position, ProgramId, UnitKey } from '#lib/domain';
import { fromTimestamp, type Tx, toTimestamp } from '#lib/platform';
import type { Moment } from '../moment.js';
import { belowAny } from '../seen.js';

/** A tree that a pack counts units by: that of an instant, as known at a position. */
export interface CountedTree {
  readonly asOf: Instant;
  readonly position: Position;
}

/** A board pack as it is kept: its texts sealed, its figures as they were printed. */
export interface KeptPack extends Moment {
  readonly id: string;
  readonly unit: UnitKey;
  /** The id of the person or key that made it, under whose key its texts are sealed. */
  readonly author: string;
  readonly sealed: Readonly<Record<string, string>>;
  readonly madeAt: Instant;
  readonly trees: readonly CountedTree[];
  /** The units it counts, where its author did not see all that lie below; null: all of them. */
  readonly counted: readonly UnitKey[] | null;
  readonly figures: unknown;
  readonly restated: unknown;
}

interface Row {
  readonly id: string;
  readonly unit: UnitKey;
  readonly author: string;
  readonly sealed: Record<string, string>;
  readonly made_at: Date;
  readonly as_of: Date;
  readonly known_at: Date;
  readonly position: Position;
  readonly pairs: readonly (readonly [Instant, Position])[];
  readonly counted: readonly UnitKey[] | null;
  readonly figures: unknown;
  readonly restated: unknown;
}

/** Which packs are asked for; what is absent does not narrow. */
export interface PackNarrowing {
  readonly id?: string;
  readonly unit?: UnitKey;
  /** The last of the page before. */
  readonly after?: string;
  /** The units they are of, and all below; null: all. */
  readonly tops: readonly UnitKey[] | null;
  readonly limit: number;
}

/** Packs, the latest first. */
export async function readPacks(
  tx: Tx,
  program: ProgramId,
  { id, unit, after, tops, limit }: PackNarrowing,
): Promise<readonly KeptPack[]> {
  const rows = await tx.query<Row>(
    `SELECT * FROM board_pack
      WHERE program_id = $1 AND ($2::uuid IS NULL OR id = $2) AND ($3::text IS NULL OR unit = $3)
        AND ($4::uuid IS NULL OR id < $4) AND ${belowAny(5)}
      ORDER BY id DESC LIMIT $6`,
    [program, id ?? null, unit ?? null, after ?? null, tops, limit],
  );
  return rows.map(({ made_at, as_of, known_at, pairs, ...row }) => ({
    ...row,
    madeAt: fromTimestamp(made_at),
    asOf: fromTimestamp(as_of),
    knownAt: fromTimestamp(known_at),
    trees: pairs.map(([asOf, position]) => ({ asOf, position })),
  }));
}

/** Keeps a new pack. */
export async function insertPack(tx: Tx, program: ProgramId, pack: KeptPack): Promise<void> {
  const { id, unit, author, sealed, position, trees, counted, figures, restated } = pack;
  await tx.query(
    `INSERT INTO board_pack (program_id, id, unit, author, sealed, made_at, as_of, known_at,
                             position, pairs, counted, figures, restated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[program, id, unit, author, JSON.stringify(sealed)],
      ...[pack.madeAt, pack.asOf, pack.knownAt].map(toTimestamp),
      ...[position, JSON.stringify(trees.map((tree) => [tree.asOf, tree.position])), counted],
      ...[JSON.stringify(figures), restated === null ? null : JSON.stringify(restated)],
    ],
  );
}
