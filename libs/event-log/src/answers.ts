import type { Instant, Position, ProgramId } from '#lib/domain';
import { type Tx, toTimestamp } from '#lib/platform';
import type { Append } from './append.js';
import { IdempotencyConflict } from './errors.js';
import type { KeySession } from './key-session.js';

type Idempotency = NonNullable<Append<unknown>['idempotency']>;

/** How long a kept answer is good for. @source api contract: Conventions */
const KEPT_MS = 24 * 3_600_000;

/** A first answer, as it is kept. */
export interface KeptAnswer {
  readonly answer: unknown;
  readonly position: Position;
}

interface AnswerRow {
  readonly scope: string;
  readonly key: string;
  readonly digest: Buffer;
  readonly author: string;
  readonly answer: Buffer;
}

/** An answer to be kept under its idempotency key. */
export interface AnswerToKeep extends KeptAnswer {
  readonly idempotency: Idempotency;
  readonly author: string;
}

/** What tells one idempotency key from another in a program. */
export function idempotencyName({ scope, key }: Idempotency): string {
  return JSON.stringify([scope, key]);
}

/** The first answers to requests that carry an `Idempotency-Key`. */
export class KeptAnswers {
  private readonly rows = new Map<string, AnswerRow>();

  constructor(
    private readonly program: ProgramId,
    private readonly keys: KeySession,
  ) {}

  /** Looks up the answers kept for these keys. Needs the head's lock. */
  async lookUp(tx: Tx, wanted: readonly Idempotency[]): Promise<void> {
    if (wanted.length === 0) return;
    const rows = await tx.query<AnswerRow>(
      `SELECT scope, key, digest, author, answer FROM idempotency WHERE program_id = $1
         AND (scope, key) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
      [this.program, wanted.map(({ scope }) => scope), wanted.map(({ key }) => key)],
    );
    for (const row of rows) this.rows.set(idempotencyName(row), row);
    await this.keys.load(
      tx,
      rows.map((row) => row.author),
    );
  }

  /**
   * The first answer, if one is kept and can be read.
   * @throws IdempotencyConflict when the key was used for another request
   */
  first(wanted: Idempotency): KeptAnswer | undefined {
    const row = this.rows.get(idempotencyName(wanted));
    const key = row && this.keys.get(row.author);
    if (!row || !key) return undefined;
    if (!key.digest(wanted.digest).equals(row.digest)) throw new IdempotencyConflict(wanted.key);
    const text = key.unseal(row.answer.toString('base64url'), 'answer');
    return text === undefined ? undefined : (JSON.parse(text) as KeptAnswer);
  }

  /** Keeps first answers. The keys of their authors must be loaded. */
  async keep(tx: Tx, answers: readonly AnswerToKeep[], now: Instant): Promise<void> {
    if (answers.length === 0) return;
    const rows = answers.map(({ idempotency, author, answer, position }) => {
      const key = this.keys.get(author);
      if (!key) throw new Error('The key of the author was not loaded.');
      const sealed = key.seal(JSON.stringify({ answer, position }), 'answer');
      return {
        ...idempotency,
        digest: key.digest(idempotency.digest),
        author,
        answer: Buffer.from(sealed, 'base64url'),
      };
    });
    await tx.query(
      `INSERT INTO idempotency (program_id, scope, key, digest, author, answer, created_at)
       SELECT $1, scope, key, digest, author, answer, $7
         FROM unnest($2::text[], $3::text[], $4::bytea[], $5::uuid[], $6::bytea[])
           AS kept (scope, key, digest, author, answer)
       ON CONFLICT (program_id, scope, key) DO UPDATE
         SET digest = excluded.digest, author = excluded.author, answer = excluded.answer,
             created_at = excluded.created_at`,
      [
        this.program,
        rows.map((row) => row.scope),
        rows.map((row) => row.key),
        rows.map((row) => row.digest),
        rows.map((row) => row.author),
        rows.map((row) => row.answer),
        toTimestamp(now),
      ],
    );
  }
}

/** Forgets the answers kept for longer than a day. Answers how many. */
export async function forgetAnswers(tx: Tx, program: ProgramId, now: Instant): Promise<number> {
  const rows = await tx.query(
    'DELETE FROM idempotency WHERE program_id = $1 AND created_at < $2 RETURNING 1',
    [program, toTimestamp(now - KEPT_MS)],
  );
  return rows.length;
}
