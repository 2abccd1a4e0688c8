import type { Instant } from '#lib/domain';

/** A request as it arrived, nothing of it believed yet. */
export interface Arrival {
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What the address carries after its `?`. */
  readonly query: Readonly<Record<string, string>>;
  /** As it came: proofs are of these bytes and of no others. */
  readonly body: Buffer;
  readonly at: Instant;
}

const SECRET_HEADERS: readonly RegExp[] = [
  /^(proxy-)?authorization$/,
  /^cookie$/,
  /^(webhook|x-hub|x-waymark)-signature/,
  /^x-(gitlab|waymark)-token$/,
  /secret|password|api-?key/,
];
const LONGEST_HEADER = 1000;

/** The headers that may be kept: whatever could be used again is left out. */
export function keptHeaders(headers: Arrival['headers']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => !SECRET_HEADERS.some((secret) => secret.test(name)))
      .map(([name, value]) => [name, value.slice(0, LONGEST_HEADER)]),
  );
}
