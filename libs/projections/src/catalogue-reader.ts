import type { Catalogue, CatalogueView } from '#lib/catalogue';
import type { EventType, Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { type ReadIndex, readIndex } from './standing/read-index.js';

/** What changes a program's models, its dictionary or what its units follow. */
export const CATALOGUE_FACTS: readonly EventType[] = [
  'model.added',
  'model.adopted',
  'milestone.defined',
  'program.changed',
];

/** What answers for a program's models and dictionary through the positions of its log. */
export type CatalogueSource = Pick<Catalogue, 'at'>;

/** A program's catalogue as known at a position, with what its models read. */
export interface KnownCatalogue {
  readonly view: CatalogueView;
  readonly index: ReadIndex;
}

const indexes = new WeakMap<CatalogueView, ReadIndex>();

/** Reads a program's catalogue through the positions of its log. */
export class CatalogueHistory {
  /** By the position since which it is so: what is not committed yet is kept nowhere else. */
  readonly #known = new Map<Position, KnownCatalogue>();

  private constructor(
    private readonly tx: Tx,
    private readonly catalogue: CatalogueSource,
    private readonly program: ProgramId,
    /** Positions at which the catalogue changed, rising. */
    readonly positions: readonly Position[],
  ) {}

  /** The catalogue as known at the positions after one and up to another. */
  static async load(
    tx: Tx,
    catalogue: CatalogueSource,
    program: ProgramId,
    after: Position,
    upTo: Position,
  ): Promise<CatalogueHistory> {
    const [head] = await tx.query<{ catalogue_position: Position }>(
      'SELECT catalogue_position FROM feed_head WHERE program_id = $1',
      [program],
    );
    const last = head?.catalogue_position ?? 0;
    if (last <= after) return CatalogueHistory.unchanged(tx, catalogue, program, last);
    const rows = await tx.query<{ position: Position }>(
      'SELECT position FROM event WHERE program_id = $1 AND type = ANY ($2) AND position <= $3 ORDER BY position',
      [program, CATALOGUE_FACTS, upTo],
    );
    const positions = rows.map(({ position }) => position);
    return new CatalogueHistory(tx, catalogue, program, positions);
  }

  /** The catalogue where it is known to have changed last at a position. */
  static unchanged(
    tx: Tx,
    catalogue: CatalogueSource,
    program: ProgramId,
    since: Position,
  ): CatalogueHistory {
    return new CatalogueHistory(tx, catalogue, program, [since]);
  }

  /** The catalogue as known at a position within what was loaded. */
  async at(position: Position): Promise<KnownCatalogue> {
    const changed = this.positions.findLast((at) => at <= position) ?? 0;
    const kept = this.#known.get(changed);
    if (kept) return kept;
    const known = await knownCatalogue(this.tx, this.catalogue, this.program, changed);
    this.#known.set(changed, known);
    return known;
  }
}

/** The catalogue as known since a position at which it changed. */
export async function knownCatalogue(
  tx: Tx,
  catalogue: CatalogueSource,
  program: ProgramId,
  cataloguePosition: Position,
): Promise<KnownCatalogue> {
  const view = await catalogue.at(tx, program, cataloguePosition);
  let index = indexes.get(view);
  if (!index) indexes.set(view, (index = readIndex(view.models.values(), view.dictionary)));
  return { view, index };
}
