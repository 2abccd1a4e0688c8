import type { Problem } from '#lib/client';
import { EXIT, Failure } from '../failure.js';

/** A refusal in plain words: the server's own, without what only a program needs. */
export class Refusal extends Failure {
  constructor(
    readonly problem: Problem,
    message: string,
    exitCode: 1 | 3,
    hints: readonly string[],
  ) {
    super(message, exitCode, hints);
  }
}

/** What an answer that is no success means for whoever typed the command. */
export function failureOf(response: Response, given: Problem | undefined, server: string): Failure {
  const { status } = response;
  if (!isProblem(given)) {
    if (status < 500) return notWaymark(server, `HTTP ${status}`);
    return new Failure(`${server} cannot serve now (HTTP ${status}).`, EXIT.unreachable, [
      'Try again in a moment.',
    ]);
  }
  if (status === 401) {
    return new Refusal(given, 'The server does not know this key, or it has ended.', 3, [
      'Sign in with another: waymark login',
    ]);
  }
  const says = (given.errors ?? []).map(({ pointer, message }) => `${placed(pointer)}${message}`);
  const [first, ...others] = [...new Set(says.length > 0 ? says : [given.detail])];
  return new Refusal(given, withoutRoutes(first ?? given.title), status === 503 ? 3 : 1, [
    ...others.map(withoutRoutes),
    ...(status === 403 ? ['waymark profiles shows with which key you are signed in.'] : []),
    ...(status === 429 || status === 503 ? [waiting(response)] : []),
  ]);
}

/** Somebody answers, but somebody else. */
export const notWaymark = (server: string, sign: string): Failure =>
  new Failure(`${server} answers, but not as Waymark does (${sign}).`, EXIT.unreachable, [
    'Is the address right? waymark profiles shows it.',
  ]);

const isProblem = (given: Problem | undefined): given is Problem =>
  typeof given === 'object' && typeof given.title === 'string' && typeof given.status === 'number';

function waiting(response: Response): string {
  const seconds = response.headers.get('retry-after');
  return seconds ? `Try again in ${seconds} s.` : 'Try again in a moment.';
}

/** Parts of a request that somebody typed as an option. */
function placed(pointer: string): string {
  const option =
    /^\?(asOf|knownAt|limit|from|to|severity|state|rule|under|by|kind|tag|status)$/.exec(
      pointer,
    )?.[1];
  return option ? `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ` : '';
}

/** Sentences that name routes of the api help programmers; the command line has its own words. */
function withoutRoutes(text: string): string {
  const kept = text
    .split(/(?<=[.!?]) /)
    .filter((sentence) => !/\b(GET|POST|PUT|DELETE) \//.test(sentence))
    .join(' ');
  return kept === '' ? text : kept;
}
