import type { Position, ProgramId } from '#lib/domain';
import { type Database, DatabaseUnavailable, OutcomeUnknown } from '#lib/platform';
import type { Append, AppendOutcome } from './append.js';
import { assertStorable } from './canonical.js';
import { type Ending, Group, type GroupParts } from './group.js';
import { lockHead } from './head.js';

/** How many appends go together at most. */
const LARGEST_GROUP = 256;

const FIRST_LOOK_MS = 100;
const LAST_LOOK_MS = 3_200;
/** lock_not_available, query_canceled and the timeouts of a transaction. @source PostgreSQL 18, appendix A */
const TIMED_OUT: readonly unknown[] = ['55P03', '57014', '25P03', '25P04'];

type Attempt =
  | { readonly deferred: Waiting[] }
  | { readonly error: unknown; readonly locked: boolean };

interface Waiting {
  readonly request: Append<unknown>;
  readonly resolve: (outcome: AppendOutcome<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends of a program go together: those that arrive while a commit is in flight are the next group. */
export class Appender {
  private readonly queues = new Map<ProgramId, Waiting[]>();
  private readonly running = new Map<ProgramId, Promise<void>>();

  constructor(
    private readonly database: Database,
    private readonly parts: GroupParts,
    private readonly onCommitted: (program: ProgramId, position: Position) => void,
  ) {}

  append(request: Append<unknown>): Promise<AppendOutcome<unknown>> {
    return new Promise((resolve, reject) => {
      const { program, actor, units, expected, idempotency } = request;
      const { scope, key } = idempotency ?? {};
      // what a group looks up for all of its members must not fail for one of them
      assertStorable([actor.name, units, expected?.unit, scope, key], '');
      const queue = this.queues.get(program) ?? [];
      queue.push({ request, resolve, reject });
      this.queues.set(program, queue);
      if (!this.running.has(program)) this.running.set(program, this.work(program, queue));
    });
  }

  /** Resolves when nothing is waiting. */
  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running.values());
  }

  private async work(program: ProgramId, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      // lets those who were just answered come back with their next append
      await new Promise((resolve) => setImmediate(resolve));
      const members = nextGroup(queue);
      try {
        queue.unshift(...(await this.settle(program, members)));
      } catch (error) {
        // nobody may wait for ever, whatever went wrong here
        for (const { reject } of members) reject(error);
      }
    }
    this.queues.delete(program);
    this.running.delete(program);
  }

  /** Ends every member, singly if need be. Answers those that have to wait for a later group. */
  private async settle(program: ProgramId, members: readonly Waiting[]): Promise<Waiting[]> {
    const together = await this.attempt(program, members);
    if (!('error' in together)) return together.deferred;
    if (!together.locked || members.length === 1) {
      for (const { reject } of members) reject(together.error);
      return [];
    }
    // one of them may have made it fail: singly, a bad one harms nobody else
    const deferred: Waiting[] = [];
    for (const [index, member] of members.entries()) {
      const single = await this.attempt(program, [member]);
      if (!('error' in single)) {
        deferred.push(...single.deferred);
      } else if (single.locked) {
        member.reject(single.error);
      } else {
        for (const { reject } of members.slice(index)) reject(single.error);
        break;
      }
    }
    return deferred;
  }

  /** Runs a group; a second time when it is certain that nothing was kept and another try can help. */
  private async attempt(
    program: ProgramId,
    members: readonly Waiting[],
    secondTry = false,
  ): Promise<Attempt> {
    const group = new Group(
      this.parts,
      program,
      members.map(({ request }) => request),
    );
    try {
      const timeouts = members.flatMap(({ request }) => request.timeoutMs ?? []);
      const options = timeouts.length > 0 ? { timeoutMs: Math.max(...timeouts) } : {};
      await this.database.inProgram(program, (tx) => group.run(tx), options);
    } catch (error) {
      const kept = error instanceof OutcomeUnknown ? await this.wasKept(program, group) : 'no';
      if (kept !== 'yes') {
        const worthwhile = members.length === 1 || !group.locked || error instanceof OutcomeUnknown;
        if (kept === 'no' && worthwhile && !secondTry && isConnectionLost(error)) {
          return this.attempt(program, members, true);
        }
        return { error, locked: kept === 'no' && group.locked };
      }
    }
    group.committed();
    return { deferred: this.deliver(program, members, group) };
  }

  /** Whether a group is in the log whose COMMIT went unanswered. The lock waits for its transaction to end. */
  private async wasKept(program: ProgramId, group: Group): Promise<'yes' | 'no' | 'unknown'> {
    const id = group.events[0]?.id;
    if (id === undefined) return 'no';
    for (let wait = FIRST_LOOK_MS; wait <= LAST_LOOK_MS; wait *= 2) {
      try {
        const rows = await this.database.inProgram(program, async (tx) => {
          await lockHead(tx, program);
          return tx.query('SELECT 1 FROM event WHERE program_id = $1 AND id = $2', [program, id]);
        });
        return rows.length > 0 ? 'yes' : 'no';
      } catch (error) {
        if (!(error instanceof DatabaseUnavailable)) throw error;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    return 'unknown';
  }

  private deliver(program: ProgramId, members: readonly Waiting[], group: Group): Waiting[] {
    const last = group.events.at(-1);
    if (last) this.onCommitted(program, last.position);
    return members.filter(({ resolve, reject }, index) => {
      const ending = group.endings[index] as Ending;
      if (ending.kind === 'done') resolve(ending.outcome);
      else if (ending.kind === 'refused') reject(ending.error);
      return ending.kind === 'deferred';
    });
  }
}

/** The next appends to go together: one that wants to be alone, or those before the next such one. */
function nextGroup(queue: Waiting[]): Waiting[] {
  const next = queue.findIndex(({ request }) => request.alone);
  const length = next === 0 ? 1 : next < 0 ? queue.length : next;
  return queue.splice(0, Math.min(length, LARGEST_GROUP));
}

/** Not when a lock or the transaction's time ran out: another try would wait just as long. */
function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof DatabaseUnavailable)) return false;
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return !TIMED_OUT.includes(code);
}
