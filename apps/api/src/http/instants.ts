import type { Instant } from '#lib/domain';

/** An instant as answers give it: RFC 3339 in UTC, with milliseconds only where there are some. */
export function instantText(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
