import { BlockList, isIP } from 'node:net';

/** Networks that are no part of the public internet (IANA's special-purpose registries, RFC 6890 and later). */
const V4: readonly (readonly [string, number])[] = [
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
  ['224.0.0.0', 3],
];
/** Of IPv6 only 2000::/3 is public; tunnels and translations within it, and those that carry IPv4, are not. */
const V6: readonly (readonly [string, number])[] = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const CLOSED = { 4: listOf(V4, 'ipv4'), 6: listOf(V6, 'ipv6') } as const;

/** One list a family: a list that holds both also checks IPv4 addresses against the networks of IPv6. */
function listOf(networks: readonly (readonly [string, number])[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [network, bits] of networks) list.addSubnet(network, bits, family);
  return list;
}

/** Whether an IP address is of the public internet; loopback, private, link-local, multicast and reserved ones are not. */
export function isPublic(ip: string): boolean {
  const family = isIP(ip);
  if (family === 4) return !CLOSED[4].check(ip, 'ipv4');
  return family === 6 && !CLOSED[6].check(ip, 'ipv6');
}

/** Whether a path that the user gave is an address to fetch. */
export const isAddress = (path: string): boolean => /^https?:\/\//i.test(path);
