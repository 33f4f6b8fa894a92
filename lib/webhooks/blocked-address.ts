import { BlockList, isIP } from 'node:net'
import { blockedIPv4, blockedIPv6, publicIPv6 } from './special-addresses'

/** Which addresses deliveries may go to. The browser has its own implementation of it: `browserAddressPolicy`. */
export type AddressPolicy = {
  /** Whether a connection to this IP address may be opened. False for anything that is no plain IP address. */
  isAllowed(address: string): boolean
  /** Whether the operator's list allows this host by itself: a literal address (in brackets or not) or `localhost`. */
  allowsHost(host: string): boolean
}

/**
 * The entries of a list of IP addresses and CIDR ranges, separated by commas or white space.
 * Throws an Error that names the first entry that is neither.
 */
export function parseCidrs(text: string): string[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  for (const entry of entries) parseCidr(entry)
  return entries
}

/**
 * The rules by which addresses are refused: private, reserved and special ones, all IPv6 outside 2000::/3, zone ids,
 * and `ownAddresses` (this machine's). `allowedCidrs` overrides these; `blockedCidrs` overrides everything.
 * Throws an Error that names a malformed range. Source: IANA special-purpose registries, RFC 6890.
 */
export function createAddressPolicy(rules: {
  allowedCidrs: readonly string[]
  blockedCidrs: readonly string[]
  ownAddresses?: readonly string[]
}): AddressPolicy {
  const ownAddresses = (rules.ownAddresses ?? []).filter((address) => family(address) !== null)
  const operatorAllows = blockList(rules.allowedCidrs)
  const operatorBlocks = blockList(rules.blockedCidrs)
  const builtInBlocks = blockList([...blockedIPv4, ...blockedIPv6, ...ownAddresses])
  const publicRange = blockList(publicIPv6)

  function isAllowed(address: string): boolean {
    const version = family(address)
    if (version === null || operatorBlocks.check(address, version)) return false
    if (operatorAllows.check(address, version)) return true
    if (version === 'ipv6' && !publicRange.check(address, version)) return false
    return !builtInBlocks.check(address, version)
  }

  function isAllowedByOperator(address: string): boolean {
    const version = family(address)
    return version !== null && operatorAllows.check(address, version) && isAllowed(address)
  }

  return {
    isAllowed,
    allowsHost(host) {
      if (host === 'localhost') return isAllowedByOperator('127.0.0.1') || isAllowedByOperator('::1')
      return isAllowedByOperator(host.replace(/^\[(.*)\]$/, '$1'))
    },
  }
}

type Family = 'ipv4' | 'ipv6'

function family(address: string): Family | null {
  // isIP takes `fe80::1%eth0`; a zone says which network to use and so is never public.
  if (address.includes('%')) return null
  const version = isIP(address)
  if (version === 0) return null
  return version === 4 ? 'ipv4' : 'ipv6'
}

function parseCidr(entry: string): { network: string; prefix: number; version: Family } {
  const [network = '', digits, ...rest] = entry.split('/')
  const version = family(network)
  const widest = version === 'ipv4' ? 32 : 128
  const prefix = digits === undefined ? widest : Number(digits)
  const isPrefix = digits === undefined || (/^\d{1,3}$/.test(digits) && prefix <= widest)
  if (version === null || rest.length > 0 || !isPrefix) {
    throw new Error(`"${entry}" is not an IP address or range. Write it like 10.0.0.0/8 or fd00::/8.`)
  }
  return { network, prefix, version }
}

function blockList(cidrs: readonly string[]): BlockList {
  const list = new BlockList()
  for (const { network, prefix, version } of cidrs.map(parseCidr)) list.addSubnet(network, prefix, version)
  return list
}
