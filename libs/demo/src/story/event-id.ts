import type { EventId, Instant } from '#lib/domain';
import type { Random } from './random.js';

/**
 * A UUIDv7 that is the same each time the story is told: of the instant of recording and of numbers
 * of the story's own chance.
 * @source RFC 9562, section 5.7
 */
export function eventId(recordedAt: Instant, random: Random): EventId {
  const time = recordedAt.toString(16).padStart(12, '0');
  const digits = (count: number) =>
    Array.from({ length: count }, () => Math.floor(random.next() * 16).toString(16)).join('');
  const variant = (8 + Math.floor(random.next() * 4)).toString(16);
  const text = `${time.slice(0, 8)}-${time.slice(8)}-7${digits(3)}-${variant}${digits(3)}-${digits(12)}`;
  return text as EventId;
}
