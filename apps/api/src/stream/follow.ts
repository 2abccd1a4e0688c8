import type { Instant, Position, ProgramId } from '#lib/domain';
import type { EventLog, StoredEvent } from '#lib/event-log';
import type { Clock, Database } from '#lib/platform';
import { reached, type StandingChange, type StandingChanges } from '#lib/projections';

/** Where a listener is: everything up to the position, and every boundary up to the instant, has arrived. */
export interface Place {
  readonly position: Position;
  readonly instant: Instant;
}

/** One message: an event and the changes it caused, or boundaries that passed at one instant. */
export interface LiveMessage {
  readonly id: string;
  readonly position: Position;
  readonly event?: StoredEvent;
  readonly at: Instant;
  readonly changes: readonly StandingChange[];
}

export interface FollowParts {
  readonly log: EventLog;
  readonly database: Database;
  readonly changes: StandingChanges;
  readonly clock: Clock;
}

/** How often the calendar is looked at. */
const LOOK_MS = 1_000;
const AT_ONCE = 1_000;
const PATIENCE_MS = 5_000;

/**
 * Follows a program from a place on, until `signal` aborts. An event is passed on once what it
 * changed is written, and after every boundary that had passed when it was recorded: so the id of
 * the last message that arrived says all that arrived. `quiet`: nothing has come for a while.
 */
export async function* follow(
  parts: FollowParts,
  program: ProgramId,
  from: Place,
  signal: AbortSignal,
): AsyncGenerator<LiveMessage | 'quiet', void, void> {
  let { position, instant } = from;
  const events = parts.log.subscribe(program, position, { signal })[Symbol.asyncIterator]();
  let coming = events.next();
  while (!signal.aborted) {
    const came = await first(coming, signal);
    const until = came && !came.done ? came.value.recordedAt : parts.clock.now();
    for await (const passed of boundaries(parts.changes, program, instant, until)) {
      yield { id: `${position}.${passed.at}`, position, ...passed };
    }
    instant = Math.max(instant, until);
    if (!came) {
      yield 'quiet';
      continue;
    }
    if (came.done) return;
    const event = came.value;
    while (!(await reached(parts.database, program, event.position, PATIENCE_MS))) {
      if (signal.aborted) return;
    }
    const changes = await parts.changes.at(program, event.position, event.recordedAt);
    position = event.position;
    yield { id: String(position), position, event, at: event.recordedAt, changes };
    coming = events.next();
  }
}

/** What comes first: the next event, or (undefined) the time to look at the calendar. */
async function first<T>(coming: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  let wake: () => void = () => undefined;
  const pause = new Promise<undefined>((resolve) => {
    wake = () => resolve(undefined);
    timer = setTimeout(wake, LOOK_MS);
    signal.addEventListener('abort', wake, { once: true });
  });
  try {
    return await Promise.race([coming, pause]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', wake);
  }
}

/** The changes that came with the calendar, those of one instant together, oldest first. */
async function* boundaries(
  changes: StandingChanges,
  program: ProgramId,
  after: Instant,
  until: Instant,
): AsyncGenerator<{ readonly at: Instant; readonly changes: readonly StandingChange[] }> {
  let [start, limit] = [after, AT_ONCE];
  while (start < until) {
    const found = await changes.passed(program, start, until, limit);
    const last = found[found.length - 1]?.at;
    const more = found.length === limit;
    // the last instant of a full page may go on beyond it
    const whole = more ? found.filter(({ at }) => at !== last) : found;
    if (more && whole.length === 0) {
      limit *= 2;
      continue;
    }
    for (const at of new Set(whole.map((change) => change.at))) {
      yield { at, changes: whole.filter((change) => change.at === at) };
    }
    if (!more) return;
    start = whole[whole.length - 1]?.at ?? until;
  }
}
