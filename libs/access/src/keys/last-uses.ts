import { type Clock, type Database, toTimestamp } from '#lib/platform';

const EVERY_MS = 60_000;
/** How long uses are gathered before they are written. */
const GATHERED_MS = 1_000;
const REMEMBERED_AT_MOST = 100_000;

/** Writes down when keys were last used: aside, and at most once a minute and key. */
export class LastUses {
  /** When a use of a key was last noted, by the monotonic clock. */
  private readonly noted = new Map<string, number>();
  private waiting = new Map<string, Set<string>>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Notes a use; never waits and never fails. */
  note(program: string, id: string): void {
    const now = performance.now();
    if (now - (this.noted.get(id) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return;
    if (this.noted.size >= REMEMBERED_AT_MOST) this.noted.clear();
    this.noted.set(id, now);
    const ids = this.waiting.get(program) ?? new Set();
    this.waiting.set(program, ids.add(id));
    this.timer ??= setTimeout(() => this.write(), GATHERED_MS).unref();
  }

  /** Writes what is waiting. */
  async close(): Promise<void> {
    if (this.timer) this.write();
    await this.writing;
  }

  private write(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { waiting } = this;
    this.waiting = new Map();
    const at = this.clock.now();
    this.writing = this.writing.then(async () => {
      for (const [program, ids] of waiting) await this.writeOf(program, [...ids], at);
    });
  }

  private async writeOf(program: string, ids: readonly string[], at: number): Promise<void> {
    await this.database
      .inProgram(program, (tx) =>
        tx.query(
          `UPDATE access_key SET last_used_at = $3
            WHERE program_id = $1 AND id = ANY ($2)
              AND (last_used_at IS NULL OR last_used_at <= $4)`,
          [program, ids, toTimestamp(at), toTimestamp(at - EVERY_MS)],
        ),
      )
      // the next use a minute later says it again
      .catch(() => undefined);
  }
}
