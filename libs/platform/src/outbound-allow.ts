import { isIP } from 'node:net';

const NAME = /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_]([a-z0-9_-]{0,62}))*$/;

/**
 * Reads WAYMARK_OUTBOUND_ALLOW: names of hosts, addresses and ranges, separated by commas.
 * @returns each in lower case; undefined when one of them is none of these
 */
export function outboundAllow(text: string): readonly string[] | undefined {
  const entries = text.split(',').map((one) => one.trim().toLowerCase());
  return entries.every((one) => isAddressOrRange(one) || isName(one)) ? entries : undefined;
}

function isName(text: string): boolean {
  // what looks like an address and is none would never be met as a name
  return NAME.test(text) && !/^[\d.]+$/.test(text);
}

function isAddressOrRange(text: string): boolean {
  const [address = '', prefix, more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more !== undefined || address.includes('%')) return false;
  if (prefix === undefined) return true;
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (family === 4 ? 32 : 128);
}
