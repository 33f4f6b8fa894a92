import { isIP, type LookupFunction } from 'node:net'
import { createSecureContext } from 'node:tls'
import { Agent, buildConnector } from 'undici'
import type { AddressPolicy } from '@/lib/webhooks/blocked-address'
import { createLookup, type Lookup, LookupError } from './agent-lookup'

/** The host is, or its name points to, an address that deliveries may not go to. Does not tell which address. */
export class BlockedAddressError extends Error {
  override readonly name = 'BlockedAddressError'
  readonly host: string

  constructor(host: string) {
    super(`${host} points to an address that is not allowed.`)
    this.host = host
  }
}

type Opening = { inProgress: boolean }

/** An undici Agent that connects to allowed addresses only. */
export class GuardedAgent extends Agent {
  readonly #opening: Opening

  constructor(options: Agent.Options, opening: Opening) {
    super(options)
    this.#opening = opening
  }

  /** Asked from `onRequestStart`: whether the request that starts there is the first on its socket. */
  get isOpeningSocket(): boolean {
    return this.#opening.inProgress
  }
}

/**
 * The one way to the network for deliveries. Every address is checked when connecting: literal ones, all that a name
 * resolves to (one bad address refuses the name) and the one that the socket reached, so neither spellings nor
 * rebinding get around the policy. A refusal is a `BlockedAddressError`, a name without an address a `LookupError`.
 * Sockets are kept for 4–10 s and renewed each minute. TLS 1.2 or later; the certificate is always verified, against
 * the URL's host whatever a `host` header says.
 * `ca` replaces Node's root certificates; `connectTimeoutMs` covers TCP and TLS (default 5 s).
 */
export function createGuardedAgent(options: {
  policy: AddressPolicy
  lookup?: Lookup
  ca?: string
  connectTimeoutMs?: number
}): GuardedAgent {
  const { policy, lookup = createLookup(), ca, connectTimeoutMs = 5_000 } = options
  const opening: Opening = { inProgress: false }

  // Made once: a context for each connection would read the root certificates each time.
  const secureContext = createSecureContext({ minVersion: 'TLSv1.2', ...(ca === undefined ? {} : { ca }) })
  const connect = buildConnector({
    timeout: connectTimeoutMs,
    rejectUnauthorized: true,
    secureContext,
    // Node gives an address 250 ms before it tries the next one: too little for another continent.
    autoSelectFamilyAttemptTimeout: 1_000,
    lookup: guardedLookup(policy, lookup),
  })

  const guardedConnect: buildConnector.connector = (target, callback) => {
    const { hostname } = target
    // net.connect does not look up literal addresses, so the lookup never sees them.
    if (isIP(hostname) !== 0 && !policy.isAllowed(hostname)) {
      queueMicrotask(() => callback(new BlockedAddressError(hostname), null))
      return
    }
    connect({ ...target, servername: undefined }, (error, socket) => {
      if (error) return callback(error, null)
      if (!socket.destroyed && !policy.isAllowed(socket.remoteAddress ?? '')) {
        socket.destroy()
        return callback(new BlockedAddressError(hostname), null)
      }
      // undici starts the waiting request inside this call.
      opening.inProgress = true
      try {
        callback(null, socket)
      } finally {
        opening.inProgress = false
      }
    })
  }

  return new GuardedAgent(
    {
      connect: guardedConnect,
      pipelining: 1,
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 10_000,
      clientTtl: 60_000,
      headersTimeout: 30_000,
      bodyTimeout: 30_000,
      maxHeaderSize: 16_384,
      maxResponseSize: 1_048_576,
    },
    opening,
  )
}

function guardedLookup(policy: AddressPolicy, lookup: Lookup): LookupFunction {
  async function resolve(hostname: string) {
    const addresses =
      hostname === 'localhost' ? ['127.0.0.1', '::1'].filter(policy.isAllowed) : await lookup(hostname)
    if (hostname !== 'localhost' && addresses.length === 0) throw new LookupError(hostname, 'ENOTFOUND')
    if (addresses.length === 0 || !addresses.every(policy.isAllowed)) throw new BlockedAddressError(hostname)
    return addresses.map((address) => ({ address, family: isIP(address) }))
  }

  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (options.all) callback(null, addresses)
        else if (first) callback(null, first.address, first.family)
      },
      (error: Error) => callback(error, []),
    )
  }
}
