import type { Environment } from './environment.js';
import { framesOf, unquoted } from './unquoted.js';

const GONE = '[redacted]';
/** Shorter ones would be found in words. */
const SHORTEST = 8;

/** What secrets look like wherever they stand, and what is left of them. */
const SHAPES: readonly (readonly [shape: RegExp, left: string])[] = [
  // keys and addresses of calendars
  [/\b(wm[a-z]_)[0-9A-Za-z]{16,}/g, `$1${GONE}`],
  // sessions and links to sign in: a program and 32 random bytes
  [/\b([a-z0-9][a-z0-9-]{0,63}\.)[\w-]{43}(?![\w-])/g, `$1${GONE}`],
  // who connects, in an address
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#"'@]+@/gi, `$1${GONE}@`],
  [/\b(Bearer|Basic)\s+[^\s"',;\\]+/gi, `$1 ${GONE}`],
  [/([?&](?:\w*(?:key|token|secret|password|assertion)|code|state)=)[^&\s"'\\]+/gi, `$1${GONE}`],
];

/** Takes secrets out of a text that goes to a log or a terminal. */
export type Redactor = (text: string) => string;

/**
 * A redactor that knows secrets by their shape, and those of the configuration by heart: the
 * administrator's key, the passwords of the database and of Redis, and where heads are sent.
 */
export function redactorOf(environment: Partial<Environment>): Redactor {
  const { adminKey, databaseUrl, redisUrl, headsUrl } = environment;
  const known = [adminKey, headsUrl, ...passwordsOf(databaseUrl), ...passwordsOf(redisUrl)]
    .filter((secret) => secret !== undefined && secret.length >= SHORTEST)
    .flatMap((secret) => [secret as string, JSON.stringify(secret).slice(1, -1)]);
  return (text) => {
    let left = text;
    for (const secret of known) left = left.replaceAll(secret, GONE);
    for (const [shape, instead] of SHAPES) left = left.replace(shape, instead);
    return left;
  };
}

/** As it stands in the address, and as it is meant. */
function passwordsOf(url: string | undefined): readonly string[] {
  if (url === undefined || !URL.canParse(url)) return [];
  const { password } = new URL(url);
  try {
    return [password, decodeURIComponent(password)];
  } catch {
    return [password];
  }
}

/** What is logged of an error: drivers hang commands, statements and their values on theirs. */
export function shownError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error;
  const { name, cause } = error;
  const message = unquoted(error);
  const { code } = error as { code?: unknown };
  const several = error instanceof AggregateError ? (error.errors as unknown[]).slice(0, 3) : [];
  const deeper = depth < 4;
  return {
    type: name,
    message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: [`${name}: ${message}`, ...framesOf(error)].join('\n'),
    ...(cause !== undefined && deeper ? { cause: shownError(cause, depth + 1) } : {}),
    ...(several.length > 0 && deeper
      ? { errors: several.map((one) => shownError(one, depth + 1)) }
      : {}),
  };
}
