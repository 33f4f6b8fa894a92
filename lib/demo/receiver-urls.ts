import { listEndpoints, updateEndpoint } from '@/lib/db/endpoints'
import type { Behaviour } from './receiver'
import { RECEIVER_PATH } from './receiver'

const OURS = new RegExp(`^http://localhost:\\d+(${RECEIVER_PATH}.*)$`)
const MOST_ENDPOINTS = 1_000

/** Where the receiver of an app on this port is to be reached from the app itself. */
export function receiverUrl(port: number, behaviour: Behaviour): string {
  return `http://localhost:${port}${RECEIVER_PATH}${behaviour}`
}

/** Points a store's endpoints whose receiver is inside the app to the port where the app is now; says how many moved. */
export async function moveReceivers(storeId: string, port: number): Promise<number> {
  const endpoints = await listEndpoints(storeId, { limit: MOST_ENDPOINTS, after: null })
  let moved = 0
  for (const { id, url } of endpoints) {
    const [, path] = OURS.exec(url ?? '') ?? []
    if (path === undefined) continue
    const today = `http://localhost:${port}${path}`
    if (today === url) continue
    await updateEndpoint(storeId, id, () => ({ url: today }))
    moved++
  }
  return moved
}
