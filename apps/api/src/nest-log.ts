import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#lib/platform';

/** Where Nest tells of a failed start that it throws on: whoever catches it says it in plain words. */
const THROWN_ON: readonly unknown[] = ['ExceptionHandler', 'NestApplication'];

/** What Nest says of itself, as lines of our log; its tales of the start only when debugging. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  debug(message: unknown, context?: unknown): void {
    this.logger.debug({ context }, String(message));
  }

  warn(message: unknown, context?: unknown): void {
    this.logger.warn({ context }, String(message));
  }

  error(message: unknown, ...details: readonly unknown[]): void {
    const error = message instanceof Error ? message : undefined;
    if (THROWN_ON.includes(details.at(-1))) {
      this.logger.debug({ err: error }, String(message));
      return;
    }
    this.logger.error({ err: error, details: error ? undefined : details }, String(message));
  }

  fatal(message: unknown, ...details: readonly unknown[]): void {
    this.error(message, ...details);
  }
}
