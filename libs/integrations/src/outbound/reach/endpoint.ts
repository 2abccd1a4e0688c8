import ipaddr from 'ipaddr.js';
import type { Allowance } from './allowance.js';
import { AddressRefused } from './errors.js';
import { isPublicAddress } from './public-address.js';

/** An address on the network. */
export interface Resolved {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks for all addresses of a name, as `dns.lookup` does. */
export type Resolve = (host: string) => Promise<readonly Resolved[]>;

/** Names that never leave a machine or a site. @source RFC 6761, RFC 6762, RFC 8375, ICANN on .internal */
const LOCAL_NAMES = /(^|\.)(localhost|localdomain|local|internal|home\.arpa)$/;

/** The host of an address as the network knows it: in lower case, IPv6 without brackets, no dot at its end. */
export function hostOf({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

/**
 * Reads an address that something is to be sent to, and refuses what can be refused without asking
 * for its name. URL has read odd numbers (0x7f.1, 2130706433, 0177.0.0.1) as the addresses they are.
 * @throws AddressRefused
 */
export function readEndpoint(text: string, allowance: Allowance): URL {
  if (!URL.canParse(text)) throw new AddressRefused('That is not an address (URL).');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new AddressRefused('An address begins with https://.');
  }
  if (url.username !== '' || url.password !== '') {
    throw new AddressRefused('An address carries no user name and no password.');
  }
  const host = hostOf(url);
  if (host === '') throw new AddressRefused('The address names no host.');
  const literal = ipaddr.isValid(host);
  const allowed = literal ? allowance.allowsAddress(host) : allowance.allowsName(host);
  if (allowed) return url;
  if (literal ? !isPublicAddress(host) : LOCAL_NAMES.test(host)) throw notPublic();
  return requireSafe(url);
}

/**
 * All addresses of a host, each of them one that may be reached: one that may not refuses the whole.
 * @throws AddressRefused; what `resolve` throws
 */
export async function reachable(
  url: URL,
  allowance: Allowance,
  resolve: Resolve,
): Promise<readonly Resolved[]> {
  const host = hostOf(url);
  const found = ipaddr.isValid(host) ? [literalOf(host)] : await resolve(host);
  if (found.length === 0) throw new AddressRefused('The name of the host has no address.');
  const named = allowance.allowsName(host);
  for (const { address } of found) {
    if (named || allowance.allowsAddress(address)) continue;
    if (!isPublicAddress(address)) throw notPublic();
    requireSafe(url);
  }
  return found;
}

function literalOf(address: string): Resolved {
  return { address, family: ipaddr.parse(address).kind() === 'ipv4' ? 4 : 6 };
}

/** @throws AddressRefused for what travels in clear */
function requireSafe(url: URL): URL {
  if (url.protocol === 'https:') return url;
  throw new AddressRefused(
    'An address begins with https://, unless the operator of this server has allowed its host.',
  );
}

function notPublic(): AddressRefused {
  return new AddressRefused(
    'The address is not on the public internet. The operator of this server can allow its host (WAYMARK_OUTBOUND_ALLOW).',
  );
}
