import type { Instant } from '#lib/domain';

/** An instant as answers of the api show it too: to the second where it is whole. */
export function instantText(instant: Instant): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}
