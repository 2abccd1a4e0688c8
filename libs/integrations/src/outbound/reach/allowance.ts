import ipaddr from 'ipaddr.js';
import { within } from './public-address.js';

/** What may be reached though it is not public, as the operator of the server said. */
export class Allowance {
  private readonly names: ReadonlySet<string>;
  private readonly ranges: readonly [ipaddr.IPv4 | ipaddr.IPv6, number][];

  /** @param entries names of hosts, addresses and ranges, in lower case, as `Environment.outboundAllow` */
  constructor(entries: readonly string[]) {
    const isRange = (entry: string) => ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry);
    this.names = new Set(entries.filter((entry) => !isRange(entry)));
    this.ranges = entries.filter(isRange).map(rangeOf);
  }

  /** A host that is named, whatever its addresses are. */
  allowsName(host: string): boolean {
    return this.names.has(host.replace(/\.$/, '').toLowerCase());
  }

  allowsAddress(text: string): boolean {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.parse(text);
    return this.ranges.some((range) => within(address, range));
  }
}

function rangeOf(entry: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (entry.includes('/')) return ipaddr.parseCIDR(entry);
  const address = ipaddr.parse(entry);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}
