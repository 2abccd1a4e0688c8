import ipaddr from 'ipaddr.js';

/** Where all of the public internet of IPv6 lies; NAT64, mapped and compatible addresses do not. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** Public by its range, and yet the inside of a cloud. @source learn.microsoft.com, What is IP address 168.63.129.16 */
const INSIDE = [ipaddr.parseCIDR('168.63.129.16/32')];

/**
 * Whether an address belongs to the public internet: not private, loopback, link-local (where clouds
 * keep their metadata), multicast, unspecified, reserved, nor one that stands for another address
 * (mapped, NAT64, 6to4, Teredo). What is no address is not.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  if (address.kind() === 'ipv6') return address.match(GLOBAL_UNICAST);
  return !INSIDE.some((range) => within(address, range));
}

/** Whether an address lies in a range; addresses of the other family do not. */
export function within(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  [range, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  return address.kind() === range.kind() && address.match(range, bits);
}
