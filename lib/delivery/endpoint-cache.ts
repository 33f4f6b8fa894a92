import { type EndpointConfig, getEndpointConfigs } from '@/lib/db/endpoint-configs'
import { readHeaders } from '@/lib/db/endpoint-headers'
import { signingSecrets } from '@/lib/db/endpoint-secrets'
import type { CustomHeaders } from '@/lib/webhooks/custom-headers'

const MOST_ENTRIES = 5_000

/** An endpoint's configuration as sending uses it. */
export type CachedEndpoint = {
  config: EndpointConfig
  /** The secrets that sign now, newest first. */
  secrets(now: Date): string[]
  /** Its own headers in the clear. */
  headers(): CustomHeaders
}

/**
 * Endpoint configurations by revision: a claim names the revision it saw, so a change is never missed, and endpoints
 * that do not change are read once.
 */
export class EndpointCache {
  readonly #entries = new Map<string, CachedEndpoint>()
  readonly #loading = new Map<string, Promise<CachedEndpoint | undefined>>()

  /** The endpoint at this revision or a later one; undefined where there is no such endpoint. */
  async get(id: string, revision: number): Promise<CachedEndpoint | undefined> {
    const cached = this.peek(id, revision)
    if (cached) return cached
    const loading = this.#loading.get(id) ?? this.#load(id)
    const loaded = await loading
    // Who was waiting for an older load may need a newer revision than it brought.
    return loaded && loaded.config.revision < revision ? this.#load(id) : loaded
  }

  /** The same, only where it is known already. */
  peek(id: string, revision: number): CachedEndpoint | undefined {
    const cached = this.#entries.get(id)
    return cached && cached.config.revision >= revision ? cached : undefined
  }

  #load(id: string): Promise<CachedEndpoint | undefined> {
    const loading = getEndpointConfigs([id])
      .then((configs) => {
        const config = configs.get(id)
        if (!config) return undefined
        const entry = { config, secrets: secretsOf(config), headers: headersOf(config) }
        if (this.#entries.size >= MOST_ENTRIES) this.#entries.clear()
        this.#entries.set(id, entry)
        return entry
      })
      .finally(() => this.#loading.delete(id))
    this.#loading.set(id, loading)
    return loading
  }
}

function secretsOf(config: EndpointConfig): (now: Date) => string[] {
  let decrypted: string[] | undefined
  let validUntil = 0
  return (now) => {
    if (decrypted && now.getTime() < validUntil) return decrypted
    const ends = config.secrets.flatMap(({ expiresAt }) =>
      expiresAt && expiresAt > now ? [expiresAt.getTime()] : [],
    )
    decrypted = signingSecrets(config.secrets, now)
    validUntil = Math.min(Infinity, ...ends)
    return decrypted
  }
}

function headersOf(config: EndpointConfig): () => CustomHeaders {
  let decrypted: CustomHeaders | undefined
  return () => {
    decrypted ??= readHeaders(config.id, config.headers)
    return decrypted
  }
}
