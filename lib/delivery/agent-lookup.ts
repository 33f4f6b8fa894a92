import { Resolver } from 'node:dns/promises'
import { setTimeout as delay } from 'node:timers/promises'

/** The IP addresses of a host name. Rejects with a `LookupError`. */
export type Lookup = (hostname: string) => Promise<readonly string[]>

/** A host name that has no address, or that could not be looked up; `code` is the resolver's, such as ENOTFOUND. */
export class LookupError extends Error {
  override readonly name = 'LookupError'
  readonly host: string
  readonly code: string

  constructor(host: string, code: string) {
    super(`${host} could not be looked up (${code}).`)
    this.host = host
    this.code = code
  }
}

/**
 * Looks names up in the DNS: IPv4 and IPv6 addresses, nothing from /etc/hosts and no search domains. It does not use
 * `dns.lookup`, whose four threads one slow name server could keep busy. `servers` replaces the system's
 * (`address:port`). An answer takes at most about 4 s.
 */
export function createLookup({ servers }: { servers?: readonly string[] } = {}): Lookup {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 })
  if (servers) resolver.setServers(servers)

  return async (hostname) => {
    const answerIPv6 = answer(resolver.resolve6(hostname))
    const answerIPv4 = await answer(resolver.resolve4(hostname))
    // Some name servers never answer for IPv6: with an IPv4 address at hand they get only a moment more.
    const others = answerIPv4.addresses.length > 0 ? Promise.race([answerIPv6, delay(50, none)]) : answerIPv6
    const { addresses, code } = await others

    const all = [...answerIPv4.addresses, ...addresses]
    if (all.length > 0) return all
    throw new LookupError(hostname, [answerIPv4.code, code].find((one) => !isAbsence(one)) ?? 'ENOTFOUND')
  }
}

type Answer = { addresses: string[]; code: string }

const none: Answer = { addresses: [], code: 'ENODATA' }

async function answer(query: Promise<string[]>): Promise<Answer> {
  try {
    return { addresses: await query, code: '' }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'ESERVFAIL'
    return { addresses: [], code }
  }
}

function isAbsence(code: string): boolean {
  return code === '' || code === 'ENODATA' || code === 'ENOTFOUND'
}
