import { redactorOf } from '#lib/platform';

/** Steps after which a path holds a secret: addresses of calendars, links to sign in. */
const BEFORE_SECRETS = /(\/(?:calendars|sign-in\/link)\/)[^/?]+/gi;
const redact = redactorOf({});

/** A step that is no key or id of ours: somebody's address, or words. */
const WORDS = /\/[^/]*(?:%|@|\+)[^/]*/g;

/** The path of a request as it may be logged and told: without its query, secrets and words of people. */
export function shownPath(url: string): string {
  const path = url.split('?', 1)[0] ?? '/';
  return redact(path.replace(BEFORE_SECRETS, '$1[redacted]').replace(WORDS, '/[redacted]'));
}
