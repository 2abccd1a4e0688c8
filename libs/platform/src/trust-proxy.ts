import { BlockList, isIP } from 'node:net';

/**
 * The proxies in front of the api whose `X-Forwarded-*` headers are believed: those at the given
 * addresses or ranges, or the given number of them, of which the nearest must have a private address.
 */
export type TrustedProxies = { readonly addresses: readonly string[] } | { readonly hops: number };

/** Reads TRUST_PROXY. @returns undefined when the text is neither form */
export function trustedProxies(text: string): TrustedProxies | undefined {
  if (/^[1-9]$/.test(text)) return { hops: Number(text) };
  const addresses = text.split(',').map((one) => one.trim());
  return addresses.every(isRange) ? { addresses } : undefined;
}

/**
 * Whether a machine may say whom it speaks for.
 * @returns a function of its address and its place in the row of proxies, 0 for the one that connects
 */
export function trustOf(proxies: TrustedProxies): (address: string, place: number) => boolean {
  if ('hops' in proxies) {
    const nearby = listOf(PRIVATE);
    return (address, place) => place < proxies.hops && (place > 0 || holds(nearby, address));
  }
  const trusted = listOf(proxies.addresses);
  return (address) => holds(trusted, address);
}

/** @source RFC 1918, RFC 4193, RFC 3927, RFC 4291 */
const PRIVATE = [
  ...['127.0.0.0/8', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '169.254.0.0/16'],
  ...['::1', 'fc00::/7', 'fe80::/10'],
];

/** An address, or a range that is not everybody. */
function isRange(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined) return false;
  if (prefix === undefined) return true;
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/');
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

function holds(list: BlockList, address: string): boolean {
  const family = isIP(address);
  return family !== 0 && list.check(address, family === 4 ? 'ipv4' : 'ipv6');
}
