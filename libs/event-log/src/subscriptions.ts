import type { Position, ProgramId } from '#lib/domain';
import { type Database, DatabaseUnavailable } from '#lib/platform';
import type { StoredEvent } from './append.js';
import type { Reader } from './reader.js';
import { CHANNEL } from './write.js';

const PAGE = 500;
/** When nothing is heard, the log is read again after this long. */
const POLL_MS = 2_000;

/** Follows logs: reads on whenever a commit is told, and now and then in case it was not heard. */
export class Subscriptions {
  private readonly ending = new AbortController();
  private readonly sleepers = new Map<ProgramId, Set<() => void>>();
  private listening: Promise<() => Promise<void>> | undefined;

  constructor(
    private readonly database: Database,
    private readonly reader: Reader,
  ) {}

  async *follow(
    program: ProgramId,
    after: Position,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<StoredEvent, void, void> {
    const ended = signal ? AbortSignal.any([signal, this.ending.signal]) : this.ending.signal;
    let position = after;
    while (!ended.aborted) {
      await this.listen();
      const events = await this.nextPage(program, position, ended);
      for (const event of events) {
        if (ended.aborted) return;
        yield event;
        position = event.position;
      }
    }
  }

  async close(): Promise<void> {
    this.ending.abort();
    const unlisten = await this.listening;
    await unlisten?.();
  }

  private listen(): Promise<() => Promise<void>> {
    this.listening ??= this.database.listen(
      CHANNEL,
      (payload) => this.wake(payload.split(' ')[1] as ProgramId),
      () => {
        for (const program of this.sleepers.keys()) this.wake(program);
      },
    );
    return this.listening;
  }

  private wake(program: ProgramId): void {
    for (const wake of this.sleepers.get(program) ?? []) wake();
  }

  /** The next events; none after a while without any. */
  private async nextPage(
    program: ProgramId,
    after: Position,
    ended: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    const sleep = this.sleep(program, ended);
    try {
      const events = await this.database
        .inProgram(program, (tx) => this.reader.after(tx, program, after, PAGE))
        .catch((error: unknown) => {
          // the database is away: it is asked again after a while
          if (error instanceof DatabaseUnavailable) return [];
          throw error;
        });
      if (events.length === 0) await sleep.over;
      return events;
    } finally {
      sleep.end();
    }
  }

  /** Falls asleep before the log is read, so that a commit in between is heard. */
  private sleep(program: ProgramId, ended: AbortSignal): { over: Promise<void>; end(): void } {
    let wake: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const sleepers = this.sleepers.get(program) ?? new Set();
    this.sleepers.set(program, sleepers.add(wake));
    ended.addEventListener('abort', wake);
    const timer = setTimeout(wake, POLL_MS);
    const end = () => {
      clearTimeout(timer);
      ended.removeEventListener('abort', wake);
      sleepers.delete(wake);
      if (sleepers.size === 0 && this.sleepers.get(program) === sleepers) {
        this.sleepers.delete(program);
      }
    };
    return { over, end };
  }
}
