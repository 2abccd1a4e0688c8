import type { Problem } from '#lib/client';
import { EXIT, type ExitCode, Failure } from '../failure.js';
import type { Speech } from './speech.js';

/** A refusal in plain words: the server's own, without what only a program needs. */
export class Refusal extends Failure {
  constructor(
    readonly problem: Problem,
    message: string,
    exitCode: ExitCode,
    hints: readonly string[],
  ) {
    super(message, exitCode, hints);
  }
}

/** What an answer that is no success means for whoever typed the command. */
export function failureOf(
  response: Response,
  given: Problem | undefined,
  server: string,
  speech: Speech,
): Failure {
  const { status } = response;
  if (!isProblem(given)) {
    if (status < 500) return notWaymark(server, `HTTP ${status}`, speech);
    return new Failure(`${server} cannot serve now (HTTP ${status}).`, EXIT.unreachable, [
      'Try again in a moment.',
    ]);
  }
  if (status === 401) {
    return new Refusal(given, 'The server does not know this key, or it has ended.', 3, [
      speech.keyUnknown,
    ]);
  }
  const says = (given.errors ?? []).map(
    ({ pointer, message }) => `${speech.part(pointer)}${message}`,
  );
  const [first, ...others] = [...new Set(says.length > 0 ? says : [given.detail])];
  return new Refusal(given, withoutRoutes(first ?? given.title), exitOf(given), [
    ...others.map(withoutRoutes),
    ...(status === 403 ? [speech.mayNot] : []),
    ...(status === 429 || status === 503 ? [waiting(response)] : []),
  ]);
}

/** Times that cannot be read are faults of the command line. */
function exitOf({ status, errors = [] }: Problem): ExitCode {
  if (status === 503) return EXIT.unreachable;
  const unread = ({ pointer, message }: (typeof errors)[number]) =>
    /^\?(asOf|knownAt|from|to)$/.test(pointer) && message.startsWith('Not a date');
  return errors.some(unread) ? EXIT.usage : EXIT.refused;
}

/** Somebody answers, but somebody else. */
export const notWaymark = (server: string, sign: string, { noServer }: Speech): Failure =>
  new Failure(`${server} answers, but not as Waymark does (${sign}).`, EXIT.unreachable, [
    noServer,
  ]);

const isProblem = (given: Problem | undefined): given is Problem =>
  typeof given === 'object' && typeof given.title === 'string' && typeof given.status === 'number';

function waiting(response: Response): string {
  const seconds = response.headers.get('retry-after');
  return seconds ? `Try again in ${seconds} s.` : 'Try again in a moment.';
}

/** Sentences that name routes of the api help programmers; readers here have their own words. */
function withoutRoutes(text: string): string {
  const kept = text
    .split(/(?<=[.!?]) /)
    .filter((sentence) => !/\b(GET|POST|PUT|DELETE) \//.test(sentence))
    .join(' ');
  return kept === '' ? text : kept;
}
