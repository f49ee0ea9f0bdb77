import { BlockList, isIP } from 'node:net'

/**
 * Addresses that are this machine's, this network's or of no network (the special-purpose registries of
 * IANA, 2026-11): those who may name a webhook must not reach with it what only we can reach.
 */
const SPECIAL_V4 = [
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
] as const

/** What is not global unicast, and what stands for an IPv4 address or leads to one. */
const SPECIAL_V6 = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const

// Two lists: in one of both, what covers `::ffff:0:0` would cover every IPv4 address.
const specialV4 = new BlockList()
const specialV6 = new BlockList()
for (const [network, bits] of SPECIAL_V4) specialV4.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of SPECIAL_V6) specialV6.addSubnet(network, bits, 'ipv6')

/** Whether the address is one of no host in the internet; also for what is no address. */
export function isPrivateAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '')
  const family = isIP(plain)
  if (family === 0) return true
  return family === 4 ? specialV4.check(plain, 'ipv4') : specialV6.check(plain, 'ipv6')
}
