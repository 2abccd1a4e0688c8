import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#lib/domain';

const STEP_S = 30;
/** One step early or late, for clocks that differ. */
const WINDOW = 1;

const OF_ALL = { algorithm: 'SHA1', digits: 6, period: STEP_S } as const;

/** A new secret of one-time codes: 20 bytes in base32. */
export function makeCodeSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The secret as authenticators read it from a picture. */
export function codeAddress(secret: string, label: string): string {
  const totp = new TOTP({ ...OF_ALL, issuer: 'Waymark', label, secret: Secret.fromBase32(secret) });
  return totp.toString();
}

/**
 * The time step a code belongs to; undefined when it is of none that counts now. A step that was
 * used must not be taken again.
 * @source RFC 6238
 */
export function stepOfCode(secret: string, code: string, now: Instant): number | undefined {
  const token = code.replaceAll(' ', '');
  const totp = new TOTP({ ...OF_ALL, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? undefined : Math.floor(now / 1000 / STEP_S) + delta;
}
