import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Instant, ProgramId, UnitKey } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { maskParents } from '../log/masked.js';
import { type Asked, type Moment, Moments } from '../moment.js';
import { timestamp } from '../rows.js';
import { requireSeen } from '../seen.js';
import type { Viewer } from '../sight.js';
import { type CurrentUnit, withOwners } from './unit.query.js';

/** Which level of the tree is asked for. */
export interface LevelWish extends Asked {
  /** The units right under it; absent: the topmost ones in sight. */
  readonly parent?: UnitKey;
  readonly limit: number;
  readonly after?: LevelPlace;
}

/** Where a level goes on: for the pair of times of its first page, after a name and a key. */
export interface LevelPlace {
  readonly asOf: Instant;
  readonly knownAt: Instant;
  /** The name as it is ordered by: in lower case. */
  readonly name: string;
  readonly unit: UnitKey;
}

/** A unit of a level, and how many units in sight lie right under it. */
export interface UnitOfLevel extends CurrentUnit {
  readonly children: number;
}

export interface LevelAnswer {
  readonly items: readonly UnitOfLevel[];
  readonly next: LevelPlace | null;
}

/**
 * One level of the tree as of one instant and as known at another (both default to now), by name: the
 * units right under one, or those in sight whose parent is not. Retired ones are left out. Name, kind,
 * tags and parent are of that pair of times; models, owner and version are as they are now.
 * @throws UnknownUnit for `parent`, KnownAtInFuture
 */
export class LevelQuery extends Query<LevelAnswer> {
  constructor(
    readonly viewer: Viewer,
    readonly wish: LevelWish,
  ) {
    super();
  }
}

interface LevelRow extends CurrentUnit {
  readonly children: number;
  readonly ordered: string;
}

@QueryHandler(LevelQuery)
export class LevelQueryHandler implements IQueryHandler<LevelQuery> {
  constructor(private readonly moments: Moments) {}

  async execute({ viewer, wish }: LevelQuery): Promise<LevelAnswer> {
    const { program } = viewer;
    const moment = await this.moments.settle(program, wish.after ?? wish);
    return this.moments.database.inProgram(
      program,
      async (tx) => {
        if (wish.parent !== undefined) await requireSeen(tx, viewer, wish.parent, '?parent');
        const rows = await levelRows(tx, viewer, moment, wish);
        const page = rows.slice(0, wish.limit);
        const last = page.at(-1);
        const next =
          rows.length > wish.limit && last ? placeAfter(moment, last.ordered, last.unit) : null;
        return { items: await this.shown(tx, viewer, page), next };
      },
      { readOnly: true },
    );
  }

  private async shown(
    tx: Tx,
    viewer: Viewer,
    rows: readonly LevelRow[],
  ): Promise<readonly UnitOfLevel[]> {
    const units = rows.map(({ ordered: _ordered, children: _children, ...unit }) => unit);
    const clear = await withOwners(tx, this.moments.log, viewer.program, units);
    const masked = await maskParents(tx, viewer, clear);
    return masked.map((unit, index) => ({ ...unit, children: rows[index]?.children ?? 0 }));
  }
}

function placeAfter({ asOf, knownAt }: Moment, name: string, unit: UnitKey): LevelPlace {
  return { asOf, knownAt, name, unit };
}

/** `$4` is the instant, `$3` the position. */
const STANDS = (row: string) =>
  `${row}.program_id = $1 AND ${row}.known_from <= $3 AND ${row}.known_until > $3
   AND ${row}.valid_from <= $4 AND ${row}.valid_until > $4 AND NOT ${row}.retired`;

/** Those in sight of the units `$2`, by the tree as it is now. */
const SEEN = `WITH RECURSIVE seen AS (
  SELECT unit FROM unit WHERE program_id = $1 AND unit = ANY ($2)
  UNION
  SELECT child.unit FROM seen JOIN unit AS child ON child.program_id = $1 AND child.parent = seen.unit
)`;

function levelRows(
  tx: Tx,
  { program, sight }: { readonly program: ProgramId; readonly sight: Viewer['sight'] },
  { asOf, position }: Moment,
  { parent, limit, after }: LevelWish,
): Promise<LevelRow[]> {
  const limited = sight !== 'everything';
  const among = limited ? 'IN (SELECT unit FROM seen)' : 'IS NOT NULL';
  const level =
    parent !== undefined
      ? 'state.parent = $5'
      : `$5::text IS NULL AND (state.parent IS NULL ${limited ? `OR state.parent NOT ${among}` : ''})`;
  return tx.query<LevelRow>(
    `${limited ? SEEN : ''}
     SELECT state.unit, unit.version, state.name, state.kind, state.parent, state.tags, unit.models,
            unit.owner, state.retired, lower(state.name) COLLATE "C" AS ordered,
            (SELECT count(*)::integer FROM unit_state AS child
              WHERE child.parent = state.unit AND ${STANDS('child')} AND child.unit ${among}) AS children
       FROM unit_state AS state JOIN unit ON unit.program_id = $1 AND unit.unit = state.unit
      WHERE ${STANDS('state')} AND state.unit ${among} AND ${level} AND ($2::text[] IS NULL OR ${limited})
        AND ($6::text IS NULL OR (lower(state.name) COLLATE "C", state.unit) > ($6, $7))
      ORDER BY lower(state.name) COLLATE "C", state.unit LIMIT $8`,
    [
      program,
      limited ? sight : null,
      position,
      timestamp(asOf),
      parent ?? null,
      after?.name ?? null,
      after?.unit ?? null,
      limit + 1,
    ],
  );
}
