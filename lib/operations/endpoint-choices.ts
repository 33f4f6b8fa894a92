import { pool } from '@/lib/db/client'
import { listEndpointNames } from '@/lib/db/endpoint-names'
import type { StoreContext } from './context'

/** An endpoint by which a screen can be filtered. */
export type EndpointChoice = { id: string; name: string; isDeleted: boolean }

/** All endpoints that the store has or had, by name. */
export async function listEndpointChoices(context: StoreContext): Promise<EndpointChoice[]> {
  const names = await listEndpointNames(pool(), context)
  return [...names].map(([id, { name, isDeleted }]) => ({ id, name, isDeleted }))
}
