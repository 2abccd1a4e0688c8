import { type DestinationStream, type Logger, pino } from 'pino';
import type { Environment } from './environment.js';

export type { Logger } from 'pino';

/** Where a secret may stand in what is logged; its value is replaced by `[redacted]`. */
export const REDACTED = [
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
  '*.authorization',
  '*.password',
  '*.secret',
  '*.key',
  '*.databaseUrl',
  '*.redisUrl',
] as const;

/** JSON lines on standard output (or `stream`), secrets left out. `part` names the process. */
export function createLogger(
  part: string,
  environment: Pick<Environment, 'logLevel'>,
  stream?: DestinationStream,
): Logger {
  const options = {
    level: environment.logLevel,
    base: { part, pid: process.pid },
    redact: { paths: [...REDACTED], censor: '[redacted]' },
  };
  return stream ? pino(options, stream) : pino(options);
}
