import { prisma } from './client'

/** What sending to an endpoint needs to know. Secrets, with the end of their time, and headers are still encrypted. */
export type EndpointConfig = {
  id: string
  storeId: string
  storeName: string
  timeZone: string
  revision: number
  kind: string
  url: string | null
  email: string | null
  headers: string | null
  timeoutMs: number
  concurrency: number
  retryPolicy: string
  secrets: { id: string; ciphertext: string; expiresAt: Date | null }[]
}

/** The sending configuration of these endpoints, deleted ones too, by id; unknown ids are left out. */
export async function getEndpointConfigs(ids: readonly string[]): Promise<Map<string, EndpointConfig>> {
  const rows = await prisma().endpoint.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      storeId: true,
      revision: true,
      kind: true,
      url: true,
      email: true,
      headers: true,
      timeoutMs: true,
      concurrency: true,
      retryPolicy: true,
      store: { select: { name: true, timeZone: true } },
      secrets: { select: { id: true, ciphertext: true, expiresAt: true } },
    },
  })
  return new Map(
    rows.map(({ store, ...row }) => [row.id, { ...row, storeName: store.name, timeZone: store.timeZone }]),
  )
}
