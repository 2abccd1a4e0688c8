import { randomBytes } from 'node:crypto';
import type { ProgramId } from '#lib/domain';
import type { Tx } from '#lib/platform';
import { SubjectErased } from './errors.js';
import { KEY, type Keyring, SubjectKey } from './keyring.js';

interface KeyRow {
  readonly subject: string;
  /** Null: the subject was erased. */
  readonly wrapped: Buffer | null;
  /** Whether it was written before any transaction began that is still under way, this one included. */
  readonly settled: boolean;
}

/** Keys within one transaction: those it makes are shared with others only once it is committed. */
export class KeySession {
  private readonly keys = new Map<string, SubjectKey>();
  private readonly fresh: SubjectKey[] = [];

  constructor(
    private readonly ring: Keyring,
    private readonly program: ProgramId,
  ) {}

  /** The key, when it is loaded and was not destroyed. */
  get(subject: string): SubjectKey | undefined {
    return this.keys.get(subject);
  }

  /** Loads the keys that exist. Answers the subjects that were erased, as far as the database was asked. */
  async load(tx: Tx, subjects: Iterable<string>): Promise<readonly string[]> {
    const wanted: string[] = [];
    for (const subject of new Set(subjects)) {
      if (this.keys.has(subject)) continue;
      const kept = this.ring.recall(this.program, subject);
      if (kept) this.keys.set(subject, kept);
      else wanted.push(subject);
    }
    if (wanted.length === 0) return [];
    const rows = await tx.query<KeyRow>(
      `SELECT subject, wrapped,
              age(xmin) > age(pg_snapshot_xmin(pg_current_snapshot())::xid) AS settled
         FROM subject_key WHERE program_id = $1 AND subject = ANY($2::uuid[])`,
      [this.program, wanted],
    );
    for (const { subject, wrapped, settled } of rows) {
      if (!wrapped) continue;
      const key = this.ring.unwrap(this.program, subject, wrapped);
      this.keys.set(subject, key);
      // one made in this transaction by other hands may yet be rolled back
      if (settled) this.ring.keep(this.program, key);
    }
    return rows.filter(({ wrapped }) => !wrapped).map(({ subject }) => subject);
  }

  /**
   * Loads the keys, and makes those that do not exist, whoever else makes them at the same time.
   * @throws SubjectErased when one was destroyed: nothing is sealed under it again
   */
  async require(tx: Tx, subjects: Iterable<string>): Promise<void> {
    // in one order, so that those who make several at once do not wait for each other
    const all = [...new Set(subjects)].toSorted();
    refuse(await this.load(tx, all));
    const missing = all.filter((subject) => !this.keys.has(subject));
    if (missing.length === 0) return;
    const made = missing.map((subject) => new SubjectKey(subject, randomBytes(KEY)));
    const mine = await insertKeys(tx, this.program, this.ring, made);
    for (const key of made) {
      if (!mine.has(key.subject)) continue;
      this.keys.set(key.subject, key);
      this.fresh.push(key);
    }
    const others = missing.filter((subject) => !mine.has(subject));
    refuse(await this.load(tx, others));
    if (others.some((subject) => !this.keys.has(subject))) throw new SubjectErased();
  }

  /** To be called once the transaction is committed. */
  committed(): void {
    for (const key of this.fresh) this.ring.keep(this.program, key);
  }
}

function refuse(erased: readonly string[]): void {
  if (erased.length > 0) throw new SubjectErased();
}

/** Writes keys, wrapped, where there are none. Answers the subjects it wrote; the others had a key, or were erased. */
export async function insertKeys(
  tx: Tx,
  program: ProgramId,
  ring: Keyring,
  keys: readonly SubjectKey[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ subject: string }>(
    `INSERT INTO subject_key (program_id, subject, wrapped)
     SELECT $1, subject, wrapped FROM unnest($2::uuid[], $3::bytea[]) AS made (subject, wrapped)
     ON CONFLICT DO NOTHING RETURNING subject`,
    [program, keys.map((key) => key.subject), keys.map((key) => ring.wrap(program, key))],
  );
  return new Set(rows.map(({ subject }) => subject));
}
