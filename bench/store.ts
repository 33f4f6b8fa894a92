import { prisma } from '@/lib/db/client'
import { createEndpoint } from '@/lib/db/endpoints'
import { issueToken } from '@/lib/operations/api-tokens'
import type { StoreContext } from '@/lib/operations/context'
import { createStore } from '@/lib/operations/stores'
import { scopes } from '@/lib/schemas/scopes'
import { createSecret } from '@/lib/webhooks/secret'

/** The type of every event that the benchmark sends. */
export const EVENT_TYPE = 'order.created'

/** An object whose event is about 450 bytes as a payload. */
export const sampleObject = {
  id: 10_482,
  number: '2026-10482',
  total: '128.40',
  currency: 'EUR',
  customer: { id: 5_077, email: 'frida.holm@example.com', name: 'Frida Holm' },
  items: [
    { sku: 'BOX-L', quantity: 2, price: '49.90' },
    { sku: 'TAPE-50', quantity: 4, price: '7.15' },
  ],
  note: 'Please leave the parcel with the neighbour on the left.',
}

export type BenchStore = { context: StoreContext; token: string; endpointIds: string[] }

let made = 0

/** What only the last endpoint of a store listens to besides. */
export const OTHER_TYPE = 'order.updated'

/** A store of its own with an endpoint for each URL, all of which listen to `EVENT_TYPE`. */
export async function makeBenchStore(
  urls: readonly string[],
  { concurrency = 8, timeoutMs = 5_000 }: { concurrency?: number; timeoutMs?: number } = {},
): Promise<BenchStore> {
  const store = await createStore({ name: `Bench ${process.pid} ${++made}` })
  const endpointIds: string[] = []
  for (const [index, url] of urls.entries()) {
    const endpoint = await createEndpoint(
      {
        storeId: store.id,
        name: `Endpoint ${index + 1}`,
        url,
        apiVersion: '2025-09',
        eventTypes: index === urls.length - 1 ? [EVENT_TYPE, OTHER_TYPE] : [EVENT_TYPE],
        metadata: {},
        concurrency,
        timeoutMs,
        creator: 'bench',
      },
      createSecret(),
      1_000,
      async () => {},
    )
    endpointIds.push(endpoint.id)
  }
  const token = await issueToken({
    storeId: store.id,
    name: 'bench',
    scopes,
    createdBy: null,
    expiresAt: null,
  })
  const { id: storeId, slug: storeSlug, shard, timeZone } = store
  return {
    context: { storeId, storeSlug, shard, timeZone, actor: 'bench', requestId: null },
    token,
    endpointIds,
  }
}

/** Ends what a figure left behind, so that the next one has the machine to itself. */
export async function removePending(): Promise<void> {
  await prisma().$executeRaw`TRUNCATE pending_delivery`
}
