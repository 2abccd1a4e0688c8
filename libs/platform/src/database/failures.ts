/**
 * The database cannot do its work now and may soon again: it is away, starting, stopping, full, out
 * of connections, or a lock did not come free in time. Nothing was kept, unless it is an
 * `OutcomeUnknown`. The api answers 503 with `Retry-After`.
 */
export class DatabaseUnavailable extends Error {
  readonly code: string = 'database-unavailable';
  /** Whole seconds after which another try makes sense. */
  readonly retryAfterSeconds: number;
  constructor(message: string, options: ErrorOptions & { retryAfterSeconds?: number } = {}) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds ?? 2;
  }
}

/** The connection was lost between COMMIT and its answer: the transaction was kept, or it was not. */
export class OutcomeUnknown extends DatabaseUnavailable {}

/** SQLSTATEs (or their first letters) that say "not now". @source PostgreSQL 18, appendix A */
const STATES: readonly (readonly [state: string, message: string, retryAfterSeconds: number])[] = [
  ['53100', 'The disk of the database is full.', 30],
  ['53300', 'The database has no connection free.', 2],
  ['53', 'The database is short of resources.', 10],
  ['57P01', 'The database is shutting down.', 5],
  ['57P02', 'The database is recovering from a crash.', 5],
  ['57P03', 'The database is starting.', 2],
  ['57P05', 'The connection to the database was idle for too long.', 1],
  ['57014', 'The database took too long.', 2],
  ['25P03', 'The transaction was idle for too long.', 1],
  ['25P04', 'The transaction took too long.', 2],
  ['55P03', 'Another change holds what this one needs.', 1],
  ['40001', 'Another change came between.', 1],
  ['40P01', 'Another change came between.', 1],
  ['08', 'The connection to the database was lost.', 2],
  ['58030', 'The disk of the database does not answer.', 30],
  ['28', 'The database does not let us in.', 10],
  ['3D000', 'The database does not exist (yet).', 10],
  ['25006', 'The database accepts no writes now.', 10],
];

const ERRNOS = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);

/** What `pg` and its pool say, without a code, when a connection is or goes away. */
const WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed|Cannot use a pool after)|Called end on pool|connection timeout/i;

/** The same failure as `DatabaseUnavailable` when it is one; any other error unchanged. */
export function asFailure(error: unknown): unknown {
  if (error instanceof DatabaseUnavailable || !(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string') {
    const state = STATES.find(([prefix]) => code.startsWith(prefix));
    if (state && /^[0-9A-Z]{5}$/.test(code)) {
      return new DatabaseUnavailable(state[1], { cause: error, retryAfterSeconds: state[2] });
    }
    if (ERRNOS.has(code)) {
      return new DatabaseUnavailable('The database cannot be reached.', { cause: error });
    }
  }
  if (error instanceof AggregateError && error.errors.length > 0) return asFailure(error.errors[0]);
  if (WORDS.test(error.message)) {
    return new DatabaseUnavailable('The connection to the database was lost.', { cause: error });
  }
  return error;
}

/** Whether the error says that the connection itself is gone, so that nobody heard the answer. */
export function connectionLost(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string') return error instanceof Error && WORDS.test(error.message);
  return ERRNOS.has(code) || code.startsWith('08') || code.startsWith('57P') || code === '25P04';
}

/** Whether the error says that there is no room left to write. */
export function diskFull(error: unknown): boolean {
  return ((error ?? {}) as { code?: unknown }).code === '53100';
}
