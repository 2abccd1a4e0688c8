import { type DestinationStream, type Logger, pino } from 'pino';
import type { Environment } from './environment.js';
import { redactorOf, shownError } from './redaction.js';

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
    hooks: { streamWrite: redactorOf(environment) },
  };
  return stream ? pino(options, stream) : pino(options);
}
