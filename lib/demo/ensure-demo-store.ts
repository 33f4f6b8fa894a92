import { findStoreBySlug } from '@/lib/db/stores'
import type { DemoSettings } from './demo-store'
import { moveReceivers } from './receiver-urls'
import { DEMO_SLUG } from './slugs'

/** Makes the demo store when there is none; else lets its endpoints follow the app to the port where it is now. */
export async function ensureDemoStore(settings: DemoSettings): Promise<void> {
  const store = await findStoreBySlug(DEMO_SLUG)
  if (store) {
    const moved = await moveReceivers(store.id, settings.port)
    if (moved > 0) settings.say(`pointed ${moved} demo endpoints to port ${settings.port}`)
    return
  }
  // Every other start goes without the catalogue, which takes a while to load.
  const { createDemoStore } = await import('./demo-store')
  await createDemoStore(settings)
}
