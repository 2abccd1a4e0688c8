import { type DestinationStream, type LogFn, type Logger, pino } from 'pino';
import type { Environment } from './environment.js';
import { redactorOf, shownError } from './redaction.js';
import { unquoted } from './unquoted.js';

export type { Logger } from 'pino';

/** Where a secret may stand in what is logged; its value is replaced by `[redacted]`. */
const REDACTED = ['authorization', 'cookie', 'password', 'secret', 'token', 'key'].flatMap(
  (name) => [`*.${name}`, `*.*.${name}`, `*.*.*.${name}`],
);

/**
 * JSON lines on standard output (or `stream`), secrets left out: by the place they stand in, by
 * their shape, and those of the configuration wherever they stand. `part` names the process.
 */
export function createLogger(
  part: string,
  environment: Partial<Environment> & Pick<Environment, 'logLevel'>,
  stream?: DestinationStream,
): Logger {
  const options = {
    level: environment.logLevel,
    base: { part, pid: process.pid },
    redact: {
      paths: [...REDACTED, '*["set-cookie"]', '*.*["set-cookie"]', '*.*.*["set-cookie"]'],
      censor: '[redacted]',
    },
    serializers: { err: shownError },
    hooks: { streamWrite: redactorOf(environment), logMethod: sayMessage },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Where nothing is said of an error, its message would be said, as it is. */
function sayMessage(this: Logger, args: Parameters<LogFn>, method: LogFn): void {
  const [first] = args as readonly unknown[];
  const error = first instanceof Error ? first : (first as { err?: unknown } | undefined)?.err;
  if (args.length === 1 && error instanceof Error) {
    method.call(
      this,
      { ...(first === error ? {} : (first as object)), err: error },
      unquoted(error),
    );
  } else {
    method.apply(this, args);
  }
}
