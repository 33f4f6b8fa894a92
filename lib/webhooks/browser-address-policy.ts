import type { AddressPolicy } from './blocked-address'
import { blockedIPv4, blockedIPv6, publicIPv6 } from './special-addresses'

type Range = { network: bigint; hostBits: bigint }

// Every IPv4 address as the IPv6 address that maps it, so that one comparison serves both.
const MAPPED_IPV4 = 0xffffn << 32n

const builtInBlocks = [...blockedIPv4, ...blockedIPv6].map(toRange)
const publicRanges = publicIPv6.map(toRange)

/**
 * The rules of `createAddressPolicy` for a browser, which has no node:net: addresses are in the form in which `new URL`
 * writes them, `allowedCidrs` the deployment's own. It refuses nothing that the server takes; what the deployment blocks
 * besides, the server alone refuses.
 */
export function browserAddressPolicy(allowedCidrs: readonly string[]): AddressPolicy {
  const allowed = allowedCidrs.map(toRange)

  function isAllowed(address: string): boolean {
    const value = toNumber(address)
    if (value === null) return false
    if (isIn(allowed, value)) return true
    if (address.includes(':') && !isIn(publicRanges, value)) return false
    return !isIn(builtInBlocks, value)
  }

  function isAllowedByOperator(address: string): boolean {
    const value = toNumber(address)
    return value !== null && isIn(allowed, value)
  }

  return {
    isAllowed,
    allowsHost(host) {
      if (host === 'localhost') return isAllowedByOperator('127.0.0.1') || isAllowedByOperator('::1')
      return isAllowedByOperator(host.replace(/^\[(.*)\]$/, '$1'))
    },
  }
}

function isIn(ranges: readonly Range[], value: bigint): boolean {
  return ranges.some(({ network, hostBits }) => value >> hostBits === network)
}

/** The server has checked that it is one. */
function toRange(cidr: string): Range {
  const [address = '', digits] = cidr.split('/')
  const bits = address.includes(':') ? 128 : 32
  const hostBits = BigInt(bits - Number(digits ?? bits))
  return { network: (toNumber(address) ?? 0n) >> hostBits, hostBits }
}

function toNumber(address: string): bigint | null {
  const dotted = /^(.*:)?(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  if (!dotted) return address.includes(':') ? groupsToNumber(address) : null
  const [, before, ...bytes] = dotted
  if (bytes.some((byte) => Number(byte) > 255)) return null
  const ipv4 = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
  if (before === undefined) return MAPPED_IPV4 | ipv4
  return groupsToNumber(`${before}${(ipv4 >> 16n).toString(16)}:${(ipv4 & 0xffffn).toString(16)}`)
}

function groupsToNumber(address: string): bigint | null {
  const [head = [], tail, ...more] = address.split('::').map((part) => (part === '' ? [] : part.split(':')))
  const zeros = tail ? 8 - head.length - tail.length : 0
  if (more.length > 0 || zeros < 0) return null
  const groups = [...head, ...Array.from({ length: zeros }, () => '0'), ...(tail ?? [])]
  if (groups.length !== 8 || !groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n)
}
