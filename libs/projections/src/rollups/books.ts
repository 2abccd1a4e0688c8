import type { Position, ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { OrganisationBook } from './organisation-book.js';
import { StandingBook } from './standing-book.js';

/** What is held of one program in memory, exact at a position of its log. */
export interface Books {
  readonly organisation: OrganisationBook;
  readonly standing: StandingBook;
}

interface Shelf extends Books {
  /** The generation of read models that was read. */
  readonly generation: number;
}

/** Stretches and tree rows that are held over all programs, at some 60 bytes each. */
const AT_MOST = 10_000_000;

/**
 * The trees and step functions of the programs that were asked about last, so that a date dragged
 * along a slider is answered without reading them again. They follow the rows of the database and
 * can be dropped at any time.
 */
export class Library {
  readonly #shelves = new Map<ProgramId, Shelf>();
  readonly #turns = new Map<ProgramId, Promise<unknown>>();

  /**
   * Works with the books of a program once they have reached a position; one reader after another
   * where something has to be read.
   * @param tx a snapshot in which the rows are written up to `position`
   * @param reached the books that the same snapshot has worked with before
   */
  with<T>(
    { tx, program, position }: { tx: Tx; program: ProgramId; position: Position },
    reached: Books | undefined,
    work: (books: Books) => Promise<T>,
  ): Promise<T> {
    const turn = (this.#turns.get(program) ?? Promise.resolve()).then(async () =>
      work(reached ?? (await this.reach(tx, program, position))),
    );
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(program, settled);
    void settled.then(() => {
      if (this.#turns.get(program) === settled) this.#turns.delete(program);
    });
    return turn;
  }

  private async reach(tx: Tx, program: ProgramId, position: Position): Promise<Books> {
    const [row] = await tx.query<{ generation: number }>(
      'SELECT waymark_generation() AS generation',
    );
    const generation = row?.generation ?? 1;
    let shelf = this.#shelves.get(program);
    if (shelf?.generation !== generation) {
      const organisation = await OrganisationBook.load(tx, program, position);
      const numberOf = organisation.indexOf.bind(organisation);
      const standing = StandingBook.at(program, numberOf, position);
      shelf = { generation, organisation, standing };
    } else {
      await shelf.organisation.advance(tx, program, position);
      await shelf.standing.advance(tx, position);
    }
    this.#shelves.delete(program);
    this.#shelves.set(program, shelf);
    this.makeRoom();
    return shelf;
  }

  private makeRoom(): void {
    const held = () =>
      [...this.#shelves.values()].reduce(
        (sum, { organisation, standing }) => sum + organisation.rows + standing.length,
        0,
      );
    for (const program of this.#shelves.keys()) {
      if (this.#shelves.size === 1 || held() <= AT_MOST) return;
      this.#shelves.delete(program);
    }
  }
}
