import { type Database, newId, type Tx } from '#lib/platform';
import { belowAny, topsOf, type Viewer } from '#lib/projections';
import { UnknownCalendarLink } from './errors.js';
import { hashKey, makeCalendarToken } from './keys/secret.js';

/** A calendar address as it is listed; the address itself is shown once, when it is made. */
export interface CalendarLink {
  readonly id: string;
  readonly name: string;
  /** The unit whose subtree it shows; null: the whole program. */
  readonly under: string | null;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

/** What a token opens. */
export interface OpenedCalendar {
  readonly program: string;
  readonly name: string;
  readonly under: string | null;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly under: string | null;
  readonly created_at: Date;
}

const TOKEN = /^wmc_[0-9A-Za-z]{49}$/;

/**
 * Addresses that calendar clients read without a key. Each shows one calendar and nothing else: what
 * lies under its unit whenever it is asked, whatever became of those who made it. Its token is kept as
 * a hash alone.
 */
export class CalendarLinks {
  constructor(private readonly database: Database) {}

  /** @returns the token, to be shown once */
  async create(
    program: string,
    wish: { readonly name: string; readonly under?: string | null },
    within?: Tx,
  ): Promise<{ readonly id: string; readonly token: string }> {
    const [id, token] = [newId(), makeCalendarToken()];
    await this.inTx(program, within, (tx) =>
      tx.query(
        `INSERT INTO calendar_link (program_id, id, token_hash, name, under)
         VALUES ($1, $2, $3, $4, $5)`,
        [program, id, hashKey(token), wish.name, wish.under ?? null],
      ),
    );
    return { id, token };
  }

  /** Those of units in sight that are in use, in the order they were made, after the one with the id `after`. */
  list(
    viewer: Viewer,
    page: { readonly after?: string; readonly limit: number },
  ): Promise<CalendarLink[]> {
    const { program } = viewer;
    return this.database.inProgram(program, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT id, name, under, created_at FROM calendar_link
          WHERE program_id = $1 AND ($2::uuid IS NULL OR id > $2) AND ${belowAny(4, 'under')}
          ORDER BY id LIMIT $3`,
        [program, page.after ?? null, page.limit, topsOf(viewer)],
      );
      return rows.map(({ created_at, ...link }) => ({ ...link, createdAt: created_at.getTime() }));
    });
  }

  /** Ends an address of a unit in sight at once. @throws UnknownCalendarLink */
  async revoke(viewer: Viewer, id: string, within?: Tx): Promise<void> {
    const { program } = viewer;
    const rows = await this.inTx(program, within, (tx) =>
      tx.query(
        `DELETE FROM calendar_link
          WHERE program_id = $1 AND id = $2 AND ${belowAny(3, 'under')} RETURNING 1`,
        [program, id, topsOf(viewer)],
      ),
    );
    if (rows.length === 0) throw new UnknownCalendarLink(id);
  }

  private inTx<T>(program: string, within: Tx | undefined, work: (tx: Tx) => Promise<T>) {
    return within ? work(within) : this.database.inProgram(program, work);
  }

  /** What a token opens; undefined when nothing. */
  async open(token: string): Promise<OpenedCalendar | undefined> {
    if (!TOKEN.test(token)) return undefined;
    const [row] = await this.database.beforeProgram((tx) =>
      tx.query<{ program_id: string; name: string; under: string | null }>(
        'SELECT program_id, name, under FROM waymark_calendar_link($1)',
        [hashKey(token)],
      ),
    );
    return row && { program: row.program_id, name: row.name, under: row.under };
  }
}
