import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Blocks of IPv4 that are not of the public Internet (IANA special-purpose registry, RFC 6890 and after). */
const SPECIAL_V4: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Blocks inside 2000::/3, the only public part of IPv6, that lead elsewhere: Teredo and kin, documentation, 6to4. */
const SPECIAL_V6: readonly [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const specialV4 = new BlockList();
for (const [network, prefix] of SPECIAL_V4) specialV4.addSubnet(network, prefix, 'ipv4');
const specialV6 = new BlockList();
for (const [network, prefix] of SPECIAL_V6) specialV6.addSubnet(network, prefix, 'ipv6');
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');

/**
 * Whether an IP address is one of the public Internet. Loopback, private, link-local, CGNAT, multicast, IPv6
 * unique local and IPv4 written as IPv6 (mapped, compatible, NAT64) are not: who names such an address in a
 * URL asks our server for what only our server can reach.
 */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !specialV4.check(address, 'ipv4');
  const bare = address.split('%')[0] ?? '';
  if (!isIPv6(bare)) return false;
  return publicV6.check(bare, 'ipv6') && !specialV6.check(bare, 'ipv6');
}
