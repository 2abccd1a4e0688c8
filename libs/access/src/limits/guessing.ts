import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';

const WINDOW_MS = 10_000;
const REMEMBERED_AT_MOST = 50_000;

interface Failures {
  count: number;
  /** By the monotonic clock. */
  readonly until: number;
}

/**
 * Holds off those who try one secret after another. A network from which too many were wrong must wait
 * before a secret is looked up again; such as were right lately are looked up all the same, so that
 * others behind the same address go on.
 */
export class Guessing {
  private readonly failures = new Map<string, Failures>();
  private readonly good = new Set<string>();

  /** @param allowed how many may be wrong within ten seconds */
  constructor(private readonly allowed = 200) {}

  /** For how long an address must wait before this secret is looked up, in seconds; 0: not at all. */
  waitFor(address: string, secret: string): number {
    const failures = this.failures.get(networkOf(address));
    if (!failures || failures.count < this.allowed) return 0;
    const left = failures.until - performance.now();
    return left <= 0 || this.good.has(digest(secret)) ? 0 : Math.ceil(left / 1000);
  }

  wrong(address: string): void {
    const network = networkOf(address);
    const now = performance.now();
    const known = this.failures.get(network);
    if (known && known.until > now) {
      known.count++;
      return;
    }
    if (this.failures.size >= REMEMBERED_AT_MOST) this.failures.clear();
    this.failures.set(network, { count: 1, until: now + WINDOW_MS });
  }

  right(secret: string): void {
    if (this.good.size >= REMEMBERED_AT_MOST) this.good.clear();
    this.good.add(digest(secret));
  }
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64');
}

/** What one customer has of addresses: an IPv4 address, or the first 64 bits of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (isIPv4(address) || !address.includes(':')) return address;
  const [left = '', right] = (address.split('%', 1)[0] ?? '').split('::');
  const head = left === '' ? [] : left.split(':');
  const tail = right === undefined || right === '' ? [] : right.split(':');
  const zeros = right === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array<string>(zeros).fill('0'), ...tail];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
