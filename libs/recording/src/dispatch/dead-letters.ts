import type { Position, ProgramId } from '#lib/domain';
import {
  type Clock,
  type Database,
  fromTimestamp,
  newId,
  toTimestamp,
  unquoted,
} from '#lib/platform';
import type { Consumer, Wakeups } from './wakeups.js';

/** A wake-up that was tried as often as it may and given up. A program and a queue have one open at most. */
export interface DeadLetter {
  readonly id: string;
  readonly queue: Consumer;
  /** The head of the log when it was given up. */
  readonly position: Position;
  /** What went wrong the last time. */
  readonly reason: string;
  readonly attempts: number;
  readonly failedAt: number;
}

/** There is no open dead letter of that id. */
export class UnknownDeadLetter extends Error {
  readonly code = 'dead-letter-unknown';
  constructor(id: string) {
    super(`There is no open dead letter ${id}.`);
  }
}

interface Row {
  readonly id: string;
  readonly queue: Consumer;
  readonly job: { readonly position: Position };
  readonly reason: string;
  readonly attempts: number;
  readonly failed_at: Date;
}

const OPEN = `SELECT id, queue, job, reason, attempts, failed_at FROM dead_letter
               WHERE program_id = $1 AND replayed_at IS NULL`;
const LONGEST_REASON = 2_000;

/** What gave up, kept until it is replayed or the work was done after all. */
export class DeadLetters {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Keeps that a queue gave up on a program; once more when it did so before. */
  async record(
    program: ProgramId,
    queue: Consumer,
    failure: { readonly error: unknown; readonly attempts: number },
  ): Promise<void> {
    const { error, attempts } = failure;
    const reason = (error instanceof Error ? `${error.name}: ${unquoted(error)}` : typeof error)
      .replaceAll('\u0000', '')
      .slice(0, LONGEST_REASON);
    await this.database.inProgram(program, (tx) =>
      tx.query(
        `INSERT INTO dead_letter AS old (program_id, id, queue, job, reason, attempts, failed_at)
         SELECT $1, $2, $3, jsonb_build_object('program', $1::text, 'position', position), $4, $5, $6
           FROM feed_head WHERE program_id = $1
         ON CONFLICT (program_id, queue) WHERE replayed_at IS NULL DO UPDATE
            SET job = excluded.job, reason = excluded.reason, failed_at = excluded.failed_at,
                attempts = old.attempts + excluded.attempts`,
        [program, newId(), queue, reason, attempts, toTimestamp(this.clock.now())],
      ),
    );
  }

  /** Closes what is open of a queue: its work has been done since. */
  async settle(program: ProgramId, queue: Consumer): Promise<void> {
    await this.database.inProgram(program, (tx) =>
      tx.query(
        'UPDATE dead_letter SET replayed_at = $3 WHERE program_id = $1 AND queue = $2 AND replayed_at IS NULL',
        [program, queue, toTimestamp(this.clock.now())],
      ),
    );
  }

  /** The open ones of a program, oldest first. */
  async open(program: ProgramId): Promise<readonly DeadLetter[]> {
    const rows = await this.database.inProgram(program, (tx) =>
      tx.query<Row>(`${OPEN} ORDER BY failed_at, id`, [program]),
    );
    return rows.map(({ job, failed_at, ...row }) => ({
      ...row,
      position: job.position,
      failedAt: fromTimestamp(failed_at),
    }));
  }

  /**
   * Sends the wake-up again. The dead letter is closed when the work is done, and says so anew when
   * it fails again.
   * @throws UnknownDeadLetter
   */
  async replay(program: ProgramId, id: string, wakeups: Wakeups): Promise<DeadLetter> {
    const letter = (await this.open(program)).find((one) => one.id === id);
    if (!letter) throw new UnknownDeadLetter(id);
    await wakeups.send(letter.queue, { program, position: letter.position });
    return letter;
  }
}
