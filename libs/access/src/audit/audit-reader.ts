import type { ProgramId } from '#lib/domain';
import { ERASED, type Seals } from '#lib/event-log';
import { type Database, fromTimestamp, toTimestamp, type Tx } from '#lib/platform';
import type { AuditEntry } from './entry.js';

/** Which entries are wanted; all of them where nothing is said. */
export interface AuditFilter {
  /** Milliseconds since 1970, included. */
  readonly from?: number | undefined;
  /** Milliseconds since 1970, not included. */
  readonly to?: number | undefined;
  /** One action, or with `.*` at its end all that begin so. */
  readonly action?: string | undefined;
  /** The id of a key or a person. */
  readonly actor?: string | undefined;
  readonly outcome?: 'done' | 'denied' | undefined;
}

interface Row {
  readonly position: number;
  readonly at: Date;
  readonly action: string;
  readonly outcome: 'done' | 'denied';
  readonly actor_kind: AuditEntry['actor']['kind'];
  readonly actor: string | null;
  readonly sealed: Readonly<Record<string, string>> | null;
  readonly address: string | null;
  readonly about: AuditEntry['about'];
  readonly key_name: string | null;
  readonly person: Readonly<Record<string, string>> | null;
}

const COLUMNS = `
  SELECT e.position, e.at, e.action, e.outcome, e.actor_kind, e.actor, e.sealed, e.address, e.about,
         k.name AS key_name, p.sealed AS person
    FROM audit_entry AS e
    LEFT JOIN access_key AS k ON k.program_id = $1 AND k.id = e.actor
    LEFT JOIN person AS p ON p.program_id = $1 AND p.id = e.actor
   WHERE e.program_id = $1`;

const FILTERED = `${COLUMNS}
     AND ($2::timestamptz IS NULL OR e.at >= $2) AND ($3::timestamptz IS NULL OR e.at < $3)
     AND ($4::text IS NULL OR e.action = $4 OR starts_with(e.action, rtrim($4, '*')) AND $4 LIKE '%.*')
     AND ($5::uuid IS NULL OR e.actor = $5) AND ($6::text IS NULL OR e.outcome = $6)`;

const BATCH = 500;

/** Reads the audit trail of a program: for its auditors, for exports, and for the syslog server. */
export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly seals: Pick<Seals, 'unseal'>,
  ) {}

  /** Entries before a position, the newest first. */
  newest(
    program: string,
    filter: AuditFilter,
    page: { readonly before?: number | undefined; readonly limit: number },
  ): Promise<readonly AuditEntry[]> {
    const sql = `${FILTERED} AND ($7::bigint IS NULL OR e.position < $7)
      ORDER BY e.position DESC LIMIT $8`;
    const values = [...valuesOf(program, filter), page.before ?? null, page.limit];
    return this.read(program, sql, values);
  }

  /** Every entry, the oldest first, read as it is taken. */
  async *oldest(program: string, filter: AuditFilter): AsyncIterable<AuditEntry> {
    const sql = `${FILTERED} AND e.position > $7 ORDER BY e.position LIMIT $8`;
    for (let after = 0; ; ) {
      const batch = await this.read(program, sql, [...valuesOf(program, filter), after, BATCH]);
      yield* batch;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return;
      after = last.position;
    }
  }

  /** Entries after a position, the oldest first. */
  after(program: string, position: number, limit: number): Promise<readonly AuditEntry[]> {
    const sql = `${COLUMNS} AND e.position > $2 ORDER BY e.position LIMIT $3`;
    return this.read(program, sql, [program, position, limit]);
  }

  private read(program: string, sql: string, values: unknown[]): Promise<readonly AuditEntry[]> {
    return this.database.inProgram(
      program,
      async (tx) => this.opened(tx, program as ProgramId, await tx.query<Row>(sql, values)),
      { readOnly: true },
    );
  }

  /** The entries of rows, what is sealed in clear where its key is still there. */
  private async opened(
    tx: Tx,
    program: ProgramId,
    rows: readonly Row[],
  ): Promise<readonly AuditEntry[]> {
    const texts = await this.seals.unseal(
      tx,
      program,
      rows.map(({ actor, sealed, person }) => {
        const texts: Record<string, string> = { ...sealed };
        if (person?.name !== undefined) texts.name = person.name;
        return { subject: actor ?? NOBODY, sealed: texts };
      }),
    );
    return rows.map((row, index) => toEntry(row, texts[index] ?? {}));
  }
}

/** Has no key, so that nothing is unsealed under it. */
const NOBODY = '00000000-0000-0000-0000-00000000ffff';

function toEntry(row: Row, texts: Readonly<Record<string, string>>): AuditEntry {
  const clear = (text: string | undefined) => (text === ERASED ? null : (text ?? null));
  return {
    position: row.position,
    at: fromTimestamp(row.at),
    action: row.action,
    outcome: row.outcome,
    actor: { kind: row.actor_kind, id: row.actor, name: row.key_name ?? clear(texts.name) },
    from: row.address ?? clear(texts.from),
    about: row.about,
  };
}

function valuesOf(program: string, { from, to, action, actor, outcome }: AuditFilter): unknown[] {
  const at = (instant: number | undefined) => (instant === undefined ? null : toTimestamp(instant));
  return [program, at(from), at(to), action ?? null, actor ?? null, outcome ?? null];
}
