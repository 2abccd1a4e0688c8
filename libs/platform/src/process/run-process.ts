import { EnvironmentError, loadEnvironment } from '../environment.js';
import type { Logger } from '../logger.js';
import { redactorOf } from '../redaction.js';
import { type Foundation, openFoundation } from './foundation.js';

/** How long requests and jobs in flight may take to end before the process leaves them. */
const DRAIN_MS = 30_000;

/** In what a part has to say: stands for where the api listens, which the launcher alone knows. */
export const API_ADDRESS = '{address of the api}';

/** A part of Waymark that runs. */
export interface Running {
  /** What to tell the person who started it, one line each (where it listens; a key shown once). */
  readonly says: readonly string[];
  /** The port that was taken, for the parts that listen. */
  readonly port?: number;
  /** Where it listens, as in `http://127.0.0.1:3000`, for the parts that listen. */
  readonly address?: string;
  /** Takes nothing new, ends what is in flight. */
  stop(): Promise<void>;
}

/** What a part tells the launcher that started it, over the channel between them. */
export interface ReadyMessage {
  readonly kind: 'ready';
  readonly says: readonly string[];
  readonly port: number | undefined;
  readonly address: string | undefined;
}

/**
 * The life of one process: opens the foundation, starts the part, says when it is ready, and on
 * SIGTERM, Ctrl-C or the end of its launcher drains and exits with 0. Repeated signals change
 * nothing. A start that fails says why in one line for each fault and exits with 1.
 */
export async function runProcess(
  part: string,
  start: (foundation: Foundation) => Promise<Running>,
): Promise<void> {
  const stopped = onStop();
  const faults = watchFaults();
  try {
    const environment = loadEnvironment();
    const { databaseUrl } = environment;
    if (databaseUrl === undefined) {
      throw new EnvironmentError([
        `DATABASE_URL must lead to a PostgreSQL 18 server: the ${part} alone starts none (npm start does).`,
      ]);
    }
    const opening = openFoundation(part, environment, databaseUrl);
    const foundation = await Promise.race([opening, stopped]);
    // nothing was begun yet, and a database that is away may keep us waiting
    if (!foundation) process.exit(0);
    faults.to(foundation.logger);
    const running = await start(foundation);
    announce(running);
    await stopped;
    await drain(running, foundation);
    process.exit(0);
  } catch (error) {
    for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
    process.exit(1);
  }
}

/** Resolves at the first SIGTERM, Ctrl-C, hang-up, or when the launcher is gone. */
export function onStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(name, () => resolve());
    if (process.send) process.on('disconnect', () => resolve());
    // Node would open the door to a debugger
    process.on('SIGUSR1', () => undefined);
    // a terminal that was closed is no reason to fail
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  });
}

/**
 * Says of an error that nobody caught what may be said, and exits with 1: Node would print all that
 * drivers hang on theirs, passwords included.
 */
function watchFaults(): { to(logger: Logger): void } {
  let tell = (error: unknown) => {
    for (const line of faultLines(error)) process.stderr.write(`${line}\n`);
  };
  process.on('uncaughtException', (error) => {
    tell(error);
    process.exit(1);
  });
  return {
    to: (logger) => {
      tell = (error) => logger.fatal({ err: error }, 'the process ends for a fault of ours');
    },
  };
}

/** What to print of an error that ends a start: the messages written for people, or all there is. */
export function faultLines(error: unknown): readonly string[] {
  return linesOf(error).map(redactorOf({}));
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof EnvironmentError) return error.faults;
  if (!(error instanceof Error)) return [String(error)];
  const { code } = error as { code?: unknown };
  if (code === 'EADDRINUSE') {
    const { address, port } = error as { address?: string; port?: number };
    return [`Port ${port} of ${address} is taken: stop what listens there, or set PORT.`];
  }
  const written = typeof code === 'string' && /^[a-z-]+$/.test(code);
  return [written ? error.message : (error.stack ?? error.message)];
}

function announce({ says, port, address }: Running): void {
  if (!process.send) for (const line of says) process.stdout.write(`${line}\n`);
  const message: ReadyMessage = { kind: 'ready', says, port, address };
  process.send?.(message);
}

async function drain(running: Running, { database, queue, logger }: Foundation): Promise<void> {
  const deadline = setTimeout(() => {
    logger.error('what was in flight did not end in time and is left');
    process.exit(1);
  }, DRAIN_MS);
  await running.stop();
  queue.close();
  await database.close();
  clearTimeout(deadline);
}
