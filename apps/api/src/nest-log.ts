import type { LoggerService } from '@nestjs/common';
import type { Logger } from '#lib/platform';

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
    this.logger.error({ err: error, details: error ? undefined : details }, String(message));
  }

  fatal(message: unknown, ...details: readonly unknown[]): void {
    this.error(message, ...details);
  }
}
